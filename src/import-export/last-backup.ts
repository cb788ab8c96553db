import { selectedCategories, type FullExportOptions } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { LAST_BACKUP, type LastBackup } from '../database/last-backup.js';

/** Notes that a backup has been saved. */
export function noteBackup(
  { database }: Persistence,
  options: FullExportOptions,
): Promise<unknown> {
  const value: LastBackup = {
    at: new Date(),
    categories: selectedCategories(options).map(({ id }) => id),
  };
  return run(database, () => database.bookkeeping.put({ key: LAST_BACKUP, value }));
}
