import type { Table } from 'dexie';
import { nanoid } from 'nanoid';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { putAlone } from '../database/lone-writes.js';
import type { TableSource } from '../database/transactions.js';
import { LiteChatError } from '../errors.js';
import type { RowTypes, TableName } from '../model/entities.js';
import { formatPath, toPlainValue, type PathSegment } from '../model/plain-value.js';
import { changeRow, plainToRow, withDates } from '../model/row.js';
import { dateFields, rowSchemas } from '../model/schemas.js';
import { keyFieldOf, uniqueNameTables } from '../model/tables.js';
import { idOf, keysOf } from './record-keys.js';
import { inOrder } from './row-order.js';
import { run } from './run.js';

/** The table under its name; TypeScript cannot see that the union of names yields one table. */
export function tableOf<Name extends TableName>(
  source: TableSource,
  name: Name,
): Table<RowTypes[Name], string> {
  return source.table(name);
}

/** The value of a row's primary key. */
export function keyOf<Name extends TableName>(table: Name, row: RowTypes[Name]): string {
  return String(Reflect.get(row, keyFieldOf(table)));
}

/** Reads a whole table, in the order of {@link inOrder}. */
export function loadRows<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
): Promise<RowTypes[Name][]> {
  return run(database, async () => {
    const rows = await tableOf(database, table).toArray();
    return inOrder(
      table,
      rows.map((row) => withDates(table, row)),
    );
  });
}

/**
 * Gives what a host wants saved the identity and the dates it lacks.
 *
 * @throws {LiteChatError} record-invalid with the path of the field.
 */
export function newRow<Name extends TableName>(
  table: Name,
  draft: unknown,
  path: readonly PathSegment[] = [table],
): RowTypes[Name] {
  const plain = toPlainValue(draft, path);
  if (!isRecord(plain)) {
    const where = formatPath(path);
    throw new LiteChatError('record-invalid', `${where} is not an object. Nothing was changed.`, {
      path: where,
    });
  }
  const now = new Date();
  const fields: readonly string[] = dateFields[table];
  return plainToRow(
    table,
    {
      ...plain,
      ...('id' in rowSchemas[table].entries && { id: plain['id'] ?? nanoid() }),
      ...(fields.includes('createdAt') && { createdAt: plain['createdAt'] ?? now }),
      ...(fields.includes('updatedAt') && { updatedAt: plain['updatedAt'] ?? now }),
    },
    path,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * Writes rows in one transaction, all or none. Of two with the same id the last one stays.
 *
 * @returns Their primary keys.
 * @throws {LiteChatError} record-invalid with the path of the field, name-taken, cycle,
 * quota-exceeded.
 */
export function saveRows(
  database: LiteChatDatabase,
  table: TableName,
  drafts: readonly unknown[],
): Promise<string[]> {
  return run(database, async () => {
    const rows = Array.from(drafts, (draft, position) => newRow(table, draft, [table, position]));
    await putRows(database, table, rows);
    return rows.map((row) => keyOf(table, row));
  });
}

/** Writes one row and resolves to its primary key. */
export function saveRow(
  database: LiteChatDatabase,
  table: TableName,
  draft: unknown,
): Promise<string> {
  return run(database, async () => {
    const row = newRow(table, draft);
    await putRows(database, table, [row]);
    return keyOf(table, row);
  });
}

/** Writes rows that are as they should be, in the transaction under way or one of its own. */
export function putRows<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
  rows: readonly RowTypes[Name][],
): PromiseLike<unknown> {
  const [row, ...others] = rows;
  if (row && others.length === 0 && isFree(table, row)) {
    return putAlone(database, tableOf(database, table), row);
  }
  return database.transaction('rw', table, async () => {
    await assertConsistent(database, table, rows);
    const ids = rows.map((row) => keyOf(table, row)).filter((id) => keysOf(id).length > 1);
    if (ids.length > 0) {
      // A record that lies under a number would stay beside itself.
      const keys: unknown[] = await storedKeys(database, table, ids);
      const numbers = keys.filter((key) => typeof key === 'number');
      await tableOf(database, table).where(':id').anyOf(numbers).delete();
    }
    await tableOf(database, table).bulkPut(rows);
  });
}

/** Whether to put the row is one request, before and after which nothing is to be read or written. */
function isFree<Name extends TableName>(table: Name, row: RowTypes[Name]): boolean {
  // The outline of conversations and projects is logged after their rows.
  const isListed = table === 'projects' || table === 'conversations';
  const isChecked = uniqueNameTables.has(table) || isListed;
  return !isChecked && keysOf(keyOf(table, row)).length === 1;
}

/** The row with the id, or undefined. */
export async function findRow<Name extends TableName>(
  source: TableSource,
  table: Name,
  key: string,
): Promise<RowTypes[Name] | undefined> {
  return tableOf(source, table).where(':id').anyOf(keysOf(key)).last();
}

/** Deletes the rows with the ids, where they exist. */
export async function deleteRows(
  database: LiteChatDatabase,
  table: TableName,
  ids: readonly string[],
): Promise<void> {
  await tableOf(database, table).bulkDelete(await storedKeys(database, table, ids));
}

/** The keys under which records lie: a number only where no record has the id as text. */
async function storedKeys(
  database: LiteChatDatabase,
  table: TableName,
  ids: readonly string[],
): Promise<string[]> {
  const rows = tableOf(database, table).where(':id').anyOf(ids.flatMap(keysOf));
  const keys = await rows.primaryKeys();
  const texts = new Set<unknown>(keys);
  return keys.filter((key: unknown) => typeof key === 'string' || !texts.has(String(key)));
}

/**
 * Changes fields of one row in one transaction; a field given as `undefined` is removed.
 *
 * @returns The row as it now is.
 * @throws {LiteChatError} not-found, record-invalid, name-taken, cycle.
 */
export function updateRow<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
  key: string,
  updates: object,
): Promise<RowTypes[Name]> {
  return run(database, () =>
    database.transaction('rw', table, async () => {
      const present = await findRow(database, table, key);
      if (present === undefined) throw notFound(table, key);
      const row = changeRow(table, present, updates);
      if (keyOf(table, row) !== keyOf(table, present)) {
        const path = formatPath([table, keyFieldOf(table)]);
        throw new LiteChatError('record-invalid', `${path} cannot change. Nothing was changed.`, {
          path,
        });
      }
      await putRows(database, table, [row]);
      return row;
    }),
  );
}

