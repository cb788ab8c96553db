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
import type { SearchChange, StoredKey } from './own-tables.js';

const LOG = 'searchChanges';
const TABLE = 'interactions';

/** How often the log is looked after, in records, and how many it keeps where nobody reads it. */
const TRIM_EVERY = 1024;
const LONGEST_LOG = 10_000;

/**
 * Logs in `searchChanges`, in the same transaction, which interactions each write has put or taken
 * away, whoever writes. The index of their words is made from that later: to do it at once would
 * make a save 28 times slower. A log that nobody reads loses its start, and what reads it then has
 * to begin with the rows.
 */
export const searchLog: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'search-log',
  create: (core) => {
    // The versions of the existing application have no such table.
    const hasLog = core.schema.tables.some(({ name }) => name === LOG);
    if (!hasLog) return core;
    return {
      ...core,
      transaction: (tables, mode, options) => {
        const isLogged = mode === 'readwrite' && tables.includes(TABLE) && !tables.includes(LOG);
        return core.transaction(isLogged ? [...tables, LOG] : tables, mode, options);
      },
      table: (name) => {
        const table = core.table(name);
        return name === TABLE ? logged(table, core.table(LOG)) : table;
      },
    };
  },
};

function logged(table: DBCoreTable, log: DBCoreTable): DBCoreTable {
  const add = (trans: DBCoreTransaction, change: SearchChange): Promise<unknown> =>
    log
      .mutate({ type: 'add', trans, values: [change] })
      .then(({ lastResult }) => trim(log, trans, Number(lastResult)));
  return {
    ...table,
    mutate(request) {
      const { trans } = request;
      if (request.type === 'deleteRange') {
        return changeOfRange(table, request).then((change) =>
          table
            .mutate(request)
            .then((response) =>
              change.keys === null || change.keys.length > 0
                ? add(trans, change).then(() => response)
                : response,
            ),
        );
      }
      const known = keysKnown(table, request);
      if (!known) {
        return table
          .mutate(request)
          .then((response) => add(trans, { keys: keysGiven(response) }).then(() => response));
      }
      if (known.length === 0) return table.mutate(request);
      // Both at once, which saves a turn of the browser's: that of a row that is refused after all is
      // one too many in the log, and does no harm there.
      const logging = add(trans, { keys: known });
      return table.mutate(request).then(
        (response) => logging.then(() => response),
        (error: unknown) => {
          const fail = (): never => {
            throw error;
          };
          return logging.then(fail, fail);
        },
      );
    },
  };
}

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

/** Dexie's numbers for a range with ends, and for one without. */
const RANGE = 2;
const WHOLE_TABLE = 3;

/** What goes with a range is known before it goes alone. */
function changeOfRange(
  table: DBCoreTable,
  { trans, range }: DBCoreDeleteRangeRequest,
): Promise<SearchChange> {
  const { type }: { type: number } = range;
  if (type === WHOLE_TABLE) return Promise.resolve({ keys: null });
  const query = { index: table.schema.primaryKey, range };
  // The keys of this table are never anything else.
  return table
    .query({ trans, values: false, query })
    .then(({ result }) => ({ keys: result as StoredKey[] }));
}

/** The keys of what is to be written; undefined when the browser has yet to give one. */
function keysKnown(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, DBCoreDeleteRangeRequest>,
): StoredKey[] | undefined {
  const { extractKey } = table.schema.primaryKey;
  const keys: readonly unknown[] =
    request.type === 'delete'
      ? request.keys
      : request.values.map((row: object): unknown => extractKey?.(row));
  // What is no key is no row, and refused.
  return keys.includes(undefined) ? undefined : keys.filter(isKey);
}

/** A row without an id has got a number for one. */
function keysGiven({ results = [], failures }: DBCoreMutateResponse): StoredKey[] {
  const given: readonly unknown[] = results;
  return given.filter((key, position): key is StoredKey => isKey(key) && !(position in failures));
}

const isKey = (key: unknown): key is StoredKey =>
  typeof key === 'string' || typeof key === 'number';
