import { Dexie, type Transaction } from 'dexie';

/**
 * Waits inside a transaction for what is no request of it, such as a slice of a file, without the
 * transaction committing meanwhile: Dexie sends it empty requests until the promise settles.
 * Start long reads before writing and wait after, so that there is little left to wait for.
 */
export function keepTransactionAlive<Result>(work: () => Promise<Result>): Promise<Result> {
  // Dexie's type leaves out that there may be none.
  const transaction = Dexie.currentTransaction as Transaction | null;
  return transaction ? Dexie.waitFor(Dexie.ignoreTransaction(work)) : work();
}

/**
 * Calls into code that is not ours from inside a transaction. Dexie would take its database calls
 * into the transaction, where they fail or are rolled back with it.
 */
export function outsideTransaction<Result>(call: () => Result): Result {
  return Dexie.ignoreTransaction(call);
}
