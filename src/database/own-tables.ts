import type { SidebarItemType } from '../model/events.js';
import type { OutlineColumns, OutlineKey } from '../model/outline.js';
import type { TableName } from '../model/entities.js';

/** A key as it lies in a table: a number where an application saved a row without an id. */
export type StoredKey = string | number;

/** A part of what a restore or a clear changed: rows as they were before, and keys that were new. */
export interface UndoChunk {
  /** From 1, in the order of the changes. */
  position?: number;
  table: TableName;
  before: readonly object[];
  added: readonly StoredKey[];
}

/** Something the kit notes for itself, such as the time of the last backup. */
export interface Note {
  key: string;
  value: unknown;
}

/** A stretch of the outline as it was written last. */
export interface OutlineChunk extends OutlineColumns {
  /** From 0; the first chunk is enough for the first rows of a list. */
  number: number;
}

/** What one write did to the tables that the outline is of, in the order of its parts. */
export interface OutlineChange {
  /** From 1, in the order of the writes. */
  position?: number;
  /** The types of which every entry went. */
  cleared: readonly SidebarItemType[];
  /** The keys of entries that went. */
  gone: readonly OutlineKey[];
  /** Entries that came, or are otherwise from now on. */
  entries: OutlineColumns | null;
}

/** The interactions that one write has put or taken away; null for all that there were. */
export interface SearchChange {
  /** From 1, in the order of the writes. */
  position?: number;
  keys: readonly StoredKey[] | null;
}

/** A stretch of the index of words, which is written once; only what of it is dead changes. */
export interface SearchSegment {
  number: number;
  /** How many interactions it is of; each is known in it by a number from 0. */
  documents: number;
  /** A bit for each that was deleted, or has changed and stands in a later segment. */
  dead: Uint8Array;
  deadCount: number;
}

/** What a segment consists of; see src/persistence/search/posting-codec.ts. */
export type SearchPart = { segment: number; number: number } & (
  | {
      kind: 'terms';
      /** Sorted by code units, each followed by a line feed but the last. */
      terms: string;
      /** How many terms, for each the size of its list, then the lists. */
      postings: Uint8Array;
    }
  | {
      kind: 'starts';
      /** Of each document the greatest weight of the terms that begin so. */
      all: Uint8Array;
      /** The same in the words of the user, and in those of the assistant. */
      user: Uint8Array;
      assistant: Uint8Array;
      /** How many documents have any in each of the three. */
      counts: readonly [all: number, user: number, assistant: number];
    }
  | {
      kind: 'directory';
      /** The first term of each part of terms, as in such a part. */
      firstTerms: string;
      /** What terms begin with that has a part of its own, in no order, and the number of that part. */
      starts: string;
      startParts: readonly number[];
    }
  | {
      kind: 'documents';
      /** Of each of some documents, in milliseconds since 1970; NaN for none. */
      dates: Float64Array;
      /** Of each of them, the position of its conversation. */
      conversation: Uint32Array;
    }
  | { kind: 'conversations'; ids: readonly string[] }
  | {
      kind: 'keys';
      /** Hashes of the keys, sorted, and the document of each. */
      hashes: Float64Array;
      documents: Uint32Array;
      /** Of each document, a hash of what was indexed. */
      contents: Float64Array;
    }
  | { kind: 'ids'; ids: readonly StoredKey[] }
);
