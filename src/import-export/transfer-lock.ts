import type { LiteChatDatabase } from '../database/litechat-database.js';
import { run } from '../persistence/run.js';
import type { TransferOptions } from './types.js';

/**
 * Lets one restore, clear or undo of a database happen at a time, in all tabs: the next waits, and
 * says so. Where a page has no Web Locks, as without HTTPS, the transactions alone keep order.
 */
export async function exclusively<Result>(
  database: LiteChatDatabase,
  { signal, onProgress }: TransferOptions,
  operation: () => Promise<Result>,
): Promise<Result> {
  await run(database, () => untilOpen(database, signal), signal);
  const { name, persistent } = database;
  const locks = locksOfPage();
  if (!persistent || !locks) return operation();
  const lock = `litechat-elements:${name}`;
  const isFree = await locks.request(lock, { ifAvailable: true }, (granted) => granted !== null);
  if (!isFree) onProgress?.({ phase: 'waiting', done: 0, total: 0 });
  return locks.request(lock, { ...(signal && { signal }) }, operation);
}

/** Opening waits for other tabs, perhaps for long. */
function untilOpen(database: LiteChatDatabase, signal: AbortSignal | undefined): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a reason is what the caller chose.
    const abort = (): void => reject(signal?.reason);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
    database
      .open()
      .then(() => resolve(), reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}

/** TypeScript takes for granted what Node and pages without HTTPS lack. */
function locksOfPage(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : Reflect.get(navigator, 'locks');
}
