import type {
  DBCore,
  DBCoreDeleteRangeRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  Middleware,
} from 'dexie';
import type { SidebarItemType } from '../model/events.js';
import { outlineEntryOf, outlineKey, packOutline, type OutlineEntry } from '../model/outline.js';
import type { OutlineChange } from './own-tables.js';
import { keysInRange, withWriteLog, type WriteLog } from './write-log.js';

const LOG = 'outlineChanges';

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
  create: (core) => withWriteLog<OutlineChange>(core, LOG, (name) => name in types, logged),
};

function logged(table: DBCoreTable, log: WriteLog<OutlineChange>): DBCoreTable {
  const type = types[table.name];
  if (type === undefined) return table;
  return {
    ...table,
    mutate(request) {
      const { trans } = request;
      if (request.type === 'deleteRange') {
        return keysInRange(table, request).then((keys) => {
          const change = keys
            ? { ...nothing, gone: keys.map((key) => outlineKey(type, String(key))) }
            : { ...nothing, cleared: [type] };
          return table
            .mutate(request)
            .then((response) => log.add(trans, change).then(() => response));
        });
      }
      return table.mutate(request).then((response) => {
        const change = changeOf(type, request, response);
        return change ? log.add(trans, change).then(() => response) : response;
      });
    },
  };
}

const nothing: OutlineChange = { cleared: [], gone: [], entries: null };

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
