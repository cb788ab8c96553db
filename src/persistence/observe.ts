import { Dexie, liveQuery } from 'dexie';
import { classifyFailure } from '../database/classify-failure.js';
import { indexedDBOfPage } from '../database/litechat-database.js';

/**
 * Runs the query now and again whenever this tab or another writes what it read.
 *
 * @returns A function that ends it.
 */
export function observe<Result>(
  query: () => Promise<Result>,
  next: (result: Result) => void,
  failed: (error: unknown) => void,
): () => void {
  // Dexie keeps a query's AbortError and DatabaseClosedError to itself: translated, they are told.
  const ask = async (): Promise<Result> => {
    try {
      return await query();
    } catch (error) {
      throw classifyFailure(error);
    }
  };
  if (!indexedDBOfPage().indexedDB) return repeat(ask, next, failed);
  const subscription = liveQuery(ask).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}

/**
 * The same for a page without IndexedDB, where the data lies in memory and Dexie's live queries
 * never run: asks again after every write to any table.
 */
function repeat<Result>(
  query: () => Promise<Result>,
  next: (result: Result) => void,
  failed: (error: unknown) => void,
): () => void {
  let asked = 0;
  const ask = (): void => {
    const number = ++asked;
    const isLast = (): boolean => number === asked;
    query().then(
      (result) => {
        if (isLast()) next(result);
      },
      (error: unknown) => {
        if (isLast()) failed(error);
      },
    );
  };
  ask();
  Dexie.on('storagemutated', ask);
  return () => {
    asked++;
    Dexie.on.storagemutated.unsubscribe(ask);
  };
}
