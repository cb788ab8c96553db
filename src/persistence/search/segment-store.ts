import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { SearchPart } from '../../database/own-tables.js';
import {
  indexTables,
  MOST_FRESH,
  newIndexState,
  partsOf,
  readIndexState,
  stateTables,
  writeIndexState,
  type IndexState,
} from './index-state.js';
import type { LoosePart } from './segment-parts.js';

/** So many parts are written at a time. */
const PARTS_AT_ONCE = 100;

/**
 * Writes to the index, as the only one who does: it notices when someone else has written to it in
 * the meantime, as another tab may in a page without locks, or a clear of everything.
 */
export class SegmentStore {
  readonly #database: LiteChatDatabase;
  #state: IndexState;

  private constructor(database: LiteChatDatabase, state: IndexState) {
    this.#database = database;
    this.#state = state;
  }

  /** With an empty index where there is none, or none that can be brought up to date by the log. */
  static async open(database: LiteChatDatabase): Promise<SegmentStore> {
    const state = await database.transaction('r', stateTables(database), async (source) => {
      const present = await readIndexState(source);
      const first = await indexTables(source).log.orderBy(':id').first();
      // Positions follow one another: a later first one means that the log has lost its start.
      const isWhole = (first?.position ?? 0) <= (present?.upTo ?? 0) + 1;
      return isWhole ? present : undefined;
    });
    const store = new SegmentStore(database, state ?? (await beginAnew(database)));
    await store.removeLoose();
    return store;
  }

  get state(): IndexState {
    return this.#state;
  }

  /** Reserves the number of a segment, whose parts are no part of the index until it is committed. */
  async reserve(): Promise<number> {
    const { next, loose } = this.#state;
    await this.commit({ next: next + 1, loose: [...loose, next] });
    return next;
  }

  async writeParts(segment: number, loose: readonly LoosePart[]): Promise<void> {
    for (let start = 0; start < loose.length; start += PARTS_AT_ONCE) {
      const some = loose.slice(start, start + PARTS_AT_ONCE);
      await this.#database.searchParts.bulkPut(
        some.map((part): SearchPart => ({ ...part, segment })),
      );
    }
  }

  /** Takes away the parts that are of no segment. */
  async removeLoose(): Promise<void> {
    const { loose } = this.#state;
    if (loose.length === 0) return;
    for (const segment of loose) await partsOf(this.#database, segment).delete();
    await this.commit({ loose: [] });
  }

  /**
   * Writes what the function writes and how far the index then is, both or neither. Saves wait for
   * it, so it should not be much.
   *
   * @throws {IndexMoved} When someone else has written to the index.
   */
  async commit(
    news: Partial<IndexState>,
    write?: (tables: ReturnType<typeof indexTables>) => Promise<void>,
  ): Promise<void> {
    const { name, revision } = this.#state;
    const state = { ...this.#state, ...news, revision: revision + 1 };
    await this.#database.transaction('rw', stateTables(this.#database), async (source) => {
      const present = await readIndexState(source);
      if (present?.name !== name || present.revision !== revision) throw new IndexMoved();
      await write?.(indexTables(source));
      await writeIndexState(source, state);
    });
    this.#state = state;
  }
}

/** The index is no longer as it was when it was read last; whoever writes has to begin anew. */
export class IndexMoved extends Error {}

/**
 * One step after the other, so that no save waits for long; before the last there is no index. The last
 * changes stay in the log: what they wrote is found there until its turn comes among all rows.
 */
async function beginAnew(database: LiteChatDatabase): Promise<IndexState> {
  const rows = await database.interactions.count();
  await forgetIndex(database);
  await database.searchParts.clear();
  return database.transaction('rw', stateTables(database), async (source) => {
    const { log } = indexTables(source);
    const last = await log.orderBy(':id').last();
    const upTo = Math.max(0, (last?.position ?? 0) - MOST_FRESH);
    const state = newIndexState(upTo, rows);
    await log.where(':id').belowOrEqual(upTo).delete();
    await writeIndexState(source, state);
    return state;
  });
}

/** Has the index be made anew at the next update. */
export async function forgetIndex(database: LiteChatDatabase): Promise<void> {
  await database.transaction('rw', stateTables(database), async (source) => {
    await indexTables(source).segments.clear();
    await writeIndexState(source, undefined);
  });
}
