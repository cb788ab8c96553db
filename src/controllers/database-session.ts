import { createPersistenceContext } from '../context/create-persistence-context.js';
import type { PersistenceContext } from '../context/persistence-context.js';
import { LiteChatDatabase, type DatabaseStatus } from '../database/litechat-database.js';
import { isUnavailable, openDatabase, type Storage } from '../database/open-database.js';
import { LiteChatError } from '../errors.js';
import { Persistence } from '../persistence/persistence.js';
import type { LiveState, LiveStore } from '../stores/live-store.js';

type FollowingStore = Pick<LiveStore<LiveState>, 'getState' | 'follow'>;

/** What to open: two sessions on the same are one. */
export interface DatabaseAddress {
  name: string;
  storage: Storage;
}

/** Opens a database, tells how things stand with it, and closes it. */
export class DatabaseSession {
  readonly address: DatabaseAddress;
  /** There from the moment the database is open, or could not be opened. */
  context: PersistenceContext | undefined;
  status: DatabaseStatus = { state: 'opening' };
  readonly #changed: () => void;
  #endings: (() => void)[] = [];
  #isClosed = false;

  /** @param changed Called whenever the status or the context is another. */
  constructor(address: DatabaseAddress, changed: () => void) {
    this.address = address;
    this.#changed = changed;
  }

  /** Opens, or tries again. Never rejects: `status` tells. */
  async open(): Promise<void> {
    if (this.address.storage === 'memory') return this.#openInMemory();
    const database = this.context?.database ?? this.#watch(new LiteChatDatabase(this.address.name));
    database.status.setState({ state: 'opening' }, true);
    try {
      await database.open();
    } catch (error) {
      if (isUnavailable(error)) return this.#openInMemory();
    }
    if (this.context) this.#followAgain(this.context);
    else this.#provide(database);
  }

  close(): void {
    this.#isClosed = true;
    for (const end of this.#endings.reverse()) end();
    this.#endings = [];
    this.context = undefined;
  }

  async #openInMemory(): Promise<void> {
    try {
      const database = await openDatabase({ name: this.address.name, storage: 'memory' });
      this.#provide(this.#watch(database));
    } catch (error) {
      if (!(error instanceof LiteChatError)) throw error;
      this.#show({ state: 'failed', error });
    }
  }

  #watch(database: LiteChatDatabase): LiteChatDatabase {
    const follow = (status: DatabaseStatus): void => {
      // Without IndexedDB one in memory takes its place, and only how that one stands matters.
      if (status.state === 'failed' && isUnavailable(status.error)) return;
      this.#show(status);
    };
    const unsubscribe = database.status.subscribe(follow);
    this.#endings.push(() => database.close(), unsubscribe);
    if (this.#isClosed) this.close();
    else follow(database.status.getState());
    return database;
  }

  #provide(database: LiteChatDatabase): void {
    if (this.#isClosed) return;
    const { context, dispose } = createPersistenceContext(new Persistence(database));
    this.context = context;
    this.#endings.push(dispose);
    this.#changed();
  }

  /** Stores whose rows could not be read while the database could not be opened read them now. */
  #followAgain({ stores }: PersistenceContext): void {
    if (this.status.state !== 'ready') return;
    for (const store of Object.values<FollowingStore>({ ...stores })) {
      if (store.getState().status.state === 'failed') void store.follow();
    }
  }

  #show(status: DatabaseStatus): void {
    if (this.#isClosed) return;
    if (status.state === 'opening' && this.status.state === 'opening') return;
    this.status = status;
    this.#changed();
  }
}
