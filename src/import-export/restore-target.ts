import { readField } from '../formats/read-field.js';
import { nanoid } from 'nanoid';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { TableName } from '../model/entities.js';
import { tableNames, uniqueNameTables } from '../model/tables.js';
import { keysClosingCycles } from './break-cycles.js';
import { takeFreeName } from './free-name.js';
import { largeTables, presentRows } from './present-records.js';
import type { Targets } from './reference-resolver.js';
import type { RestorePlan } from './restore-plan.js';

/** What a record of the file must give way in, beside the rows that stay. */
export interface RestoreTarget extends Targets {
  /** The name it gets, where its own is taken by another. */
  nameFor(table: TableName, key: string): string | undefined;
  /** Whether its chain of parents would never end. */
  closesCycle(table: TableName, key: string): boolean;
}

/** Looks at what stays of the database, after what the file replaces has been deleted. */
export async function prepareTarget(
  database: LiteChatDatabase,
  plan: RestorePlan,
): Promise<RestoreTarget> {
  const kept = new Map<TableName, Map<string, object>>();
  for (const table of tableNames) {
    const isAsked = !largeTables.has(table) || plan.keys.has('interactions');
    if (isAsked) kept.set(table, await presentRows(database, table));
  }
  const newIds = new Map(tableNames.map((table) => [table, idsTaken(plan, kept, table)] as const));
  const names = new Map(
    [...uniqueNameTables].map((table) => [
      table,
      freeNames(plan.names.get(table), kept.get(table), newIds.get(table)),
    ]),
  );
  const cycles = new Map(
    [...plan.parents].map(([table, parents]) => [
      table,
      keysClosingCycles(new Map([...parentsOf(kept.get(table)), ...parents])),
    ]),
  );

  return {
    has: (table, id) => plan.keys.get(table)?.has(id) === true || kept.get(table)?.has(id) === true,
    idFor: (table, id) => newIds.get(table)?.get(id) ?? id,
    nameFor: (table, key) => names.get(table)?.get(key),
    closesCycle: (table, key) => cycles.get(table)?.has(key) === true,
  };
}

/**
 * New ids for records whose own is that of a row that stays: a prompt in the file may be an agent
 * here, and restoring prompts must not overwrite agents.
 */
function idsTaken(
  plan: RestorePlan,
  kept: ReadonlyMap<TableName, ReadonlyMap<string, object>>,
  table: TableName,
): Map<string, string> {
  const owners = plan.collections.filter((collection) => collection.table === table);
  // The entries of a list within a setting are no rows.
  if (owners.every(({ owns }) => owns === undefined) || table === 'appState') return new Map();
  const clashing = [...(plan.keys.get(table) ?? [])].filter((key) => {
    const row = kept.get(table)?.get(key);
    return row !== undefined && !owners.some(({ owns }) => owns?.(row) === true);
  });
  return new Map(clashing.map((key) => [key, nanoid()]));
}

/** The names that records get whose own is taken by a row that stays or by one before them. */
function freeNames(
  inFile: ReadonlyMap<string, string> = new Map(),
  kept: ReadonlyMap<string, object> = new Map(),
  newIds: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const taken = new Set<string>();
  for (const row of kept.values()) taken.add(String(readField(row, 'name')));
  const changed = new Map<string, string>();
  for (const [key, name] of inFile) {
    const isItsOwn = readField(kept.get(key), 'name') === name && !newIds.has(key);
    if (isItsOwn) continue;
    const free = takeFreeName(name, taken);
    if (free !== name) changed.set(key, free);
  }
  return changed;
}

function parentsOf(rows: ReadonlyMap<string, object> = new Map()): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [key, row] of rows) {
    const parent = readField(row, 'parentId');
    if (typeof parent === 'string') parents.set(key, parent);
  }
  return parents;
}
