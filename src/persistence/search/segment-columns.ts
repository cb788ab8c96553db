import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { TableSource } from '../../database/transactions.js';
import { indexTables } from './index-state.js';

/** What of a segment stays in memory between queries: twelve bytes a document. */
export interface SegmentColumns {
  firstTerms: readonly string[];
  /** The parts of the sums of what terms begin with. */
  starts: ReadonlyMap<string, number>;
  dates: Float64Array;
  /** Of each document, the position of its conversation. */
  conversation: Uint32Array;
}

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

/** The ids of the conversations of segments, which most queries do without. */
export const readConversations = (
  index: OpenIndex,
  segments: readonly number[],
): Promise<Map<number, readonly string[]>> => conversations.read(index, segments);

/** Those of one segment, past what is in memory. */
export async function readColumnsOf(
  source: TableSource,
  segment: number,
): Promise<SegmentColumns | undefined> {
  // One request: nothing else lies between the directory and the documents.
  const parts = await indexTables(source)
    .parts.where(':id')
    .between([segment, 'directory'], [segment, 'documents', []], true, true)
    .toArray();
  const directory = parts.find((part) => part.kind === 'directory');
  if (!directory) return undefined;
  const documents = parts.filter((part) => part.kind === 'documents');
  const size = documents.reduce((sum, { dates }) => sum + dates.length, 0);
  const dates = new Float64Array(size);
  const conversation = new Uint32Array(size);
  let at = 0;
  for (const part of documents) {
    dates.set(part.dates, at);
    conversation.set(part.conversation, at);
    at += part.dates.length;
  }
  const { firstTerms, starts, startParts } = directory;
  return {
    firstTerms: lines(firstTerms),
    starts: new Map(lines(starts).map((start, number) => [start, startParts[number] ?? 0])),
    dates,
    conversation,
  };
}

/** The same of the conversations. */
export async function readConversationsOf(
  source: TableSource,
  segment: number,
): Promise<readonly string[] | undefined> {
  const part = await indexTables(source).parts.get([segment, 'conversations', 0]);
  return part?.kind === 'conversations' ? part.ids : undefined;
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));
