import type { LiteChatDatabase } from '../database/litechat-database.js';
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
 * nothing to wait for between them outlive the page; what Dexie does takes answers, and is aborted.
 * Nobody is told, and a row that was deleted comes back: for rows read or written just now alone,
 * and beside a write that tells.
 */
export function keepInteraction(
  database: LiteChatDatabase,
  row: Interaction,
  updates: Partial<Interaction>,
): void {
  if (!database.isOpen()) return;
  const changed = changeRow('interactions', row, updates);
  const transaction = database.backendDB().transaction('interactions', 'readwrite');
  transaction.objectStore('interactions').put(changed);
  transaction.commit();
}
