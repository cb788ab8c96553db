import { nanoid } from 'nanoid';
import type { LiteChatDatabase } from '../../database/litechat-database.js';
import type {
  Note,
  SearchChange,
  SearchPart,
  SearchSegment,
  StoredKey,
} from '../../database/own-tables.js';
import type { TableSource } from '../../database/transactions.js';

/** Rises when terms are cut or parts are written in another way: an index from before is made anew. */
const FORMAT = 2;

const NOTE = 'search';

/** So many changes that are not in the index yet are searched row by row. */
export const MOST_FRESH = 64;

/** How far the index is. */
export interface IndexState {
  format: number;
  /** Names this index; one that is made anew has another name. */
  name: string;
  /** Rises with everything that is written to the index. */
  revision: number;
  /** The last change of the log that is in it. */
  upTo: number;
  /** Whether all rows that were there before the log have been read. */
  isBuilt: boolean;
  /** Until then, the key of the last that was, how many were, and of how many. */
  cursor: StoredKey | null;
  read: number;
  rows: number;
  /** The number of the next segment. */
  next: number;
  /** The segments whose parts are not yet of the index, or no longer, and have to go after a crash. */
  loose: readonly number[];
}

export function newIndexState(upTo: number, rows: number): IndexState {
  return {
    format: FORMAT,
    name: nanoid(),
    revision: 0,
    upTo,
    isBuilt: false,
    cursor: null,
    read: 0,
    rows,
    next: 1,
    loose: [],
  };
}

/** Undefined when there is no index, or none that this version can read. */
export async function readIndexState(source: TableSource): Promise<IndexState | undefined> {
  const note = await source.table<Note, string>('bookkeeping').get(NOTE);
  // Nobody else writes under this key.
  const state = note?.value as IndexState | undefined;
  return state?.format === FORMAT ? state : undefined;
}

/** @param state Undefined where there is to be no index. */
export async function writeIndexState(
  source: TableSource,
  state: IndexState | undefined,
): Promise<void> {
  const notes = source.table<Note, string>('bookkeeping');
  if (state) await notes.put({ key: NOTE, value: state });
  else await notes.delete(NOTE);
}

/** The tables of the index in a database or in a transaction. */
export function indexTables(source: TableSource) {
  return {
    segments: source.table<SearchSegment, number>('searchSegments'),
    parts: source.table<SearchPart, [number, string, number]>('searchParts'),
    log: source.table<SearchChange, number>('searchChanges'),
  };
}

/** For a transaction that writes how far the index is; saves wait for it as long as it takes. */
export const stateTables = (database: LiteChatDatabase) => [
  database.bookkeeping,
  database.searchSegments,
  database.searchChanges,
];

/** All parts of a segment. */
export function partsOf(source: TableSource, segment: number) {
  return indexTables(source).parts.where(':id').between([segment], [segment, []], true, true);
}
