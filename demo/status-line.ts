import { pagePart } from './page-part.js';

/** What the line under the title says. */
export type PageStatus =
  | { state: 'busy'; text: string; fraction?: number; cancel: () => void }
  | { state: 'idle' | 'done' | 'failed'; text: string };

const line = pagePart('status', HTMLParagraphElement);
const progress = pagePart('progress', HTMLProgressElement);
const cancelButton = pagePart('cancel', HTMLButtonElement);

/** Shows the status, and reads its words to who cannot see it. */
export function showStatus(status: PageStatus): void {
  line.dataset['state'] = status.state;
  // The same words again would be announced again with every step of the progress.
  if (line.textContent !== status.text) line.textContent = status.text;
  const busy = status.state === 'busy';
  progress.hidden = !busy;
  if (busy && status.fraction !== undefined) progress.value = status.fraction;
  else progress.removeAttribute('value');
  cancelButton.hidden = !busy;
  cancelButton.onclick = busy ? () => status.cancel() : null;
}
