import { Dexie, type DBCore, type Middleware, type Table } from 'dexie';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { LiteChatError } from '../errors.js';
import type { RowTypes, TableName } from '../model/entities.js';
import { classifyFailure } from './classify-failure.js';
import { DataWitness, type EmptiedStorage } from './data-witness.js';
import { DEFAULT_DATABASE_NAME } from './database-name.js';
import { guardAgainstNewerSchema, isNewerSchema } from './newer-schema-guard.js';
import { outlineLog } from './outline-log.js';
import type {
  Note,
  OutlineChange,
  OutlineChunk,
  SearchChange,
  SearchPart,
  SearchSegment,
  UndoChunk,
} from './own-tables.js';
import { searchLog } from './search-log.js';
import { newerError, outdatedError } from './version-errors.js';
import { declareVersions } from './versions.js';

/** How things stand with the connection to the database. */
export type DatabaseStatus =
  /** Not asked for yet, or on its way. */
  | { state: 'opening' }
  /** Another tab holds an old version of the database and must be closed. */
  | { state: 'blocked' }
  /**
   * `persistent` is false for a database that lives in memory and goes with the page. `emptied` is there
   * when conversations are gone that were not deleted by the kit, until a backup with conversations is
   * restored or `forgetEmptied()` acknowledges it.
   */
  | { state: 'ready'; persistent: boolean; emptied?: EmptiedStorage }
  /** Another tab upgraded the database; this one reads and writes no more. */
  | { state: 'outdated' }
  /** A newer application made the database; nothing was read or written. */
  | { state: 'newer'; error: LiteChatError }
  | { state: 'failed'; error: LiteChatError };

/** The parts of the browser a database needs, where they are not the page's own. */
export interface IndexedDBImplementation {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/** Those to which more than Dexie and this class has added something. */
const extended = new WeakSet<LiteChatDatabase>();

/** The database of all tables; opens itself at the first use, or by `open()`. */
export class LiteChatDatabase extends Dexie implements Record<TableName, Table> {
  declare conversations: Table<RowTypes['conversations'], string>;
  declare interactions: Table<RowTypes['interactions'], string>;
  declare projects: Table<RowTypes['projects'], string>;
  declare mods: Table<RowTypes['mods'], string>;
  declare appState: Table<RowTypes['appState'], string>;
  declare providerConfigs: Table<RowTypes['providerConfigs'], string>;
  declare apiKeys: Table<RowTypes['apiKeys'], string>;
  declare syncRepos: Table<RowTypes['syncRepos'], string>;
  declare rules: Table<RowTypes['rules'], string>;
  declare tags: Table<RowTypes['tags'], string>;
  declare tagRuleLinks: Table<RowTypes['tagRuleLinks'], string>;
  declare promptTemplates: Table<RowTypes['promptTemplates'], string>;
  declare unknownData: Table<RowTypes['unknownData'], string>;
  /** What the last restore or clear changed, in the order in which it did. */
  declare undo: Table<UndoChunk, number>;
  /** The kit's own notes; they are in no backup. */
  declare bookkeeping: Table<Note, string>;
  /** What lists show, as of the last time it was folded, and what has changed since. */
  declare outline: Table<OutlineChunk, number>;
  declare outlineChanges: Table<OutlineChange, number>;
  /** The index of the words in interactions, and which of those have changed since. */
  declare searchSegments: Table<SearchSegment, number>;
  declare searchParts: Table<SearchPart, [number, string, number]>;
  declare searchChanges: Table<SearchChange, number>;

  readonly status: StoreApi<DatabaseStatus> = createStore<DatabaseStatus>(() => ({
    state: 'opening',
  }));

  /** None of what lives in memory. */
  readonly #witness: DataWitness | undefined;
  #strictOperations = 0;

