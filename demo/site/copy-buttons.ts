const SHOWN = 2_000;

/** Every button with the class copies the code beside it, also of blocks that come later. */
export function connectCopyButtons(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.copy') : null;
    const code = button?.parentElement?.querySelector('pre')?.textContent;
    if (!button || code === undefined) return;
    navigator.clipboard.writeText(code).then(
      () => say(button, 'Copied'),
      () => say(button, 'Not allowed'),
    );
  });
}

function say(button: HTMLElement, words: string): void {
  button.textContent = words;
  setTimeout(() => (button.textContent = 'Copy'), SHOWN);
}
