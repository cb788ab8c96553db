import type { LiteChatDatabase } from '../../src/database/litechat-database.js';

/** What the kit keeps for itself, beside the data. */
const ownTables = new Set([
  'undo',
  'bookkeeping',
  'outline',
  'outlineChanges',
  'searchSegments',
  'searchParts',
  'searchChanges',
]);

/** Every row of every table of data by its key, as it lies in the database. */
export async function snapshot(
  database: LiteChatDatabase,
): Promise<Record<string, Record<string, unknown>>> {
  const tables = await Promise.all(
    database.tables
      .filter(({ name }) => !ownTables.has(name))
      .map(async (table) => {
        const keys = await table.toCollection().primaryKeys();
        const rows: unknown[] = await table.toArray();
        return [
          table.name,
          Object.fromEntries(keys.map((key, i) => [String(key), rows[i]])),
        ] as const;
      }),
  );
  return Object.fromEntries(tables);
}
