import type { LitElement, ReactiveController } from 'lit';
import type { MessageFocus } from './message-focus.js';
import type { Message, ShownTurns } from './shown-turns.js';
import type { TurnWindow } from './turn-window.js';

/** So long the message stays marked. */
const MARKED_MILLISECONDS = 2500;
/** So long it has to stand still, and so long it may take: what is around it is read and measured. */
const STILL_MILLISECONDS = 300;
const LONGEST_MILLISECONDS = 5000;
/** What the user does to look elsewhere. */
const GESTURES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

export interface RevealedMessageParts {
  turns: ShownTurns;
  window: TurnWindow;
  focus: MessageFocus;
  /** Whether all turns are known, so that what is not among them is not there. */
  isWhole: () => boolean;
}

interface Wanted {
  interactionId: string;
  part: Message['part'] | undefined;
}

/**
 * Brings a message into sight, however far from the end, and marks it for a moment. What stands
 * before it may have to be read first, and gets its height only then: the message is kept in its place until
 * it stands still, or until the user scrolls.
 */
export class RevealedMessage implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: RevealedMessageParts;
  #wanted: Wanted | undefined;
  #key: string | undefined;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, parts: RevealedMessageParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** The key of the message that is marked. */
  get key(): string | undefined {
    return this.#key;
  }

  /**
   * Waits for the message if it is not there yet.
   *
   * @param part Which of the two that an interaction may hold; the first unless given.
   */
  show(interactionId: string, part?: Message['part']): void {
    this.leave();
    this.#wanted = { interactionId, part };
    this.#host.requestUpdate();
  }

  /** Takes back the mark, for another conversation. */
  leave(): void {
    this.#key = undefined;
    clearTimeout(this.#timer);
    this.#stay();
  }

  hostUpdate(): void {
    if (!this.#wanted) return;
    const { turns, focus, isWhole } = this.#parts;
    const { interactionId, part } = this.#wanted;
    const message = turns.find(interactionId, part);
    if (!message && !isWhole()) return;
    this.#wanted = undefined;
    if (!message) return;
    // What Tab reaches is always rendered.
    focus.activeKey = message.key;
    this.#key = message.key;
    this.#place(message.key);
  }

  hostDisconnected(): void {
    this.#wanted = undefined;
    this.leave();
  }

  #place(key: string): void {
    const begun = performance.now();
    let stillSince = begun;
    for (const name of GESTURES) this.#host.addEventListener(name, this.#stay);
    const look = (): void => {
      const now = performance.now();
      const element = this.#elementOf(key);
      const isRead = this.#host.shadowRoot?.querySelector('.placeholder') === null;
      const hasMoved = element ? this.#parts.window.bring(element) : true;
      if (hasMoved || !isRead) stillSince = now;
      const isStill = now - stillSince > STILL_MILLISECONDS;
      if (isStill || now - begun > LONGEST_MILLISECONDS) this.#stay();
      else this.#frame = requestAnimationFrame(look);
    };
    this.#frame = requestAnimationFrame(look);
    this.#timer = setTimeout(() => {
      this.#key = undefined;
      this.#host.requestUpdate();
    }, MARKED_MILLISECONDS);
  }

  /** Leaves it where it is. */
  readonly #stay = (): void => {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    for (const name of GESTURES) this.#host.removeEventListener(name, this.#stay);
  };

  #elementOf(key: string): HTMLElement | undefined {
    const selector = `[data-message="${CSS.escape(key)}"]`;
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
