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
