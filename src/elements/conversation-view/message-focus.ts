import type { LitElement } from 'lit';
import type { ShownTurns } from './shown-turns.js';

/** Moves the focus among messages, also to one that is not rendered yet. */
export class MessageFocus {
  /** The key of the message that had the focus last. */
  activeKey: string | undefined;
  readonly #host: LitElement;
  readonly #turns: ShownTurns;

  constructor(host: LitElement, turns: ShownTurns) {
    this.#host = host;
    this.#turns = turns;
  }

  readonly onFocusin = (event: FocusEvent): void => {
    const key = this.#messageOf(event)?.dataset['message'];
    if (key === undefined || key === this.activeKey) return;
    this.activeKey = key;
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const message = this.#messageOf(event);
    const key = message?.dataset['message'];
    // What is in a message keeps its own keys.
    if (!message || key === undefined || event.target !== message) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined) return;
    if (Math.abs(by) === 1 && hasMore(message, by)) return;
    event.preventDefault();
    const next = this.#turns.messageBeside(key, by);
    if (next && next.key !== key) void this.#move(next.key, by);
  };

  /** Also of what the page has slotted into it. */
  #messageOf(event: Event): HTMLElement | undefined {
    return event
      .composedPath()
      .filter((node) => node instanceof HTMLElement)
      .find(
        (node) =>
          node.dataset['message'] !== undefined && node.getRootNode() === this.#host.shadowRoot,
      );
  }

  async #move(key: string, by: number): Promise<void> {
    this.activeKey = key;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const selector = `[data-message="${CSS.escape(key)}"]`;
    const message = this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
    message?.focus({ preventScroll: true });
    // A long message is read from its start, or from its end when one comes from below.
    message?.scrollIntoView({ block: isHigherThanView(message) && by > 0 ? 'start' : 'nearest' });
  }
}

const scrollerOf = (message: HTMLElement): DOMRect | undefined =>
  message.closest('.scroller')?.getBoundingClientRect();

function isHigherThanView(message: HTMLElement): boolean {
  const view = scrollerOf(message);
  return view !== undefined && message.offsetHeight > view.height;
}

/** Whether a message goes on beyond the edge: the arrow scrolls then, as it does in any text. */
function hasMore(message: HTMLElement, by: number): boolean {
  const view = scrollerOf(message);
  if (!view || !isHigherThanView(message)) return false;
  const { top, bottom } = message.getBoundingClientRect();
  return by > 0 ? bottom > view.bottom + 1 : top < view.top - 1;
}
