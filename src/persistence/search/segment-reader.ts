import type { SearchPart, StoredKey } from '../../database/own-tables.js';
import type { TableSource } from '../../database/transactions.js';
import { indexTables } from './index-state.js';
import { openWeights, wholeWeights } from './impact.js';
import { searchRoles, type SearchRole } from './message-text.js';
import { listBounds, noteImpacts } from './posting-codec.js';
import type { SegmentColumns } from './segment-columns.js';
import { IDS_PART } from './segment-parts.js';

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

/** What a segment says of a term. */
export interface TermImpacts {
  /** Of each document, 0 where the term is not said. */
  impacts: Uint8Array;
  /** How many documents it is said in. */
  count: number;
}

/**
 * What the parts of a segment say of a term.
 *
 * @param role Whose words count; both unless given.
 */
export function impactsIn(
  parts: readonly SearchPart[],
  { term, isOpen }: WantedTerm,
  documents: number,
  role: SearchRole | undefined,
): TermImpacts {
  const [first] = parts;
  if (first?.kind === 'starts') return summedImpacts(first, role);
  const roleBits = role === undefined ? 3 : 1 << searchRoles.indexOf(role);
  const impacts = new Uint8Array(documents);
  let count = 0;
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
      const weighed = isWhole ? wholeWeights : openWeights;
      count += noteImpacts(part.postings, list, { roleBits, weighed }, impacts);
    }
  }
  return { impacts, count };
}

function summedImpacts(
  { all, user, assistant, counts }: Extract<SearchPart, { kind: 'starts' }>,
  role: SearchRole | undefined,
): TermImpacts {
  switch (role) {
    case 'user':
      return { impacts: user, count: counts[1] };
    case 'assistant':
      return { impacts: assistant, count: counts[2] };
    default:
      return { impacts: all, count: counts[0] };
  }
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
      partsWith(term, columns).map(({ kind, number }) => {
        const place = `${String(segment.number)}/${kind}/${String(number)}`;
        keys.set(place, [segment.number, kind, number]);
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

/** The parts, which follow one another, or the one in which they are summed up. */
function partsWith(
  { term, isOpen }: WantedTerm,
  { firstTerms, starts }: SegmentColumns,
): { kind: 'terms' | 'starts'; number: number }[] {
  const summed = isOpen ? starts.get(term) : undefined;
  if (summed !== undefined) return [{ kind: 'starts', number: summed }];
  const last = partFor(firstTerms, isOpen ? `${term}\uffff` : term);
  const first = Math.max(0, partFor(firstTerms, term));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => ({
    kind: 'terms',
    number: first + offset,
  }));
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
