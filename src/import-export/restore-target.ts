import { nanoid } from 'nanoid';
import type { TableSource } from '../database/transactions.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { tableNames, uniqueNameTables } from '../model/tables.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { keysClosingCycles } from './break-cycles.js';
import { takeFreeName } from './free-name.js';
import { isToWin } from './newer-record.js';
import { largeTables, PresentTable } from './present-state.js';
import type { Targets } from './reference-resolver.js';
import { treeTables, type RestorePlan } from './restore-plan.js';
import type { RestorePolicy } from './types.js';

/** What a restore finds in the database, and what a record of the file must give way in. */
export interface RestoreTarget extends Targets {
  present(table: TableName): PresentTable | undefined;
  /** Whether the row here stays and is not the file's to change. */
  isKept(table: TableName, id: string): boolean;
  /** Whether the file has a record for the row of this id, which it may have got here. */
  isWritten(table: TableName, id: string): boolean;
  /** Whether the row here goes, the file having none for it. */
  isDoomed(table: TableName, id: string): boolean;
  /** Whether the row here gives way to one of the file; of small tables alone, when the newer stays. */
  isWrittenOver(table: TableName, id: string): boolean;
  /** The key in the file of the record with this id; the id itself unless it was given another. */
  keyFor(table: TableName, id: string): string;
  /** The name a record gets, where its own is taken by another. */
  nameFor(table: TableName, key: string): string | undefined;
  /** Whether its chain of parents would never end. */
  closesCycle(table: TableName, key: string): boolean;
}

/**
 * Looks at the database, in the caller's transaction, before anything is changed.
 *
 * @param filled The tables that held nothing, and hold by now what the file has for them.
 */
export async function prepareTarget(
  source: TableSource,
  plan: RestorePlan,
  policy: RestorePolicy,
  filled: ReadonlySet<TableName>,
): Promise<RestoreTarget> {
  const present = new Map<TableName, PresentTable>();
  for (const name of tablesToLookAt(plan)) {
    const table = filled.has(name)
      ? PresentTable.empty(source, name)
      : await PresentTable.read(source, name);
    present.set(name, table);
  }

  const mayReplace = policy === 'replace' ? await replacedRows(source, plan, present) : () => false;
  // Of a record that the file has and that cannot be stored, what is here stays.
  const isOwned = (table: TableName, id: string): boolean =>
    mayReplace(table, id) &&
    (plan.keys.get(table)?.has(id) === true || plan.invalid.ids.get(table)?.has(id) !== true);
  const isKept = (table: TableName, id: string): boolean =>
    present.get(table)?.has(id) === true && !isOwned(table, id);
  const keptRows = (table: TableName): ReadonlyMap<string, object> =>
    new Map([...(present.get(table)?.rows ?? [])].filter(([id]) => isKept(table, id)));
  const newIds = new Map(
    tableNames.map((table) => {
      const ids =
        policy === 'copies' ? copiedIds(plan, table) : takenIds(plan, table, keptRows(table));
      return [table, ids] as const;
    }),
  );
  const oldIds = new Map(
    [...newIds].map(([table, ids]) => [table, new Map([...ids].map(([key, id]) => [id, key]))]),
  );
  const keyFor = (table: TableName, id: string): string => oldIds.get(table)?.get(id) ?? id;
  const isInFile = (table: TableName, id: string): boolean =>
    oldIds.get(table)?.has(id) === true ||
    (plan.keys.get(table)?.has(id) === true && newIds.get(table)?.has(id) !== true);
  const isDoomed = (table: TableName, id: string): boolean =>
    present.get(table)?.has(id) === true && isOwned(table, id) && !isInFile(table, id);
  // A record without a date gets that of the file.
  const undated = (plan.exportedAt ?? new Date()).getTime();
  const isWrittenOver = (table: TableName, id: string): boolean => {
    if (!isInFile(table, id)) return false;
    if (policy !== 'merge-newest') return isOwned(table, id);
    const change = plan.changes.get(table)?.get(keyFor(table, id));
    const row = present.get(table)?.rows.get(id);
    if (change === undefined || row === undefined) return false;
    return isToWin(table, change === -Infinity ? undated : change, row);
  };

  const names = new Map(
    [...uniqueNameTables].map((table) => {
      const rows = present.get(table)?.rows ?? new Map<string, object>();
      const stays = (id: string): boolean => isKept(table, id) && !isWrittenOver(table, id);
      return [table, freeNames(plan.names.get(table), rows, stays, newIds.get(table))];
    }),
  );
  const cycles = new Map(
    [...treeTables].map((table) => {
      const inFile = plan.parents.get(table) ?? new Map<string, string>();
      // A copy has an id that nothing here can have for its parent.
      if (policy === 'copies') return [table, keysClosingCycles(inFile)];
      const rows = keptRows(table);
      const parents = parentsOf(rows);
      const isWritten = (key: string): boolean =>
        plan.keys.get(table)?.has(key) === true && (!rows.has(key) || isWrittenOver(table, key));
      for (const key of [...(plan.keys.get(table) ?? [])].filter(isWritten)) {
        const parent = inFile.get(key);
        if (parent === undefined) parents.delete(key);
        else parents.set(key, parent);
      }
      // Sorted, so that the same circle is cut at the same place when the file is restored again.
      const inOrder = [...parents].sort(([one], [other]) => (one < other ? -1 : 1));
      return [table, keysClosingCycles(new Map(inOrder), isWritten)];
    }),
  );

  return {
    present: (table) => present.get(table),
    isKept,
    isWritten: isInFile,
    isDoomed,
    isWrittenOver,
    keyFor,
    has: (table, id) => plan.keys.get(table)?.has(id) === true || isKept(table, id),
    idFor: (table, id) => newIds.get(table)?.get(id) ?? id,
    nameFor: (table, key) => names.get(table)?.get(key),
    closesCycle: (table, key) => cycles.get(table)?.has(key) === true,
  };
}

