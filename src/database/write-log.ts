import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreRangeType,
  DBCoreTable,
  DBCoreTransaction,
  ObservabilitySet,
} from 'dexie';

/** How often a log is looked after, in records, and how many it keeps where nobody reads it. */
const TRIM_EVERY = 1024;
const LONGEST_LOG = 10_000;

/** Dexie's numbers for a range with ends, and for one without. */
const RANGE = 2;
const WHOLE_TABLE = 3;

/** A write, and what is still to be done once it is answered. */
export interface LoggedWrite<Request> {
  request: Request;
  end: (response: DBCoreMutateResponse) => DBCoreMutateResponse | PromiseLike<DBCoreMutateResponse>;
}

/** A table of numbered records, to which writes to other tables add in their own transactions. */
export interface WriteLog<Change> {
  /** Whether the next write has nothing to do but to log what it does, and will not be refused a number. */
  readonly isSettled: boolean;
  add(trans: DBCoreTransaction, change: Change): Promise<unknown>;
  /**
   * Sends the record past Dexie, which has nothing to do for it, and at once: the write is to be sent
   * next.
   */
  addBefore<Request extends DBCoreMutateRequest>(
    request: Request,
    change: Change,
  ): LoggedWrite<Request>;
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
  const log = writeLog<Change>(core.table(name), `idb://${core.schema.name}/${name}/`);
  return {
    ...core,
    transaction: (tables, mode, options) => {
      const isWritten = mode === 'readwrite' && tables.some(isLogged) && !tables.includes(name);
      return core.transaction(isWritten ? [...tables, name] : tables, mode, options);
    },
    table: (tableName) => {
      const table = core.table(tableName);
      return isLogged(tableName) ? wrap(table, log) : table;
    },
  };
}

/**
 * Where nobody reads the log, it loses its start, and what reads it then has to begin with the rows.
 *
 * @param part What Dexie calls the log where it tells of changes.
 */
function writeLog<Change>(log: DBCoreTable, part: string): WriteLog<Change> {
  let last = 0;
  let isLong = false;
  const added = (position: number): void => {
    last = position;
    isLong ||= position % TRIM_EVERY === 0 && position > LONGEST_LOG;
  };
  const trim = (trans: DBCoreTransaction): Promise<unknown> => {
    isLong = false;
    const range = {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- Dexie declares it and exports no value.
      type: RANGE as DBCoreRangeType,
      lower: -Infinity,
      upper: last - LONGEST_LOG,
      lowerOpen: false,
      upperOpen: false,
    };
    return log.mutate({ type: 'deleteRange', trans, range });
  };
  return {
    get isSettled() {
      return !isLong && last > 0 && last < Number.MAX_SAFE_INTEGER;
    },
    add: (trans, change) =>
      log.mutate({ type: 'add', trans, values: [change] }).then(({ lastResult, failures }) => {
        if (0 in failures) throw failures[0];
        added(Number(lastResult));
        return isLong ? trim(trans) : undefined;
      }),
    addBefore(request, change) {
      const wasLong = isLong;
      const mutatedParts: ObservabilitySet = {};
      let failure: DOMException | null = null;
      // Dexie's type leaves out what it is; with `addBefore` it is that of a browser, or one like it.
      const adding = (request.trans as IDBTransaction).objectStore(log.name).add(change);
      // Answered before the write, whose part in what Dexie tells others this is.
      adding.onsuccess = () => {
        const position = Number(adding.result);
        added(position);
        mutatedParts[part] = { from: position, to: position, d: 1 };
      };
      adding.onerror = (event) => {
        // Dexie would stop it, and with that the browser from taking the transaction back.
        event.stopPropagation();
        failure = adding.error;
      };
      return {
        request: { ...request, mutatedParts },
        end: (response) => {
          if (failure) throw failure;
          return wasLong ? trim(request.trans).then(() => response) : response;
        },
      };
    },
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
