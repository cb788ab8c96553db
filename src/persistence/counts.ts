import type { LiteChatDatabase } from '../database/litechat-database.js';
import { collections, type Collection, type CollectionKey } from '../model/categories.js';
import { run } from './run.js';
import { tableOf } from './rows.js';

/** How many records each collection has. */
export type CollectionCounts = Record<CollectionKey, number>;

/** How many records each collection holds now. */
export function countRecords(database: LiteChatDatabase): Promise<CollectionCounts> {
  return run(database, () =>
    database.transaction('r', database.tables, async () => {
      const counts = await Promise.all(
        collections.map(async (collection) => [
          collection.key,
          await countCollection(database, collection),
        ]),
      );
      return Object.fromEntries(counts) as CollectionCounts;
    }),
  );
}

async function countCollection(
  database: LiteChatDatabase,
  { table, shape, owns }: Collection,
): Promise<number> {
  if (!owns) return tableOf(database, table).count();
  const rows = await tableOf(database, table)
    .filter((row) => owns(row))
    .toArray();
  if (shape !== 'setting-list') return rows.length;
  const lists = rows.map((row): unknown => Reflect.get(row, 'value'));
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}