/** All but the large ones that the file has nothing to do with. */
function tablesToLookAt(plan: RestorePlan): TableName[] {
  const touched = new Set(plan.collections.map(({ table }) => table));
  return tableNames.filter(
    (name) =>
      !largeTables.has(name) ||
      touched.has(name) ||
      (name === 'conversations' && touched.has('interactions')),
  );
}

/** Tells which rows here the chosen part of the file takes the place of. */
async function replacedRows(
  source: TableSource,
  plan: RestorePlan,
  present: ReadonlyMap<TableName, PresentTable>,
): Promise<(table: TableName, id: string) => boolean> {
  const carried = new Set(plan.collections.map(({ key }) => key));
  const owners = new Map<TableName, ((id: string) => boolean)[]>();
  for (const { key, table, owns, shape } of plan.collections) {
    // A list within a setting is written whole, in the place of the one that is there.
    if (shape === 'setting-list' || present.get(table)?.isEmpty === true) continue;
    let isOwned = (_id: string): boolean => true;
    if (key === 'conversations' && !carried.has('interactions')) {
      // Such a file says nothing about the interactions here: conversations that have some stay.
      const inUse = await conversationsInUse(source);
      isOwned = (id) => !inUse.has(id) || plan.keys.get(table)?.has(id) === true;
    } else if (key === 'conversations') {
      // One that messages of the file belong to is better than one made up for them.
      const ofInvalid = await conversationsOf(source, plan.invalid.ids.get('interactions'));
      isOwned = (id) =>
        (!plan.conversationIds.has(id) && !ofInvalid.has(id)) ||
        plan.keys.get(table)?.has(id) === true;
    } else if (key === 'interactions' && !carried.has('conversations')) {
      // Of conversations that it does not mention, such a file says nothing.
      const mentioned = await interactionsIn(source, plan.conversationIds);
      isOwned = (id) => mentioned.has(id) || plan.keys.get(table)?.has(id) === true;
    } else if (owns) {
      const rows = present.get(table)?.rows;
      isOwned = (id) => owns(rows?.get(id) ?? {});
    }
    owners.set(table, [...(owners.get(table) ?? []), isOwned]);
  }
  return (table, id) => owners.get(table)?.some((isOwned) => isOwned(id)) === true;
}

async function conversationsInUse(source: TableSource): Promise<Set<string>> {
  const ids: unknown[] = await tableOf(source, 'interactions')
    .orderBy('conversationId')
    .uniqueKeys();
  return new Set(ids.map(idOf));
}

/** The conversations of the messages here that have these ids. */
async function conversationsOf(
  source: TableSource,
  ids: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const rows = await tableOf(source, 'interactions')
    .where(':id')
    .anyOf([...ids].flatMap(keysOf))
    .toArray();
  return new Set(rows.map(({ conversationId }) => idOf(conversationId)));
}

async function interactionsIn(
  source: TableSource,
  conversationIds: Iterable<string>,
): Promise<Set<string>> {
  const keys = [...conversationIds].flatMap(keysOf);
  const ids = await tableOf(source, 'interactions')
    .where('conversationId')
    .anyOf(keys)
    .primaryKeys();
  return new Set(ids.map(idOf));
}

/**
 * New ids for records whose own is that of a row that stays: a prompt in the file may be an agent
 * here, and restoring prompts must not overwrite agents.
 */
function takenIds(
  plan: RestorePlan,
  table: TableName,
  kept: ReadonlyMap<string, object>,
): Map<string, string> {
  const owners = plan.collections.filter((collection) => collection.table === table);
  // The entries of a list within a setting are no rows.
  if (owners.every(({ owns }) => owns === undefined) || table === 'appState') return new Map();
  const clashing = [...(plan.keys.get(table) ?? [])].filter((key) => {
    const row = kept.get(key);
    return row !== undefined && !owners.some(({ owns }) => owns?.(row) === true);
  });
  // The same each time, so that restoring once more finds what it brought before.
  return new Map(
    clashing.map((key) => [key, `${key}-${owners.map(({ key: name }) => name).join('-')}`]),
  );
}

/** New ids for all records that have one; what is known by its name or key has none. */
function copiedIds(plan: RestorePlan, table: TableName): Map<string, string> {
  if (table === 'appState' || table === 'mods') return new Map();
  return new Map([...(plan.keys.get(table) ?? [])].map((key) => [key, nanoid()]));
}

/**
 * The names that records get whose own is taken by a row that stays, by one that keeps its name, or by
 * one before them.
 */
function freeNames(
  inFile: ReadonlyMap<string, string> = new Map(),
  rows: ReadonlyMap<string, object>,
  stays: (id: string) => boolean,
  newIds: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const isItsOwn = (key: string, name: string): boolean =>
    !newIds.has(key) && readField(rows.get(key), 'name') === name;
  const taken = new Set<string>();
  for (const [id, row] of rows) if (stays(id)) taken.add(String(readField(row, 'name')));
  for (const [key, name] of inFile) if (isItsOwn(key, name)) taken.add(name);
  const changed = new Map<string, string>();
  for (const [key, name] of inFile) {
    if (isItsOwn(key, name)) continue;
    const free = takeFreeName(name, taken);
    if (free !== name) changed.set(key, free);
  }
  return changed;
}

function parentsOf(rows: ReadonlyMap<string, object>): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [key, row] of rows) {
    const parent = idOf(readField(row, 'parentId'));
    if (parent !== '') parents.set(key, parent);
  }
  return parents;
}
