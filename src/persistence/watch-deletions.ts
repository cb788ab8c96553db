import { Dexie, rangesOverlap, type ObservabilitySet } from 'dexie';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { TableName } from '../model/entities.js';
import { keysOf } from './record-keys.js';

/**
 * Tells of every write, of this tab or another, with which rows of the table may have gone. Reads
 * nothing: it goes by what Dexie says in each tab of the keys that were written.
 *
 * @param listener Gets what answers whether that may be so of the row with an id.
 * @returns A function that ends it.
 */
export function watchDeletions(
  { name }: LiteChatDatabase,
  table: TableName,
  listener: (mayBeGone: (id: string) => boolean) => void,
): () => void {
  const part = `idb://${name}/${table}/:dels` as const;
  const onWrite = (parts: ObservabilitySet): void => {
    const deleted = parts[part];
    if (!deleted) return;
    listener((id) =>
      keysOf(id).some((key) => rangesOverlap(deleted, { from: key, to: key, d: 1 })),
    );
  };
  Dexie.on('storagemutated', onWrite);
  return () => Dexie.on.storagemutated.unsubscribe(onWrite);
}
