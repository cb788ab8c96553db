import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { TableSource } from '../../database/transactions.js';
import { run } from '../run.js';
import { indexTables, readIndexState } from './index-state.js';
import { readColumnsOf, readConversationsOf, type SegmentColumns } from './segment-columns.js';

/** The index as it is in a transaction. */
export interface OpenIndex {
  database: LiteChatDatabase;
  source: TableSource;
  /** Of the index; one that is made anew has another. */
  name: string;
}

type ReadSegment<Value> = (source: TableSource, segment: number) => Promise<Value | undefined>;

/** Keeps something of each segment that was there when it was asked for last. */
class SegmentCache<Value> {
  readonly #known = new WeakMap<LiteChatDatabase, { name: string; values: Map<number, Value> }>();
  readonly #readSegment: ReadSegment<Value>;

  constructor(readSegment: ReadSegment<Value>) {
    this.#readSegment = readSegment;
  }

  async read(
    { database, source, name }: OpenIndex,
    segments: readonly number[],
  ): Promise<Map<number, Value>> {
    const known = this.#known.get(database);
    const present = known?.name === name ? known.values : undefined;
    const values = new Map<number, Value>();
    const readOne = async (segment: number): Promise<void> => {
      const value = present?.get(segment) ?? (await this.#readSegment(source, segment));
      if (value !== undefined) values.set(segment, value);
    };
    await Promise.all(segments.map(readOne));
    this.#known.set(database, { name, values });
    return values;
  }
}

const columns = new SegmentCache(readColumnsOf);
const conversations = new SegmentCache(readConversationsOf);

/** The columns of segments, of which those that are not in memory are read. */
export const readColumns = (
  index: OpenIndex,
  segments: readonly number[],
): Promise<Map<number, SegmentColumns>> => columns.read(index, segments);

/** Reads what a first search would read before it finds anything. */
export async function prepareSearch(database: LiteChatDatabase): Promise<void> {
  const tables = [database.bookkeeping, database.searchSegments, database.searchParts];
  await run(database, () =>
    database.transaction('r', tables, async (source) => {
      const state = await readIndexState(source);
      const segments = await indexTables(source).segments.toCollection().primaryKeys();
      if (state) await readColumns({ database, source, name: state.name }, segments);
    }),
  );
}

/** The ids of the conversations of segments, which most queries do without. */
export const readConversations = (
  index: OpenIndex,
  segments: readonly number[],
): Promise<Map<number, readonly string[]>> => conversations.read(index, segments);
