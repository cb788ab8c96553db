import type { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError, type LiteChatErrorCode } from '../errors.js';
import { run } from './run.js';

/** Failures to open that are no reason to keep the database: clearing it is what may help. */
const clearable: ReadonlySet<LiteChatErrorCode> = new Set<LiteChatErrorCode>([
  'database-connection-lost',
  'database-failed',
]);

/**
 * Deletes the whole database and opens it anew, empty: at 100,000 interactions 40 ms against 8.4 s
 * for clearing every table. Other tabs let go of the old database, and find the new one at their
 * next use; while one does not, `database.status` says `blocked` and the promise waits.
 *
 * @throws {LiteChatError} database-newer, database-outdated: what a newer application made is not
 * ours to delete.
 */
export function clearAllData(database: LiteChatDatabase): Promise<void> {
  return run(database, async () => {
    await database.open().catch((error: unknown) => {
      if (!(error instanceof LiteChatError && clearable.has(error.code))) throw error;
    });
    await database.delete({ disableAutoOpen: false });
    await database.open();
    // Clearing an empty table costs nothing and tells every live query, in other tabs too. One that
    // has been written to again tells them by that, and keeps what was saved.
    await database.transaction('rw', database.tables, () =>
      Promise.all(
        database.tables.map(async (table) => {
          if ((await table.count()) === 0) await table.clear();
        }),
      ),
    );
  });
}
