import type { TableSource } from '../database/transactions.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { references, type Reference } from '../model/references.js';
import { idOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import type { ChangeSink } from './change-sink.js';
import { largeTables, PresentTable } from './present-state.js';
import { ReferenceResolver, type Targets } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';

export interface Mending {
  source: TableSource;
  sink: ChangeSink;
  log: RepairLog;
  /** The tables that rows are taken away from. */
  changed: ReadonlySet<TableName>;
  /** Whether a row that is here now is one to look at: not one that goes or is written over. */
  stays: (table: TableName, id: string) => boolean;
  /** What there is in the end; what is here now, unless given. */
  targets?: Targets['has'];
}

/**
 * Mends the rows that stay and refer to rows that do not: restoring projects alone may leave
 * conversations in a project that is gone.
 */
export async function mendReferences(mending: Mending): Promise<void> {
  const affected = references.filter(
    ({ target, onMissing }) => mending.changed.has(target) && onMissing !== 'recover',
  );
  const tables = new Map<TableName, PresentTable>();
  for (const name of new Set(affected.flatMap(({ table, target }) => [table, target]))) {
    if (!largeTables.has(name)) tables.set(name, await PresentTable.read(mending.source, name));
  }
  const has =
    mending.targets ??
    ((table: TableName, id: string): boolean => tables.get(table)?.has(id) !== false);
  for (const table of new Set(affected.map((reference) => reference.table))) {
    const present = tables.get(table);
    if (present) await mendSmallTable(mending, has, table, present);
    else {
      const ofTable = affected.filter((reference) => reference.table === table);
      for (const reference of ofTable) await mendLargeTable(mending, has, reference);
    }
  }
}

async function mendSmallTable(
  { sink, log, stays }: Mending,
  has: Targets['has'],
  table: TableName,
  present: PresentTable,
): Promise<void> {
  // Rows here go by their own ids, whatever records of a file have got.
  const resolver = new ReferenceResolver({ has, idFor: (_table, id) => id }, log);
  const meaningless = new Set<string>();
  for (const [id, row] of present.rows) {
    if (!stays(table, id)) continue;
    const mended = resolver.resolve(table, row, [table, id]);
    if (mended === undefined) meaningless.add(id);
    else if (mended !== row) await sink.put(table, [{ row: mended, before: row }]);
  }
  await sink.remove(
    table,
    present.select((id) => meaningless.has(id)),
  );
}

/** Asks the index for the ids that are referred to, instead of reading every row. */
async function mendLargeTable(
  { source, sink, log, stays }: Mending,
  has: Targets['has'],
  { table, field: [index, inner], target }: Reference,
): Promise<void> {
  if (inner !== undefined || largeTables.has(target)) return;
  const used: unknown[] = await tableOf(source, table).orderBy(index).uniqueKeys();
  const gone = used.filter((id) => idOf(id) !== '' && !has(target, idOf(id)));
  if (gone.length === 0) return;
  const keys = gone.filter((id) => typeof id === 'string' || typeof id === 'number');
  const rows: object[] = await tableOf(source, table).where(index).anyOf(keys).toArray();
  const staying = rows.filter((row) => stays(table, idOf(readField(row, 'id'))));
  for (const row of staying)
    log.add('reference-cleared', [table, idOf(readField(row, 'id')), index]);
  await sink.put(
    table,
    staying.map((row) => ({ row: { ...row, [index]: null }, before: row })),
  );
}
