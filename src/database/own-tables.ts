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
