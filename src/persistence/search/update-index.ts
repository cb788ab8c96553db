import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { SearchChange, SearchSegment, StoredKey } from '../../database/own-tables.js';
import { isPatched } from '../../database/versions.js';
import { storedKeyOf } from '../record-keys.js';
import { run } from '../run.js';
import { Breathing } from '../breathing.js';
import { indexTables } from './index-state.js';
import { LiveSegments } from './live-segments.js';
import { mergeSegments, toMerge } from './merge-segments.js';
import { messageTextOf } from './message-text.js';
import { unlessUnderWay } from './search-lock.js';
import { contentHashOf, keyHashOf, SegmentBuilder } from './segment-builder.js';
import { forgetIndex, IndexMoved, SegmentStore } from './segment-store.js';

/** How far the building of the index is, in interactions. */
export interface IndexProgress {
  done: number;
  total: number;
}

export interface UpdateOptions {
  /** Stops between two steps; what is done until then stays, and the next update goes on from there. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Also looks for rows that were written past the log. */
  check?: boolean | undefined;
}

/** The first segments are small, so that something can be found soon. */
const SEGMENT_DOCUMENTS = [500, 4000];
const LATER_SEGMENT_DOCUMENTS = 16_000;
/** In a page, to put more terms in order would be felt. */
const SEGMENT_DOCUMENTS_IN_PAGE = 1000;
/** A segment in memory takes about 30 bytes for each. */
const MOST_POSTINGS = 4_000_000;

/** Without locks two tabs may get in each other's way, until one leaves it to the other. */
const MOST_ATTEMPTS = 3;

const LOG_RECORDS = 200;
const KEYS_AT_ONCE = 50;

/** Rows are read in windows of about so many characters of text. */
const WINDOW_CHARACTERS = 1_000_000;
const FIRST_WINDOW = 50;
const MOST_WINDOW = 1000;

/**
 * Brings the index up to date: with the log of changes, or from the rows where there is no index yet
 * or the log lacks its start. In parts, each complete in itself.
 *
 * @returns False when another tab is at it.
 * @throws the reason of the signal.
 */
export function updateSearchIndex(
  database: LiteChatDatabase,
  options: UpdateOptions = {},
): Promise<boolean> {
  const update = async (): Promise<boolean> => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        const index = await IndexUpdate.begin(database, options);
        await index.run();
        return true;
      } catch (error) {
        if (!(error instanceof IndexMoved)) throw error;
      }
    }
    return false;
  };
  const updateAlone = async (): Promise<boolean> => {
    // It says whether others share it once it is open.
    if (!database.isOpen()) await database.searchSegments.limit(1).primaryKeys();
    return (await unlessUnderWay(database, update)) ?? false;
  };
  return run(database, updateAlone, options.signal);
}

/** One time of bringing the index up to date. */
class IndexUpdate {
  readonly #database: LiteChatDatabase;
  readonly #options: UpdateOptions;
  readonly #breathing = new Breathing();
  #store: SegmentStore;
  #live: LiveSegments;
  #builder = new SegmentBuilder();
  /** How far it is with what is in memory. */
  #upTo: number;
  #cursor: StoredKey | null;
  #read: number;
  #isBuilt: boolean;
  /** The next window, which is read while the present one is indexed. */
  #ahead: Promise<object[]> | undefined;
  #windowRows = FIRST_WINDOW;
  #mustCheck: boolean;

  private constructor(
    database: LiteChatDatabase,
    options: UpdateOptions,
    store: SegmentStore,
    live: LiveSegments,
  ) {
    this.#database = database;
    this.#options = options;
    this.#store = store;
    this.#live = live;
    const { upTo, cursor, read, isBuilt } = store.state;
    this.#upTo = upTo;
    this.#cursor = cursor;
    this.#read = read;
    this.#isBuilt = isBuilt;
    this.#mustCheck = options.check === true && isBuilt;
  }

