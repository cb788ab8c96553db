import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreRangeType,
  DBCoreTable,
  DBCoreTransaction,
} from 'dexie';

/** How often a log is looked after, in records, and how many it keeps where nobody reads it. */
const TRIM_EVERY = 1024;
const LONGEST_LOG = 10_000;

/** Dexie's numbers for a range with ends, and for one without. */
const RANGE = 2;
const WHOLE_TABLE = 3;

/** A table of numbered records, to which writes to other tables add in their own transactions. */
export interface WriteLog<Change> {
  add(trans: DBCoreTransaction, change: Change): Promise<unknown>;
}

/**
 * Lets every write to some tables be logged, whoever writes: the log is in the scope of each
 * transaction that may write to them.
 *
 * @param wrap Gives the table that stands in the place of a logged one; others stay as they are.
 */
export function withWriteLog<Change>(
  core: DBCore,
  name: string,
  isLogged: (table: string) => boolean,
  wrap: (table: DBCoreTable, log: WriteLog<Change>) => DBCoreTable,
): DBCore {
  // The versions of the existing application have no such table.
  if (!core.schema.tables.some((table) => table.name === name)) return core;
  return {
    ...core,
    transaction: (tables, mode, options) => {
      const isWritten = mode === 'readwrite' && tables.some(isLogged) && !tables.includes(name);
      return core.transaction(isWritten ? [...tables, name] : tables, mode, options);
    },
    table: (tableName) => {
      const table = core.table(tableName);
      return isLogged(tableName) ? wrap(table, writeLog(core.table(name))) : table;
    },
  };
}

/** Where nobody reads the log, it loses its start, and what reads it then has to begin with the rows. */
function writeLog<Change>(log: DBCoreTable): WriteLog<Change> {
  const trim = (trans: DBCoreTransaction, position: number): unknown => {
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
  };
  return {
    add: (trans, change) =>
      log
        .mutate({ type: 'add', trans, values: [change] })
        .then(({ lastResult }) => trim(trans, Number(lastResult))),
  };
}

/** The keys of what goes with a range, while it is still there; null for the whole table. */
export function keysInRange(
  table: DBCoreTable,
  { trans, range }: DBCoreDeleteRangeRequest,
): Promise<unknown[] | null> {
  const { type }: { type: number } = range;
  if (type === WHOLE_TABLE) return Promise.resolve(null);
  const query = { index: table.schema.primaryKey, range };
  return table
    .query({ trans, values: false, query })
    .then(({ result }: { result: unknown[] }) => result);
}