export function notFound(table: TableName, key: string): LiteChatError {
  return new LiteChatError(
    'not-found',
    `There is no such record in ${table}. Nothing was changed.`,
    {
      path: formatPath([table, key]),
    },
  );
}

async function assertConsistent<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
  rows: readonly RowTypes[Name][],
): Promise<void> {
  if (uniqueNameTables.has(table)) await assertNamesFree(database, table, rows);
  if (table === 'projects') await assertNoCycle(database, table, rows);
}

/** A project moved below itself would be unreachable in any tree. */
async function assertNoCycle<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
  rows: readonly RowTypes[Name][],
): Promise<void> {
  const parentOf = (row: RowTypes[Name]): string => idOf(Reflect.get(row, 'parentId'));
  const parents = new Map<string, string>();
  for (const row of await tableOf(database, table).toArray()) {
    parents.set(keyOf(table, row), parentOf(row));
  }
  // Whoever wrote a circle before, its projects can still be renamed.
  const moved = rows.filter((row) => parents.get(keyOf(table, row)) !== parentOf(row));
  for (const row of rows) parents.set(keyOf(table, row), parentOf(row));
  for (const row of moved) {
    const key = keyOf(table, row);
    const visited = new Set<string>();
    for (let at = parentOf(row); at !== '' && !visited.has(at); at = parents.get(at) ?? '') {
      if (at === key) {
        const path = formatPath([table, key, 'parentId']);
        throw new LiteChatError(
          'cycle',
          'A project cannot lie inside itself or inside a project below it. Nothing was changed.',
          { path },
        );
      }
      visited.add(at);
    }
  }
}

/** Names the record whose name is taken, which the browser's ConstraintError does not. */
async function assertNamesFree<Name extends TableName>(
  database: LiteChatDatabase,
  table: Name,
  rows: readonly RowTypes[Name][],
): Promise<void> {
  const nameOf = (row: RowTypes[Name]): unknown => Reflect.get(row, 'name');
  const names = rows.map(nameOf).filter((name) => typeof name === 'string');
  const owners = new Map<unknown, string>();
  for (const row of await tableOf(database, table).where('name').anyOf(names).toArray()) {
    owners.set(nameOf(row), keyOf(table, row));
  }
  for (const row of rows) {
    const name = nameOf(row);
    const key = keyOf(table, row);
    if (typeof name !== 'string') continue;
    if ((owners.get(name) ?? key) !== key) {
      throw new LiteChatError(
        'name-taken',
        `Another record in ${table} has the name “${name}” already. Nothing was changed.`,
        { path: formatPath([table, key, 'name']) },
      );
    }
    owners.set(name, key);
  }
}