  static async begin(database: LiteChatDatabase, options: UpdateOptions): Promise<IndexUpdate> {
    const store = await SegmentStore.open(database);
    return new IndexUpdate(database, options, store, await LiveSegments.read(database));
  }

  async run(): Promise<void> {
    do this.#options.signal?.throwIfAborted();
    while (await this.#step());
  }

  /** @returns Whether there is more to do. */
  async #step(): Promise<boolean> {
    const changes = await this.#database.searchChanges
      .where(':id')
      .above(this.#upTo)
      .limit(LOG_RECORDS)
      .toArray();
    if (changes.length > 0) {
      await this.#takeChanges(changes);
      return true;
    }
    if (!this.#isBuilt) {
      await this.#takeWindow();
      return true;
    }
    if (this.#hasNews()) {
      await this.#flush();
      return true;
    }
    if (this.#mustCheck) {
      this.#mustCheck = false;
      await this.#check();
      return true;
    }
    const segments = toMerge(this.#live.all());
    if (!segments) return false;
    const index = { database: this.#database, store: this.#store, live: this.#live };
    await mergeSegments(index, segments, this.#breathing, this.#options.signal);
    return true;
  }

  #hasNews(): boolean {
    const { upTo, isBuilt } = this.#store.state;
    const isFurther = this.#upTo !== upTo || this.#isBuilt !== isBuilt;
    return isFurther || this.#builder.size > 0 || this.#live.isChanged;
  }

  async #takeChanges(changes: readonly SearchChange[]): Promise<void> {
    // It may hold what has changed since it was read.
    this.#ahead = undefined;
    const cleared = changes.findLastIndex(({ keys }) => keys === null);
    if (cleared >= 0) await this.#clear(changes[cleared]?.position ?? 0);
    // A message that is streaming has a record for every few words; the row is read once.
    const keys = new Set(changes.slice(cleared + 1).flatMap((change) => change.keys ?? []));
    const all = [...keys];
    for (let start = 0; start < all.length; start += KEYS_AT_ONCE) {
      this.#options.signal?.throwIfAborted();
      const some = all.slice(start, start + KEYS_AT_ONCE);
      const rows = await this.#database.table<object, StoredKey>('interactions').bulkGet(some);
      for (const [position, key] of some.entries()) {
        const row = rows[position];
        if (row) this.#index(key, row);
        else this.#remove(keyHashOf(key));
        await this.#breathing.breathe();
      }
      // What was done of the changes is done again after a stop, and then nothing is left to do.
      if (this.#isFull()) await this.#flush();
    }
    this.#upTo = changes.at(-1)?.position ?? this.#upTo;
  }

  async #takeWindow(): Promise<void> {
    const rows = await (this.#ahead ?? this.#readWindow());
    this.#ahead = undefined;
    const last = rows.at(-1);
    if (!last) {
      this.#isBuilt = true;
      return;
    }
    let characters = 0;
    const keys = rows.map((row) => storedKeyOf('interactions', row));
    this.#cursor = keys.at(-1) ?? null;
    this.#ahead = this.#readWindow();
    this.#ahead.catch(() => {
      // Whoever waits for it hears of it; nobody may, when this ends before.
    });
    for (const [position, row] of rows.entries()) {
      characters += this.#index(keys[position] ?? '', row);
      await this.#breathing.breathe();
    }
    const perRow = Math.max(1, characters / rows.length);
    this.#windowRows = Math.min(MOST_WINDOW, Math.max(1, Math.round(WINDOW_CHARACTERS / perRow)));
    this.#read += rows.length;
    const total = Math.max(this.#store.state.rows, this.#read);
    this.#options.onProgress?.({ done: this.#read, total });
    if (this.#isFull()) await this.#flush();
  }

  async #readWindow(): Promise<object[]> {
    const table = this.#database.table<object, StoredKey>('interactions');
    const rest =
      this.#cursor === null ? table.orderBy(':id') : table.where(':id').above(this.#cursor);
    return rest.limit(this.#windowRows).toArray();
  }

  /** @returns How much text there is. */
  #index(key: StoredKey, row: object): number {
    const message = messageTextOf(row);
    const keyHash = keyHashOf(key);
    const contentHash = contentHashOf(message);
    const known = this.#builder.contentOf(keyHash) ?? this.#live.contentOf(keyHash);
    if (known !== contentHash) {
      this.#remove(keyHash);
      this.#builder.add(key, keyHash, contentHash, message);
    }
    return message.texts[0].length + message.texts[1].length;
  }

  #remove(keyHash: number): void {
    this.#builder.remove(keyHash);
    this.#live.kill(keyHash);
  }

  #isFull(): boolean {
    const most = this.#breathing.isInPage
      ? SEGMENT_DOCUMENTS_IN_PAGE
      : (SEGMENT_DOCUMENTS[this.#live.all().length] ?? LATER_SEGMENT_DOCUMENTS);
    return this.#builder.size >= most || this.#builder.postings >= MOST_POSTINGS;
  }

  /** Writes what is in memory, and how far that is. */
  async #flush(): Promise<void> {
    const builder = this.#builder;
    const news = {
      upTo: this.#upTo,
      cursor: this.#cursor,
      read: this.#read,
      isBuilt: this.#isBuilt,
    };
    const changed = this.#live.takeChanged();
    const writeChanges = async (tables: ReturnType<typeof indexTables>): Promise<void> => {
      await tables.segments.bulkPut(changed);
      await tables.log.where(':id').belowOrEqual(news.upTo).delete();
    };
    if (builder.size === 0) {
      await this.#store.commit(news, writeChanges);
      return;
    }
    this.#builder = new SegmentBuilder();
    const parts = await builder.build(this.#breathing.breathe);
    const number = await this.#store.reserve();
    await this.#store.writeParts(number, parts);
    const segment: SearchSegment = { number, documents: builder.size, ...builder.dead() };
    const loose = this.#store.state.loose.filter((other) => other !== number);
    await this.#store.commit({ ...news, loose }, async (tables) => {
      await writeChanges(tables);
      await tables.segments.add(segment);
    });
    const keys = parts.find((part) => part.kind === 'keys');
    if (keys) this.#live.add(segment, { ...keys, segment: number });
  }

