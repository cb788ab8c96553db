import type { LiteChatDatabase } from '../database/litechat-database.js';
import { unlessAborted } from '../on-demand.js';
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
async function untilOpen(
  database: LiteChatDatabase,
  signal: AbortSignal | undefined,
): Promise<void> {
  const opened = database.open();
  await (signal ? unlessAborted(opened, signal) : opened);
}

/** TypeScript takes for granted what Node and pages without HTTPS lack. */
function locksOfPage(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : Reflect.get(navigator, 'locks');
}
