import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import { observe } from '../persistence/observe.js';
import { withResolvers } from './with-resolvers.js';

/** How far a list has come from the database. */
export type LoadStatus =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'failed'; error: LiteChatError };

export interface LiveRowsState<Rows> {
  status: LoadStatus;
  /** As the database has them. */
  committed: Rows;
  /** The same under the changes whose writes are on their way. */
  shown: Rows;
}

/** A change to the rows that may be applied twice with the effect of once. */
export type Change<Rows> = (rows: Rows) => Rows;

interface Following {
  answered: Promise<void>;
  end: () => void;
}

/**
 * Rows as the database has them, followed through a live query, under an overlay of changes whose
 * writes are on their way. The database stays the only truth: an overlay goes when its write has
 * committed or failed.
 */
export class LiveRows<Rows> {
  readonly state: StoreApi<LiveRowsState<Rows>>;
  readonly #database: LiteChatDatabase;
  readonly #query: () => Promise<Rows>;
  readonly #empty: Rows;
  #overlays: Change<Rows>[] = [];
  #following: Following | undefined;

  constructor(database: LiteChatDatabase, query: () => Promise<Rows>, empty: Rows) {
    this.#database = database;
    this.#query = query;
    this.#empty = empty;
    this.state = createStore(() => ({ status: { state: 'idle' }, committed: empty, shown: empty }));
  }

  get committed(): Rows {
    return this.state.getState().committed;
  }

  get shown(): Rows {
    return this.state.getState().shown;
  }

  get isReady(): boolean {
    return this.state.getState().status.state === 'ready';
  }

  /**
   * Follows the database from now on, or again after a failure; resolves when the first answer is
   * there, or the failure.
   */
  follow(): Promise<void> {
    if (!this.#following) {
      this.#following = this.#begin();
      this.#show({ status: { state: 'loading' } });
    }
    return this.#following.answered;
  }

  /** Ends following. The rows stay as they are. */
  stop(): void {
    if (this.#following) this.#end({ status: { state: 'idle' } });
  }

  /** Ends following and empties the rows, for when the query is about to ask for others. */
  reset(): void {
    this.#end({ status: { state: 'idle' }, committed: this.#empty });
  }

  /**
   * Follows, and resolves to the rows as the database has them.
   *
   * @throws {LiteChatError} Why they could not be read.
   */
  async load(): Promise<Rows> {
    await this.follow();
    const { status, committed } = this.state.getState();
    if (status.state === 'ready') return committed;
    throw status.state === 'failed' ? status.error : stopped();
  }

  /**
   * Hands over the rows as the database has them, once they are known: not when they cannot be
   * read, which `status` tells, nor when nobody follows them any more.
   */
  async whenKnown(use: (rows: Rows) => void): Promise<void> {
    await this.#following?.answered;
    if (this.isReady) use(this.committed);
  }

  /**
   * Shows the change at once, writes, and keeps or takes back the change as the write went.
   *
   * @throws What the write throws.
   */
  async optimistically<Result>(
    change: Change<Rows>,
    write: () => Promise<Result>,
  ): Promise<Result> {
    void this.follow();
    this.#overlays.push(change);
    this.#show();
    const settle = (committed: Rows): void => {
      this.#overlays = this.#overlays.filter((overlay) => overlay !== change);
      this.#show({ committed });
    };
    let result: Result;
    try {
      result = await write();
    } catch (error) {
      settle(this.committed);
      throw error;
    }
    // The live query tells the same a moment later; without this the rows would flicker.
    settle(change(this.committed));
    return result;
  }

  #begin(): Following {
    const { promise: answered, resolve: answer } = withResolvers();
    let isEnded = false;
    let endQuery = (): void => undefined;
    const read = (): void => {
      if (isEnded) return;
      endQuery();
      endQuery = observe(
        this.#query,
        (committed) => {
          this.#show({ status: { state: 'ready' }, committed });
          answer();
        },
        // Dexie's live query would go on after an error; ours ends, and `follow` begins anew.
        (error) => this.#end({ status: { state: 'failed', error: asLiteChatError(error) } }),
      );
    };
    // Dexie's live queries hear of writes alone, not that the database is closed or deleted, of
    // which this event comes just before.
    const onClose = (): void => queueMicrotask(read);
    this.#database.on('close', onClose);
    const end = (): void => {
      isEnded = true;
      this.#database.on.close.unsubscribe(onClose);
      endQuery();
      answer();
    };
    read();
    return { answered, end };
  }

  #end(last: Partial<LiveRowsState<Rows>>): void {
    const following = this.#following;
    this.#following = undefined;
    this.#show(last);
    following?.end();
  }

  #show(news: Partial<LiveRowsState<Rows>> = {}): void {
    const { committed, status } = { ...this.state.getState(), ...news };
    const shown = this.#overlays.reduce((rows, overlay) => overlay(rows), committed);
    this.state.setState({ status, committed, shown });
  }
}

export function asLiteChatError(error: unknown): LiteChatError {
  return error instanceof LiteChatError
    ? error
    : new LiteChatError('database-failed', 'The data could not be read. Nothing was changed.', {
        cause: error,
      });
}

function stopped(): LiteChatError {
  return new LiteChatError(
    'database-closed',
    'The page stopped following the database before it had answered. Nothing was changed.',
  );
}
