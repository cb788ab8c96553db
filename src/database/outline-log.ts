import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreRangeType,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import type { SidebarItemType } from '../model/events.js';
import { outlineEntryOf, outlineKey, packOutline, type OutlineEntry } from '../model/outline.js';
import type { OutlineChange } from './own-tables.js';

const LOG = 'outlineChanges';

/** How often the log is looked after, in records, and how many it keeps where no list reads it. */
const TRIM_EVERY = 1024;
const LONGEST_LOG = 10_000;

const types: Readonly<Record<string, SidebarItemType>> = {
  conversations: 'conversation',
  projects: 'project',
};

/**
 * Logs in `outlineChanges`, in the same transaction, what every write does to the outline of
 * conversations and projects, whoever writes: a save, a cascade, a restore in a worker, a host with
 * Dexie. A crash leaves both or neither, and another tab learns of it as of any write. One small
 * record more is what a save pays; rewriting a list of all titles each time would cost a hundred
 * times that.
 */
export const outlineLog: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'outline-log',
  create: (core) => {
    // The versions of the existing application have no such table.
    const hasLog = core.schema.tables.some(({ name }) => name === LOG);
    if (!hasLog) return core;
    return {
      ...core,
      transaction: (tables, mode, options) => {
        const isLogged = mode === 'readwrite' && tables.some((name) => name in types);
        const scope = isLogged && !tables.includes(LOG) ? [...tables, LOG] : tables;
        return core.transaction(scope, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        const type = types[name];
        return type === undefined ? table : logged(table, type, core.table(LOG));
      },
    };
  },
};

function logged(table: DBCoreTable, type: SidebarItemType, log: DBCoreTable): DBCoreTable {
  const add = (trans: DBCoreTransaction, value: OutlineChange): Promise<unknown> =>
    log
      .mutate({ type: 'add', trans, values: [value] })
      .then(({ lastResult }) => trim(log, trans, Number(lastResult)));
  return {
    ...table,
    mutate(request) {
      const { trans } = request;
      if (request.type === 'deleteRange') {
        return changeOfRange(table, type, request).then((change) =>
          table.mutate(request).then((response) => add(trans, change).then(() => response)),
        );
      }
      return table.mutate(request).then((response) => {
        const change = changeOf(type, request, response);
        return change ? add(trans, change).then(() => response) : response;
      });
    },
  };
}

/** Where no list folds the log, it loses its start, and the next list begins with the rows. */
function trim(log: DBCoreTable, trans: DBCoreTransaction, position: number): unknown {
  if (position % TRIM_EVERY !== 0 || position <= LONGEST_LOG) return undefined;
  const range = {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- Dexie declares it and exports no value.
    type: RANGE as DBCoreRangeType,
    lower: -Infinity,
    upper: position - LONGEST_LOG,
    lowerOpen: false,
    upperOpen: false,
  };
  return log.mutate({ type: 'deleteRange', trans, range });
}

const nothing: OutlineChange = { cleared: [], gone: [], entries: null };

/** Dexie's numbers for a range with ends, and for one without. */
const RANGE = 2;
const WHOLE_TABLE = 3;

/** What goes with a range is known before it goes alone. */
function changeOfRange(
  table: DBCoreTable,
  type: SidebarItemType,
  { trans, range }: DBCoreDeleteRangeRequest,
): Promise<OutlineChange> {
  const { type: kind }: { type: number } = range;
  if (kind === WHOLE_TABLE) return Promise.resolve({ ...nothing, cleared: [type] });
  const query = { index: table.schema.primaryKey, range };
  return table.query({ trans, values: false, query }).then(({ result }) => ({
    ...nothing,
    gone: result.map((key) => outlineKey(type, String(key))),
  }));
}

function changeOf(
  type: SidebarItemType,
  request: Exclude<DBCoreMutateRequest, DBCoreDeleteRangeRequest>,
  { failures, results = [] }: DBCoreMutateResponse,
): OutlineChange | undefined {
  const isDone = (_item: unknown, position: number): boolean => !(position in failures);
  if (request.type === 'delete') {
    const gone = request.keys.filter(isDone).map((key) => outlineKey(type, String(key)));
    return gone.length > 0 ? { ...nothing, gone } : undefined;
  }
  const entries = request.values
    .map((row: object, position): OutlineEntry => {
      const entry = outlineEntryOf(type, row);
      // A row without an id has got a number for one.
      return entry.id === '' ? { ...entry, id: String(results[position]) } : entry;
    })
    .filter(isDone);
  return entries.length > 0 ? { ...nothing, entries: packOutline(entries) } : undefined;
}
