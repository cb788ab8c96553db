import { pagePart } from './page-part.js';

const dialog = pagePart('replace', HTMLDialogElement);
const text = pagePart('replace-text', HTMLParagraphElement);
const list = pagePart('replace-list', HTMLUListElement);

/**
 * Asks before a restore replaces anything.
 *
 * @param present What is stored now, in words: `251 conversations`.
 */
export function confirmReplacing(what: string, present: readonly string[]): Promise<boolean> {
  text.textContent = `${what} takes the place of what this browser holds now:`;
  list.replaceChildren(
    ...present.map((words) => {
      const item = document.createElement('li');
      item.textContent = words;
      return item;
    }),
  );
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'replace'), {
      once: true,
    });
  });
}
