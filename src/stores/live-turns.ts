import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredKey } from '../database/own-tables.js';
import type { Interaction } from '../model/entities.js';
import { onDemand } from '../on-demand.js';
import type { Persistence } from '../persistence/persistence.js';
import type { InteractionState } from './interaction-store.js';
import { asLiteChatError } from './live-rows.js';
import type { LiveStore } from './live-store.js';
import type { LiveTurnsState } from './live-turns-state.js';
import type { TurnsReader } from './turns-reader.js';

const readers = onDemand(() => import('./turns-reader.js'));

/**
 * The turns of one conversation, however long: the end is there at once, what is before it follows
 * without what it says, and of the interactions in sight all is read and followed. The answers that
 * arrive in this page are laid over what the database has.
 */
export class LiveTurns {
  readonly conversationId: string;
  readonly state: StoreApi<LiveTurnsState> = createStore(() => ({
    status: { state: 'idle' },
    turns: [],
    isWhole: false,
    revision: 0,
  }));
  readonly #persistence: Persistence;
  readonly #interactions: LiveStore<InteractionState>;
  #reader: TurnsReader | undefined;
  #wanted: readonly StoredKey[] = [];
  #loading: Promise<void> | undefined;

  constructor(
    persistence: Persistence,
    interactions: LiveStore<InteractionState>,
    conversationId: string,
  ) {
    this.#persistence = persistence;
    this.#interactions = interactions;
    this.conversationId = conversationId;
  }

  /** Reads and follows the conversation from now on, or again after a failure. */
  follow(): void {
    if (readers.loaded) this.#readerOf(readers.loaded).follow();
    else this.#loading ??= this.#loadAndFollow();
  }

  /** Ends following. The turns stay as they are. */
  stop(): void {
    this.#loading = undefined;
    if (this.#reader) this.#reader.stop();
    else this.#show({ state: 'idle' });
  }

  /** Whether the interaction is known to be of this conversation. */
  has(id: string): boolean {
    return this.#reader?.has(id) ?? false;
  }

  /** An interaction with what it says, as soon as that has been read. */
  interaction(id: string): Interaction | undefined {
    return this.#reader?.interaction(id);
  }

  /** Reads and follows what these interactions say, in place of those that were wanted before. */
  want(ids: readonly StoredKey[]): void {
    this.#wanted = ids;
    this.#reader?.want(ids);
  }

  #readerOf({ TurnsReader }: typeof import('./turns-reader.js')): TurnsReader {
    if (!this.#reader) {
      const { conversationId, state } = this;
      this.#reader = new TurnsReader(this.#persistence, this.#interactions, conversationId, state);
      this.#reader.want(this.#wanted);
    }
    return this.#reader;
  }

  /** Follows once that can be done, unless it is not wanted any more. */
  #loadAndFollow(): Promise<void> {
    this.#show({ state: 'loading' });
    const loading: Promise<void> = readers.load().then(
      (module) => {
        if (this.#loading === loading) this.#readerOf(module).follow();
      },
      (error: unknown) => {
        if (this.#loading !== loading) return;
        this.#loading = undefined;
        this.#show({ state: 'failed', error: asLiteChatError(error) });
      },
    );
    return loading;
  }

  #show(status: LiveTurnsState['status']): void {
    const { revision } = this.state.getState();
    this.state.setState({ status, revision: revision + 1 });
  }
}
