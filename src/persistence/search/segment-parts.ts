import type { SearchPart, StoredKey } from '../../database/own-tables.js';

/**
 * About how many bytes a part of terms takes: the least that a query reads for a word, and a record to
 * write. With 4, 16 and 64 kB, 30,000 interactions made 4,505, 1,279 and 438 records in 5.9, 6.7 and
 * 4.9 s; a rare word took 10, 10 and 9.7 ms, two frequent ones 10, 12 and 18, the start of a word of two
 * letters 26, 24 and 21 (on a busy machine): queries hardly tell the difference, and a size between the
 * last two keeps most of the gain in writing.
 */
export const TERMS_PART_BYTES = 32 * 1024;

/** So many documents, as a value of 64 kB or more is kept beside the database and takes twice the time. */
const DOCUMENTS_PART = 4096;

/** So many ids are read to name one document, of which a query names twenty. */
export const IDS_PART = 256;

/** What is known of each document of a segment beside its terms. */
export interface DocumentEntry {
  key: StoredKey;
  keyHash: number;
  contentHash: number;
  conversationId: string;
  date: number;
}

/** A part that has no place yet. */
export type LoosePart = SearchPart extends infer Part
  ? Part extends unknown
    ? Omit<Part, 'segment'>
    : never
  : never;

/** What tells which part a term is in. */
export interface TermColumns {
  /** Of each part of terms the first. */
  firstTerms: readonly string[];
  /** What terms begin with that is summed up, and the part of each of these sums. */
  starts: readonly string[];
  startParts: readonly number[];
}

/** The parts of a segment beside those of its terms. */
export function documentParts(
  documents: readonly DocumentEntry[],
  { firstTerms, starts, startParts }: TermColumns,
): LoosePart[] {
  const positions = new Map<string, number>();
  const conversation = new Uint32Array(documents.length);
  for (const [number, { conversationId }] of documents.entries()) {
    const position = positions.get(conversationId) ?? positions.size;
    positions.set(conversationId, position);
    conversation[number] = position;
  }
  const order = documents
    .map(({ keyHash }, document) => ({ keyHash, document }))
    .sort((one, other) => one.keyHash - other.keyHash);
  const parts: LoosePart[] = [
    {
      kind: 'directory',
      number: 0,
      firstTerms: firstTerms.join('\n'),
      starts: starts.join('\n'),
      startParts,
    },
    { kind: 'conversations', number: 0, ids: [...positions.keys()] },
    {
      kind: 'keys',
      number: 0,
      hashes: Float64Array.from(order, ({ keyHash }) => keyHash),
      documents: Uint32Array.from(order, ({ document }) => document),
      contents: Float64Array.from(documents, ({ contentHash }) => contentHash),
    },
  ];
  for (let start = 0; start < documents.length; start += DOCUMENTS_PART) {
    const some = documents.slice(start, start + DOCUMENTS_PART);
    parts.push({
      kind: 'documents',
      number: start / DOCUMENTS_PART,
      dates: Float64Array.from(some, ({ date }) => date),
      conversation: conversation.slice(start, start + DOCUMENTS_PART),
    });
  }
  for (let start = 0; start < documents.length; start += IDS_PART) {
    const ids = documents.slice(start, start + IDS_PART).map(({ key }) => key);
    parts.push({ kind: 'ids', number: start / IDS_PART, ids });
  }
  return parts;
}

/** Bits, one for each document of a segment. */
export const bits = {
  make: (size: number): Uint8Array => new Uint8Array(Math.ceil(size / 8)),
  has: (set: Uint8Array, at: number): boolean => (((set[at >> 3] ?? 0) >> (at & 7)) & 1) === 1,
  add(set: Uint8Array, at: number): void {
    set[at >> 3] = (set[at >> 3] ?? 0) | (1 << (at & 7));
  },
};
