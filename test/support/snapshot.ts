import type { LiteChatDatabase } from '../../src/database/litechat-database.js';

/** Every row of every table by its key, as it lies in the database. */
export async function snapshot(
  database: LiteChatDatabase,
): Promise<Record<string, Record<string, unknown>>> {
  const tables = await Promise.all(
    database.tables.map(async (table) => {
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
