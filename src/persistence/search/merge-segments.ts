import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { SearchPart, SearchSegment, StoredKey } from '../../database/own-tables.js';
import type { Breathing } from '../breathing.js';
import type { LiveSegments } from './live-segments.js';
import { postingOf, readPostings, type Posting } from './posting-codec.js';
import { bits, documentParts, type DocumentEntry, type LoosePart } from './segment-parts.js';
import { readColumnsOf, readConversationsOf } from './segment-columns.js';
import type { SegmentStore } from './segment-store.js';
import { TermPartsWriter } from './term-parts-writer.js';
import { TermStream } from './term-stream.js';

/** Segments of about a size are merged when there are more of them than that, by size. */
const tiers = [
  { below: 1000, most: 4 },
  { below: 8000, most: 4 },
  { below: 64_000, most: 8 },
  { below: 1_000_000, most: 8 },
];
/** A segment of which so much is dead is written anew. */
const MOST_DEAD = 1 / 3;

const PARTS_IN_MEMORY = 100;

/** What should be merged next, if anything. */
export function toMerge(segments: readonly SearchSegment[]): SearchSegment[] | undefined {
  const decayed = segments.find(({ documents, deadCount }) => deadCount > documents * MOST_DEAD);
  if (decayed) return [decayed];
  let above = 0;
  for (const { below, most } of tiers) {
    const ofTier = segments.filter(({ documents }) => documents >= above && documents < below);
    if (ofTier.length > most) return ofTier;
    above = below;
  }
  return undefined;
}

/**
 * Writes one segment in the place of several, without what is dead in them. It reads and writes a
 * part at a time, and nothing of it counts before the end.
 */
export async function mergeSegments(
  {
    database,
    store,
    live,
  }: { database: LiteChatDatabase; store: SegmentStore; live: LiveSegments },
  segments: readonly SearchSegment[],
  { breathe }: Pick<Breathing, 'breathe'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const documents: DocumentEntry[] = [];
  const numbers: Int32Array[] = [];
  for (const segment of segments) {
    numbers.push(await takeDocuments(database, segment, documents));
  }
  const number = await store.reserve();
  const writer = new TermPartsWriter(documents.length);
  let waiting: LoosePart[] = [];
  const write = async (): Promise<void> => {
    signal?.throwIfAborted();
    await store.writeParts(number, waiting);
    waiting = [];
  };
  const streams: TermStream[] = [];
  for (const segment of segments) {
    streams.push(await TermStream.open(database, segment.number));
  }
  for (let term = firstOf(streams); term !== undefined; term = firstOf(streams)) {
    const postings: Posting[] = [];
    for (const [position, stream] of streams.entries()) {
      if (stream.term !== term) continue;
      const renumbered = numbers[position] ?? new Int32Array();
      const { bytes, start, end } = stream;
      readPostings(bytes, start, end, (document, roles, impact) => {
        const now = renumbered[document] ?? -1;
        if (now >= 0) postings.push(postingOf(now, roles, impact));
      });
      if (!stream.next()) await stream.load();
    }
    if (postings.length === 0) continue;
    writer.add(term, postings);
    const made = writer.takeParts();
    waiting.push(...made);
    if (waiting.length >= PARTS_IN_MEMORY) await write();
    if (made.length > 0) await breathe();
  }
  const columns = writer.finish();
  waiting.push(...writer.takeParts());
  await write();

  const merged = segments.map((segment) => segment.number);
  const { loose } = store.state;
  if (documents.length === 0) {
    await store.commit({ loose: [...loose, ...merged] }, async (tables) => {
      await tables.segments.bulkDelete(merged);
    });
  } else {
    const parts = documentParts(documents, columns);
    await store.writeParts(number, parts);
    const segment: SearchSegment = {
      number,
      documents: documents.length,
      dead: bits.make(documents.length),
      deadCount: 0,
    };
    const left = loose.filter((other) => other !== number);
    await store.commit({ loose: [...left, ...merged] }, async (tables) => {
      await tables.segments.bulkDelete(merged);
      await tables.segments.add(segment);
    });
    const keys = parts.find((part) => part.kind === 'keys');
    if (keys) live.add(segment, { ...keys, segment: number });
  }
  live.remove(merged);
  await store.removeLoose();
}

function firstOf(streams: readonly TermStream[]): string | undefined {
  let first: string | undefined;
  for (const { term } of streams) {
    if (term !== undefined && (first === undefined || term < first)) first = term;
  }
  return first;
}

/** Adds the living documents of a segment to the others; answers with their new numbers, or -1. */
async function takeDocuments(
  database: LiteChatDatabase,
  { number, documents, dead }: SearchSegment,
  taken: DocumentEntry[],
): Promise<Int32Array> {
  const renumbered = new Int32Array(documents).fill(-1);
  const columns = await readColumnsOf(database, number);
  const conversations = await readConversationsOf(database, number);
  const keys = await database.searchParts.get([number, 'keys', 0]);
  const ids = await idsOf(database, number);
  if (!columns || !conversations || keys?.kind !== 'keys') return renumbered;
  const hashes = new Float64Array(documents);
  for (const [position, document] of keys.documents.entries()) {
    hashes[document] = keys.hashes[position] ?? 0;
  }
  for (const [document, key] of ids.entries()) {
    if (bits.has(dead, document)) continue;
    renumbered[document] = taken.length;
    taken.push({
      key,
      keyHash: hashes[document] ?? 0,
      contentHash: keys.contents[document] ?? 0,
      conversationId: conversations[columns.conversation[document] ?? 0] ?? '',
      date: columns.dates[document] ?? NaN,
    });
  }
  return renumbered;
}

async function idsOf(database: LiteChatDatabase, segment: number): Promise<StoredKey[]> {
  const parts: SearchPart[] = await database.searchParts
    .where(':id')
    .between([segment, 'ids'], [segment, 'ids', []], true, true)
    .toArray();
  return parts.flatMap((part) => (part.kind === 'ids' ? part.ids : []));
}
