import type { CategoryId } from '../model/categories.js';

/** The last full backup that was handed to the browser. */
export interface LastBackup {
  at: Date;
  categories: readonly CategoryId[];
}

/** The key of the note that says when the last backup was made. */
export const LAST_BACKUP = 'lastBackup';
