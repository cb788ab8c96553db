import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { SearchChange } from '../database/own-tables.js';
import { putAndCommit } from '../database/put-and-commit.js';
import type { Interaction } from '../model/entities.js';
import { changeRow } from '../model/row.js';
import { keysOf } from './record-keys.js';
import { notFound } from './rows.js';
import { run } from './run.js';

/**
 * Changes fields of an interaction, by a transaction that has begun when the function returns, so that
 * it is done even if the database is closed right after.
 *
 * @returns The row as it now is.
 * @throws {LiteChatError} not-found, record-invalid.
 */
export function changeInteraction(
  database: LiteChatDatabase,
  id: string,
  updates: Partial<Interaction>,
): Promise<Interaction> {
  return run(database, async () => {
    let changed: Interaction | undefined;
    const found = await database.interactions
      .where(':id')
      .anyOf(keysOf(id))
      .modify((row, reference) => {
        changed = changeRow('interactions', row, updates);
        reference.value = changed;
      });
    if (found === 0 || !changed) throw notFound('interactions', id);
    return changed;
  });
}

/**
 * Puts an interaction with changes, for a page that may be gone in a moment. A put and a commit with
 * nothing to wait for between them outlive the page; to look first whether the row is still there
 * does not: of 64 pages that Chromium closed or left, 26 lost such a write, and of 32 none a put. So a
 * row that another tab has deleted comes back if this one has not heard of it: for rows alone that
 * were read or written just now and not deleted by all that is known, and beside a write that tells.
 */
export function keepInteraction(
  database: LiteChatDatabase,
  row: Interaction,
  updates: Partial<Interaction>,
): void {
  if (!database.isOpen()) return;
  const changed = changeRow('interactions', row, updates);
  // The last words are to be found by a search too.
  const change: SearchChange = { keys: [changed.id] };
  putAndCommit(
    database,
    { table: database.interactions.name, record: changed },
    { table: database.searchChanges.name, record: change },
  );
}