  /** All rows went, and with what came since the log begins: there is nothing to be read from before. */
  async #clear(position: number): Promise<void> {
    const gone = this.#live.all().map(({ number }) => number);
    this.#builder = new SegmentBuilder();
    this.#live = new LiveSegments();
    this.#upTo = position;
    this.#isBuilt = true;
    const loose = [...this.#store.state.loose, ...gone];
    await this.#store.commit({ upTo: position, isBuilt: true, loose }, async (tables) => {
      await tables.segments.clear();
      await tables.log.where(':id').belowOrEqual(position).delete();
    });
    await this.#store.removeLoose();
  }

  /** Rows that an older application, or one without Dexie, has written are in no log. */
  async #check(): Promise<void> {
    const tables = [this.#database.interactions, this.#database.searchChanges];
    const rows = await this.#database.transaction('r', tables, async (source) => {
      const last = await indexTables(source).log.orderBy(':id').last();
      if ((last?.position ?? 0) > this.#upTo) return undefined;
      return source.table<object, StoredKey>('interactions').count();
    });
    if (rows === undefined) return;
    if (rows < this.#live.documents) {
      await forgetIndex(this.#database);
      throw new IndexMoved();
    }
    const isShared = isPatched(this.#database.backendDB().version);
    if (rows === this.#live.documents && !isShared) return;
    this.#isBuilt = false;
    this.#cursor = null;
    this.#read = 0;
    await this.#store.commit({ isBuilt: false, cursor: null, read: 0, rows });
  }
}
