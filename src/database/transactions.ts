import { Dexie, type Table, type Transaction } from 'dexie';

/** Where tables are: a database, or a transaction, whose tables know to which they belong. */
export interface TableSource {
  table<Row, Key>(name: string): Table<Row, Key>;
}

/** Dexie's type leaves it out; `Dexie.waitFor` calls it for the transaction that it takes for current. */
interface WaitingTransaction extends Transaction {
  waitFor<Result>(promise: PromiseLike<Result>): PromiseLike<Result>;
}

const canWait = (transaction: Transaction): transaction is WaitingTransaction =>
  'waitFor' in transaction;

/** A transaction does not commit before the microtasks are over; what is on its way takes some. */
const TURNS = 64;

/**
 * Waits inside a transaction for what is no request of it, such as a slice of a file, without the
 * transaction committing meanwhile: Dexie sends it empty requests until the promise settles, which
 * costs the browser as much as real ones, so what is there already is not waited for in that way.
 * Start long reads before writing and wait after, so that there is little left to wait for.
 *
 * The transaction is named rather than the current one, of which Dexie loses track after a few
 * awaited promises that are not its own.
 */
export async function keepTransactionAlive<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  const result = Dexie.ignoreTransaction(work);
  const state = { isSettled: false };
  const settle = (): void => {
    state.isSettled = true;
  };
  result.then(settle, settle);
  for (let turn = 0; turn < TURNS && !state.isSettled; turn++) await Promise.resolve();
  return await (state.isSettled || !canWait(transaction) ? result : transaction.waitFor(result));
}

/**
 * Calls into code that is not ours from inside a transaction. Dexie would take its database calls
 * into the transaction, where they fail or are rolled back with it.
 */
export function outsideTransaction<Result>(call: () => Result): Result {
  return Dexie.ignoreTransaction(call);
}
