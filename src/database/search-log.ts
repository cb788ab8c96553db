import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  Middleware,
} from 'dexie';
import { takeLone } from './lone-writes.js';
import type { SearchChange, StoredKey } from './own-tables.js';
import { keysInRange, withWriteLog, type WriteLog } from './write-log.js';

const LOG = 'searchChanges';
const TABLE = 'interactions';

/**
 * Logs in `searchChanges`, in the same transaction, which interactions each write has put or taken
 * away, whoever writes. The index of their words is made from that later: to do it at once would
 * make a save 28 times slower. A log that nobody reads loses its start, and what reads it then has
 * to begin with the rows.
 */
export const searchLog: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'search-log',
  create: (core) => withWriteLog<SearchChange>(core, LOG, (name) => name === TABLE, logged),
};

function logged(table: DBCoreTable, log: WriteLog<SearchChange>): DBCoreTable {
  return {
    ...table,
    mutate(request) {
      const { trans } = request;
      if (request.type === 'deleteRange') {
        return keysInRange(table, request).then((found) => {
          // The keys of this table are never anything else.
          const keys = found as StoredKey[] | null;
          return table
            .mutate(request)
            .then((response) =>
              keys === null || keys.length > 0
                ? log.add(trans, { keys }).then(() => response)
                : response,
            );
        });
      }
      const known = keysKnown(table, request);
      if (!known) {
        return table
          .mutate(request)
          .then((response) => log.add(trans, { keys: keysGiven(response) }).then(() => response));
      }
      if (known.length === 0) return table.mutate(request);
      const isAll = takeLone(request) && log.isSettled;
      // Both at once, which saves a turn of the browser's: that of a row that is refused after all is
      // one too many in the log, and does no harm there.
      const logged = log.addBefore(request, { keys: known });
      const writing = table.mutate(logged.request);
      // Dexie commits it again, which is nothing.
      if (isAll) (trans as IDBTransaction).commit();
      return writing.then(logged.end);
    },
  };
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
