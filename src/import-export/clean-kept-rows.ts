import { readField } from '../formats/read-field.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { TableName } from '../model/entities.js';
import { references, type Reference } from '../model/references.js';
import { keyFieldOf } from '../model/tables.js';
import { idOf } from '../persistence/record-keys.js';
import { largeTables } from './present-records.js';
import { ReferenceResolver, type Targets } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';
import type { RestorePlan } from './restore-plan.js';

/**
 * Mends the rows that a restore left alone and that refer to rows which it took away: restoring
 * projects alone may leave conversations in a project that is gone.
 */
export async function cleanKeptRows(
  database: LiteChatDatabase,
  plan: RestorePlan,
  log: RepairLog,
): Promise<void> {
  const written = new Set<TableName>(plan.collections.map(({ table }) => table));
  const affected = references.filter(
    ({ target, onMissing }) => written.has(target) && onMissing !== 'recover',
  );
  const existing = new Map<TableName, Set<string>>();
  for (const { target, table } of affected) {
    if (existing.has(target) || (largeTables.has(table) && largeTables.has(target))) continue;
    const keys = await database.table<object, string>(target).toCollection().primaryKeys();
    existing.set(target, new Set(keys.map(idOf)));
  }
  const targets: Targets = {
    has: (table, id) => existing.get(table)?.has(id) ?? true,
    idFor: (_table, id) => id,
  };
  for (const table of new Set(affected.map((reference) => reference.table))) {
    if (largeTables.has(table)) {
      await cleanLargeTable(database, table, affected, existing, log);
    } else {
      await cleanSmallTable(database, table, targets, log);
    }
  }
}

async function cleanSmallTable(
  database: LiteChatDatabase,
  name: TableName,
  targets: Targets,
  log: RepairLog,
): Promise<void> {
  const table = database.table<object, string>(name);
  const resolver = new ReferenceResolver(targets, log);
  for (const row of await table.toArray()) {
    const key = String(readField(row, keyFieldOf(name)));
    const mended = resolver.resolve(name, row, [name, key]);
    if (mended === undefined) await table.delete(key);
    else if (mended !== row) await table.put(mended);
  }
}

/** Asks the index for the ids that are referred to, instead of reading every row. */
async function cleanLargeTable(
  database: LiteChatDatabase,
  name: TableName,
  affected: readonly Reference[],
  existing: ReadonlyMap<TableName, ReadonlySet<string>>,
  log: RepairLog,
): Promise<void> {
  const table = database.table<object, string>(name);
  for (const { table: source, field, target } of affected) {
    const [index, inner] = field;
    const ids = existing.get(target);
    if (source !== name || inner !== undefined || !ids) continue;
    const used = await table.orderBy(index).uniqueKeys();
    const gone = used.filter((id): id is string => typeof id === 'string' && !ids.has(id));
    if (gone.length === 0) continue;
    await table
      .where(index)
      .anyOf(gone)
      .modify((row) => {
        log.add('reference-cleared', [name, String(readField(row, 'id')), index]);
        Reflect.set(row, index, null);
      });
  }
}
