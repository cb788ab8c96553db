import { Dexie, type DBCoreMutateRequest, type Table } from 'dexie';

/** Rows that are on their way to a transaction of their own. */
const lone = new WeakSet<object>();

/**
 * Puts a row. Where that is all that its transaction is for, this commits as soon as it is sent: Dexie
 * would wait for the answer first, which takes a tenth of the time of a save.
 */
export function putAlone<Row extends object, Key>(
  database: { readonly isExtended: boolean },
  table: Table<Row, Key>,
  row: Row,
): PromiseLike<unknown> {
  if (isAlone(database, table)) lone.add(row);
  return table.put(row);
}

/** Whether a request is all that its transaction is for; it is asked once. */
export function takeLone(request: DBCoreMutateRequest): boolean {
  if (request.type !== 'put' || request.values.length > 1) return false;
  const row: unknown = request.values[0];
  return typeof row === 'object' && row !== null && lone.delete(row);
}

/** Others may have more to do in the transaction: a host in its own, its hooks and its middleware. */
function isAlone<Row, Key>(
  { isExtended }: { readonly isExtended: boolean },
  { hook: { creating, updating } }: Table<Row, Key>,
): boolean {
  const hasHooks = creating.subscribers.length > 0 || updating.subscribers.length > 0;
  // Dexie's types leave out that there may be none.
  const transaction: unknown = Dexie.currentTransaction;
  return !isExtended && !hasHooks && !transaction;
}
