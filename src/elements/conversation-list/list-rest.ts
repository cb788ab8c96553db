import type { LitElement } from 'lit';
import { pageContextAsked } from '../../context/page-context.js';
import type { ContextDelay } from '../../controllers/persistence-controller.js';
import { takeOutlineSnapshot, type OutlineSnapshot } from '../../stores/outline-snapshot.js';
import { whenIdle } from '../shared/when-idle.js';

/** With the first of these somebody is about to do something with the list. */
const intents = ['pointerover', 'pointerdown', 'wheel', 'focusin', 'keydown', 'dragenter'] as const;

/** What is to be done in the background, such as to index what another version has written, is not put off longer. */
const LONGEST_REST_MILLISECONDS = 10_000;

/** An open that waits, such as for a tab that deletes the database, is Dexie's to wait for and to tell of. */
const LONGEST_LOOK_MILLISECONDS = 500;

/** Where Dexie tells other pages, and others in this one, that it has written. */
const DEXIE_CHANNEL = 'x-storagemutated-1';

/**
 * Lets the list show a snapshot of the page's own database before anything is loaded that follows the
 * database or writes to it: that is most of the kit. A list that is shown as a whole rests until
 * somebody comes near it, or something is written. One of which only the beginning is known loads
 * the rest of the kit as soon as its first rows are there, to learn the others.
 */
export class ListRest implements ContextDelay {
  readonly #host: LitElement;
  #resting: Promise<void> | undefined;
  #snapshot: OutlineSnapshot | undefined;
  readonly #over = new AbortController();

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** What is to be shown until the store has read. */
  get snapshot(): OutlineSnapshot | undefined {
    return this.#snapshot;
  }

  begin(): Promise<void> | undefined {
    if (this.#over.signal.aborted) return undefined;
    this.#resting ??= this.#rest();
    return this.#resting;
  }

  readonly end = (): void => this.#over.abort();

  /** The store shows its own rows from now on. */
  forget(): void {
    this.#snapshot = undefined;
  }

  async #rest(): Promise<void> {
    const { signal } = this.#over;
    const over = new Promise((resolve) => signal.addEventListener('abort', resolve));
    for (const intent of intents) {
      this.#host.addEventListener(intent, this.end, { passive: true, signal });
    }
    const changes =
      typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(DEXIE_CHANNEL);
    changes?.addEventListener('message', this.end);
    const timer = setTimeout(this.end, LONGEST_REST_MILLISECONDS);
    void pageContextAsked().then(this.end);
    void this.#look();
    await over;
    clearTimeout(timer);
    changes?.close();
  }

  async #look(): Promise<void> {
    const timer = setTimeout(this.end, LONGEST_LOOK_MILLISECONDS);
    const snapshot = await takeOutlineSnapshot();
    clearTimeout(timer);
    if (!snapshot) {
      this.end();
      return;
    }
    this.#snapshot = snapshot;
    this.#host.requestUpdate();
    if (!snapshot.isWhole) whenIdle(this.end);
  }
}
