import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type { SearchPart, StoredKey } from '../../database/own-tables.js';
import type { TableSource } from '../../database/transactions.js';
import { indexTables } from './index-state.js';
import { MOST_IMPACT } from './impact.js';
import { listBounds, noteImpacts } from './posting-codec.js';
import { IDS_PART } from './segment-parts.js';

/** What of a segment stays in memory between queries: twelve bytes a document. */
export interface SegmentColumns {
  firstTerms: readonly string[];
  dates: Float64Array;
  conversation: Uint32Array;
  conversations: readonly string[];
}

/** The columns of the segments that were read last, by the name of the index and their numbers. */
const cached = new WeakMap<
  LiteChatDatabase,
  { name: string; columns: Map<number, SegmentColumns> }
>();

/** The columns of all segments, of which those that are not in memory are read. */
export async function readColumns(
  database: LiteChatDatabase,
  source: TableSource,
  name: string,
  segments: readonly number[],
): Promise<Map<number, SegmentColumns>> {
  const known = cached.get(database);
  const columns = new Map<number, SegmentColumns>();
  const missing: number[] = [];
  for (const segment of segments) {
    const present = known?.name === name ? known.columns.get(segment) : undefined;
    if (present) columns.set(segment, present);
    else missing.push(segment);
  }
  const keys = missing.map((segment): [number, string, number] => [segment, 'columns', 0]);
  for (const part of await indexTables(source).parts.bulkGet(keys)) {
    if (part?.kind !== 'columns') continue;
    const { firstTerms, dates, conversation, conversations } = part;
    columns.set(part.segment, {
      firstTerms: firstTerms === '' ? [] : firstTerms.split('\n'),
      dates,
      conversation,
      conversations,
    });
  }
  cached.set(database, { name, columns });
  return columns;
}

/** The part that a term is in if it is in any; -1 when it comes before the first. */
export function partFor(firstTerms: readonly string[], term: string): number {
  let low = 0;
  let high = firstTerms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstTerms[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A term, or the start of several. */
export interface WantedTerm {
  term: string;
  isOpen: boolean;
}

/** Of each impact, what it counts for; a word that is not whole yet says less than one that is. */
const whole = Uint8Array.from({ length: MOST_IMPACT + 1 }, (_, impact) => impact);
const open = whole.map((impact) => Math.ceil(impact * 0.7));

/**
 * For each document of a segment the impact of a term, 0 where it is not said, in the words of those
 * roles.
 */
export function impactsIn(
  parts: readonly SearchPart[],
  { term, isOpen }: WantedTerm,
  documents: number,
  roleBits: number,
): Uint8Array {
  const impacts = new Uint8Array(documents);
  for (const [position, part] of parts.entries()) {
    if (part.kind !== 'terms') continue;
    const bounds = listBounds(part);
    const isBetween = position > 0 && position < parts.length - 1;
    // What stands between two parts with terms that begin so begins so too.
    const terms = isBetween ? undefined : part.terms.split('\n');
    for (let number = 0; number + 1 < bounds.length; number++) {
      const own = terms?.[number];
      const isWhole = own === term;
      if (own !== undefined && !isWhole && !(isOpen && own.startsWith(term))) continue;
      const list = { start: bounds[number] ?? 0, end: bounds[number + 1] ?? 0 };
      noteImpacts(part.postings, list, { roleBits, weighed: isWhole ? whole : open }, impacts);
    }
  }
  return impacts;
}

/**
 * Of each segment and each term, the parts that hold it, or the terms that begin so. All in one request:
 * one after the other, each would cost a turn.
 */
export async function readTermParts(
  source: TableSource,
  segments: readonly { segment: { number: number }; columns: SegmentColumns }[],
  wanted: readonly WantedTerm[],
): Promise<SearchPart[][][]> {
  const keys = new Map<string, [number, string, number]>();
  const places = segments.map(({ segment, columns }) =>
    wanted.map((term) =>
      partsWith(term, columns).map((part) => {
        const place = `${String(segment.number)}/${String(part)}`;
        keys.set(place, [segment.number, 'terms', part]);
        return place;
      }),
    ),
  );
  const read = await indexTables(source).parts.bulkGet([...keys.values()]);
  const byPlace = new Map([...keys.keys()].map((place, position) => [place, read[position]]));
  return places.map((terms) =>
    terms.map((each) =>
      each.flatMap((place) => {
        const part = byPlace.get(place);
        return part ? [part] : [];
      }),
    ),
  );
}

/** The numbers of the parts, which follow one another. */
function partsWith({ term, isOpen }: WantedTerm, { firstTerms }: SegmentColumns): number[] {
  const last = partFor(firstTerms, isOpen ? `${term}\uffff` : term);
  const first = Math.max(0, partFor(firstTerms, term));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** The keys of documents of one segment or several; undefined for those of a segment that is gone. */
export async function readKeys(
  source: TableSource,
  documents: readonly { segment: number; document: number }[],
): Promise<(StoredKey | undefined)[]> {
  const partOf = (document: number): number => Math.floor(document / IDS_PART);
  const wanted = new Map<string, [number, string, number]>();
  for (const { segment, document } of documents) {
    const number = partOf(document);
    wanted.set(`${String(segment)}/${String(number)}`, [segment, 'ids', number]);
  }
  const found = new Map<string, readonly StoredKey[]>();
  for (const part of await indexTables(source).parts.bulkGet([...wanted.values()])) {
    if (part?.kind !== 'ids') continue;
    found.set(`${String(part.segment)}/${String(part.number)}`, part.ids);
  }
  return documents.map(
    ({ segment, document }) =>
      found.get(`${String(segment)}/${String(partOf(document))}`)?.[document % IDS_PART],
  );
}
