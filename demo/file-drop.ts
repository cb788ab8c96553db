import { pagePart } from './page-part.js';

const overlay = pagePart('drop', HTMLDivElement);

/** Takes files dropped anywhere on the page, but for those that an element under them takes. */
export function onFileDrop(take: (file: File) => void): void {
  const carriesFiles = ({ dataTransfer }: DragEvent) =>
    dataTransfer?.types.includes('Files') ?? false;

  addEventListener('dragover', (event) => {
    if (!carriesFiles(event) || document.querySelector('dialog:modal')) return;
    // An element that has a drop zone of its own shows that itself.
    overlay.hidden = event.defaultPrevented;
    event.preventDefault();
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) overlay.hidden = true;
  });
  addEventListener('dragend', () => (overlay.hidden = true));
  addEventListener('drop', (event) => {
    overlay.hidden = true;
    if (!carriesFiles(event)) return;
    const [file] = event.dataTransfer?.files ?? [];
    if (file && !event.defaultPrevented) take(file);
    // Without this the browser would leave the page and show the file.
    event.preventDefault();
  });
}
