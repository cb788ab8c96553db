import type { Dexie } from 'dexie';
import { readField } from '../formats/read-field.js';
import { categories, type CategoryId } from '../model/categories.js';

/** The last full backup that was handed to the browser. */
export interface LastBackup {
  at: Date;
  categories: readonly CategoryId[];
}

/** The key of the note that says when the last backup was made. */
export const LAST_BACKUP = 'lastBackup';

/** Null where none is noted. */
export async function readLastBackup(database: Dexie): Promise<LastBackup | null> {
  const note: unknown = await database.table('bookkeeping').get(LAST_BACKUP);
  const at = readField(note, 'value', 'at');
  if (!(at instanceof Date) || Number.isNaN(at.getTime())) return null;
  const ids = readField(note, 'value', 'categories');
  const held = new Set<unknown>(Array.isArray(ids) ? ids : []);
  return { at, categories: categories.map(({ id }) => id).filter((id) => held.has(id)) };
}
