import type { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import { onDemand } from '../on-demand.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import type { JobTransfer } from './job-transfer.js';
import type { JobArgs, JobName, JobResults } from './jobs.js';
import { fromPortableError } from './portable-error.js';
import { startWorker } from './start-worker.js';
import type { Progress } from './types.js';
import type { FromWorker, JobMessage, ToWorker } from './worker-messages.js';

/** How long a worker may take to stop: what it has written must be taken back. */
const STOP_MILLISECONDS = 60_000;

/** Where a worker does them, the page needs none. */
const jobs = onDemand(() => import('./jobs.js'));

export interface RunJobOptions extends JobTransfer {
  /** Does it in the page, which for a small amount is sooner than starting a worker. */
  inPage?: boolean | undefined;
}

/**
 * Does a job in a worker, so that the page stays free, or in the page where no worker can be had
 * or could reach the data. It is begun once, wherever it is done.
 *
 * @throws {LiteChatError} what the job throws, its cause in words; database-failed when the worker
 * dies. Rejects with the reason of the signal.
 */
export async function runJob<Name extends JobName>(
  persistence: Persistence,
  job: Name,
  args: JobArgs[Name],
  { inPage = false, onProgress, ...others }: RunJobOptions = {},
): Promise<JobResults[Name]> {
  const transfer = { ...others, onProgress: onProgress && harmless(onProgress) };
  const { database } = persistence;
  transfer.signal?.throwIfAborted();
  const mayLeave = !inPage && (await isShared(database));
  const worker = mayLeave ? await startWorker(transfer.signal) : undefined;
  if (worker && handOver(worker, { type: 'job', database: database.name, job, args })) {
    return resultOf(worker, transfer);
  }
  const { perform } = await jobs.load(transfer.signal);
  return perform(job, persistence, args, transfer);
}

/** What a host's callback throws is the host's to mend, and nothing that ends the work. */
function harmless(onProgress: (progress: Progress) => void): (progress: Progress) => void {
  return (progress) => {
    try {
      onProgress(progress);
    } catch (error) {
      reportError(error);
    }
  };
}

/** Whether a worker would find the same data under the database's name. */
async function isShared(database: LiteChatDatabase): Promise<boolean> {
  // A read opens a database that has never been open, and not one that was closed.
  if (!database.isOpen()) await run(database, () => database.appState.limit(1).primaryKeys());
  return database.persistent;
}

/** Not everything that a function takes can be sent, such as an object behind a proxy. */
function handOver<Name extends JobName>(worker: Worker, message: JobMessage<Name>): boolean {
  try {
    worker.postMessage(message);
    return true;
  } catch {
    worker.terminate();
    return false;
  }
}

function resultOf<Result>(
  worker: Worker,
  { signal, onProgress, onChunk }: JobTransfer,
): Promise<Result> {
  const over = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const during = { signal: over.signal };
    const take = ({ data }: MessageEvent<FromWorker>): void => {
      switch (data.type) {
        case 'ready':
          break;
        case 'progress':
          onProgress?.(data.progress);
          break;
        case 'chunk':
          onChunk?.(data.chunk);
          break;
        case 'done':
          // Of the job's type: the worker is of the same build, and looked the job up by the name.
          resolve(data.result as Result);
          break;
        case 'failed':
          reject(fromPortableError(data.error));
          break;
        case 'aborted':
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a reason is what the caller chose.
          reject(signal?.reason);
      }
    };
    worker.addEventListener(
      'message',
      (event: MessageEvent<FromWorker>) => {
        try {
          take(event);
        } catch (error) {
          // What a callback throws ends the job, as it does in the page.
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      },
      during,
    );
    worker.addEventListener('messageerror', () => reject(died()), during);
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        reject(died(event.message));
      },
      during,
    );
    const abort = (): void => {
      worker.postMessage({ type: 'abort' } satisfies ToWorker);
      // One that does not answer any more is put an end to, and its transaction with it.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as above.
      const timer = setTimeout(() => reject(signal?.reason), STOP_MILLISECONDS);
      over.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, during);
  }).finally(() => {
    over.abort();
    worker.terminate();
  });
}

/** Its transaction ends with it, and leaves nothing; whether it had committed is not known. */
function died(words?: string): LiteChatError {
  return new LiteChatError(
    'database-failed',
    'The part of the page that does long work in the background broke down. Either all of it was done or nothing: look before you try again.',
    { dataChanged: true, cause: new Error(words ?? 'The worker sent what cannot be read.') },
  );
}
