import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Puts the focus into a search field when `/` is pressed while nothing else takes text. */
export class SearchShortcut implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #field: () => HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, field: () => HTMLElement | undefined) {
    this.#host = host;
    this.#field = field;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key, defaultPrevented, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || defaultPrevented || ctrlKey || metaKey || altKey) return;
    if (takesText(event.composedPath()[0])) return;
    const field = this.#field();
    field?.focus();
    // A field that is hidden, or behind a modal dialog, does not get the focus.
    if (field?.matches(':focus')) event.preventDefault();
  };
}

function takesText(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
