import { LiteChatDatabase } from '../database/litechat-database.js';
import { TransactionsUnderWay } from '../database/transactions-under-way.js';
import { Persistence } from '../persistence/persistence.js';
import { perform, type JobName } from './jobs.js';
import { toPortableError } from './portable-error.js';
import { ThrottledProgress } from './throttled-progress.js';
import type { FromWorker, JobMessage, ToWorker } from './worker-messages.js';

/** The script of a dedicated worker, which does one job on a connection of its own. */

const cancel = new AbortController();
const transactions = new TransactionsUnderWay();
transactions.follow();

const post = (message: FromWorker): void => postMessage(message);

async function work<Name extends JobName>({ database: name, job, args }: JobMessage<Name>) {
  const database = openConnection(name);
  const progress = new ThrottledProgress((latest) => post({ type: 'progress', progress: latest }));
  try {
    const result = await perform(job, new Persistence(database), args, {
      signal: cancel.signal,
      onProgress: progress.report,
      onChunk: (chunk) => post({ type: 'chunk', chunk }),
    });
    progress.flush();
    await close(database);
    post({ type: 'done', result });
  } catch (error) {
    await close(database);
    const isAborted = cancel.signal.aborted && error === cancel.signal.reason;
    post(isAborted ? { type: 'aborted' } : { type: 'failed', error: toPortableError(error) });
  }
}

/** The one place where the connection of a long transfer may differ from the page's. */
function openConnection(name: string): LiteChatDatabase {
  return new LiteChatDatabase(name);
}

/**
 * The page ends a worker that has answered. Where a transaction is not over then, be it one that has read all that
 * was wanted, WebKit never lets the connection go: until the page is closed the database could not be deleted, nor
 * upgraded by another tab.
 */
async function close(database: LiteChatDatabase): Promise<void> {
  database.close();
  await transactions.over();
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'abort') cancel.abort();
  else void work(data);
});
post({ type: 'ready' });
