import { readField } from '../formats/read-field.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Collection } from '../model/categories.js';
import type { TableName } from '../model/entities.js';
import { keyFieldOf } from '../model/tables.js';
import { idOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import type { RestorePlan } from './restore-plan.js';

/** Tables that may be too large to read whole. */
export const largeTables: ReadonlySet<TableName> = new Set<TableName>([
  'conversations',
  'interactions',
]);

/** The rows of a table by primary key; of a large one the keys alone. */
export async function presentRows(
  database: LiteChatDatabase,
  table: TableName,
): Promise<Map<string, object>> {
  if (largeTables.has(table)) {
    const keys = await tableOf(database, table).toCollection().primaryKeys();
    return new Map(keys.map((key) => [idOf(key), {}]));
  }
  const rows: object[] = await tableOf(database, table).toArray();
  return new Map(rows.map((row) => [idOf(readField(row, keyFieldOf(table))), row]));
}

/** The records of a collection as a file would hold them, by key; for collections with secrets. */
export async function presentRecords(
  database: LiteChatDatabase,
  { table, owns = () => true, shape }: Collection,
): Promise<Map<string, object>> {
  const rows = [...(await presentRows(database, table))].filter(([, row]) => owns(row));
  if (shape !== 'setting-list') return new Map(rows);
  const entries = rows.flatMap(([, row]): unknown[] => {
    const list = readField(row, 'value');
    return Array.isArray(list) ? list : [];
  });
  return new Map(
    entries
      .filter((entry): entry is object => typeof entry === 'object' && entry !== null)
      .map((entry) => [String(readField(entry, 'id')), entry]),
  );
}

/** Deletes what a collection of the file takes the place of. */
export async function deleteReplaced(
  database: LiteChatDatabase,
  { table, owns, shape }: Collection,
  plan: RestorePlan,
): Promise<void> {
  // A list within a setting is written whole, in the place of the one that is there.
  if (shape === 'setting-list') return;
  const carries = (key: string): boolean => plan.collections.some((other) => other.key === key);
  if (table === 'conversations' && !carries('interactions')) {
    await deleteEmptyConversations(database, plan);
  } else if (table === 'interactions' && !carries('conversations')) {
    // Of conversations that it does not mention, such a file says nothing.
    const mentioned = database.interactions
      .where('conversationId')
      .anyOf([...plan.conversationIds]);
    await mentioned.delete();
  } else if (owns) {
    await tableOf(database, table).filter(owns).delete();
  } else {
    await tableOf(database, table).clear();
  }
}

/**
 * A file with conversations but no interactions says nothing about the interactions here, so the
 * conversations that have some stay.
 */
async function deleteEmptyConversations(
  database: LiteChatDatabase,
  plan: RestorePlan,
): Promise<void> {
  const inUse = new Set<unknown>(
    await database.interactions.orderBy('conversationId').uniqueKeys(),
  );
  const inFile = plan.keys.get('conversations');
  const keys = await database.conversations.toCollection().primaryKeys();
  await database.conversations.bulkDelete(
    keys.filter((key) => !inUse.has(key) && !inFile?.has(key)),
  );
}