  /**
   * @param name Of the IndexedDB database; `LiteChatDB` unless given.
   * @param memory An implementation that keeps data in memory, in place of the browser's.
   */
  constructor(name = DEFAULT_DATABASE_NAME, memory?: IndexedDBImplementation) {
    const { indexedDB, IDBKeyRange } = memory ?? indexedDBOfPage();
    super(name, {
      // Dexie types these as non-null and accepts their absence until something is opened.
      ...(indexedDB && { indexedDB: guardAgainstNewerSchema(indexedDB) }),
      ...(IDBKeyRange && { IDBKeyRange }),
      // Dexie shares cached answers among databases of one name, wherever those keep their data.
      ...(memory && { cache: 'disabled' }),
    });
    declareVersions(this);
    this.use(outlineLog);
    this.use(searchLog);
    this.use({
      stack: 'dbcore',
      name: 'strict-durability',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) =>
          core.transaction(
            tables,
            mode,
            this.#strictOperations > 0 ? { ...options, durability: 'strict' } : options,
          ),
      }),
    });
    // All until here was Dexie's and ours.
    if (Dexie.addons.length === 0) extended.delete(this);
    const setStatus = (status: DatabaseStatus): void => this.status.setState(status, true);

    this.on('blocked', () => {
      setStatus({ state: 'blocked' });
      // The status says it; Dexie's own subscriber would write to the console.
      return false;
    });
    this.#witness = memory ? undefined : new DataWitness(this);
    let isNew = false;
    this.on('populate', () => {
      isNew = true;
    });
    this.on(
      'ready',
      () => {
        if (isNewerSchema(this.backendDB().version)) throw newerError();
        const emptied = this.#witness?.begin(isNew);
        isNew = false;
        setStatus({ state: 'ready', persistent: !memory, ...(emptied && { emptied }) });
      },
      true,
    );
    this.on('close', () => this.#witness?.end());
    this.on('versionchange', ({ newVersion }) => {
      // Deleted by a "clear all" elsewhere, or given indexes by an older application: let go, and
      // find what is there at the next use.
      const isUpgrade = newVersion !== null && isNewerSchema(newVersion);
      if (isUpgrade) setStatus({ state: 'outdated' });
      this.close({ disableAutoOpen: isUpgrade });
      // Keeps Dexie's own subscriber from opening the database again.
      return false;
    });
  }

  /** Whether a host or an add-on looks at requests too, and may add to them. */
  get isExtended(): boolean {
    return extended.has(this);
  }

  override use(middleware: Middleware<DBCore>): this {
    extended.add(this);
    return super.use(middleware);
  }

  /** Whether what is saved outlives the page. */
  get persistent(): boolean {
    const status = this.status.getState();
    return status.state === 'ready' && status.persistent;
  }

  /** What the browser has lost, as far as that is known and was not acknowledged. */
  get emptied(): EmptiedStorage | undefined {
    const status = this.status.getState();
    return status.state === 'ready' ? status.emptied : undefined;
  }

  /**
   * Runs an operation whose transactions are done when what they wrote is on disk, as after a power
   * failure it would have to be. A single save at that price takes 1.7 times as long.
   */
  async withStrictDurability<Result>(operation: () => PromiseLike<Result>): Promise<Result> {
    this.#strictOperations++;
    try {
      return await operation();
    } finally {
      this.#strictOperations--;
    }
  }

  /** Deletes the database, for good: what is gone by this is not missed. */
  override delete(...options: Parameters<Dexie['delete']>): ReturnType<Dexie['delete']> {
    this.#witness?.forget();
    return super.delete(...options);
  }

  /** Says no more that the storage was emptied: the user knows, or has everything back. */
  forgetEmptied(): void {
    if (!this.emptied) return;
    this.#witness?.forget();
    this.status.setState({ state: 'ready', persistent: this.persistent }, true);
  }

  /**
   * Opens the database and upgrades it where it is older. While another tab blocks that, the
   * promise waits and `status` says `blocked`.
   *
   * @throws {LiteChatError} database-newer, database-outdated, database-unavailable,
   * database-failed, …
   */
  override open(): ReturnType<Dexie['open']> {
    if (isOutdated(this)) return Dexie.Promise.reject(outdatedError());
    return super.open().catch((error: unknown) => {
      const failure = classifyFailure(error);
      if (isOutdated(this)) throw outdatedError(failure);
      if (failure instanceof LiteChatError) {
        const state = failure.code === 'database-newer' ? 'newer' : 'failed';
        this.status.setState({ state, error: failure }, true);
      }
      throw failure;
    });
  }
}

/** The page's own IndexedDB where there is one, which Dexie's types take for granted. */
export function indexedDBOfPage(): Partial<IndexedDBImplementation> {
  return Dexie.dependencies;
}

/** Whether another tab has upgraded the database since this page opened it. */
export function isOutdated(database: LiteChatDatabase): boolean {
  return database.status.getState().state === 'outdated';
}
