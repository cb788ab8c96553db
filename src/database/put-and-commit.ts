import type { LiteChatDatabase } from './litechat-database.js';

/** A record and the name of the table that it is for. */
interface Destined {
  table: string;
  record: object;
}

/**
 * Puts a row, and adds to a log what Dexie, past which this goes, would have logged of it, for a page
 * that may be gone in a moment: requests and a commit with nothing to wait for between them outlive it.
 * The database is open.
 */
export function putAndCommit(database: LiteChatDatabase, row: Destined, change: Destined): void {
  const names = [row.table, change.table];
  const transaction = database.backendDB().transaction(names, 'readwrite');
  transaction.objectStore(row.table).put(row.record);
  transaction.objectStore(change.table).add(change.record);
  transaction.commit();
}
