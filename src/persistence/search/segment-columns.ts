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

/** Undefined where there is no such segment. */
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

/** The ids of the conversations of a segment, which most queries do without. */
export async function readConversationsOf(
  source: TableSource,
  segment: number,
): Promise<readonly string[] | undefined> {
  const part = await indexTables(source).parts.get([segment, 'conversations', 0]);
  return part?.kind === 'conversations' ? part.ids : undefined;
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));
