import {
  selectedCategories,
  type CategoryId,
  type FullExportOptions,
} from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';

/** The note that says when the last backup was made. */
const LAST_BACKUP_NOTE = 'lastBackup';

/** The last backup that was saved from here. */
export interface LastBackup {
  at: Date;
  categories: CategoryId[];
}

/** Notes that a backup has been saved. */
export function noteBackup(
  { database }: Persistence,
  options: FullExportOptions,
): Promise<unknown> {
  const value: LastBackup = {
    at: new Date(),
    categories: selectedCategories(options).map(({ id }) => id),
  };
  return run(database, () => database.bookkeeping.put({ key: LAST_BACKUP_NOTE, value }));
}
