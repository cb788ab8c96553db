import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { TableName } from '../model/entities.js';
import type { Persistence } from '../persistence/persistence.js';
import { tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import type { JobArgs, JobName } from './jobs.js';
import { runJob } from './run-job.js';
import { spooledStream } from './spooled-stream.js';
import type { TransferOptions } from './types.js';

/** Up to here an export is over before a worker has started. */
const MOST_ROWS_IN_PAGE = 2000;

/**
 * The file that a job writes, in pieces of about 1 MB; begun at once. It fails as the job does, and
 * never ends early as if it were whole.
 *
 * @param tables What it reads most of; how much lies there decides whether a worker does it.
 */
export function exportStream<Name extends JobName>(
  persistence: Persistence,
  job: Name,
  args: JobArgs[Name],
  tables: readonly TableName[],
  { signal, onProgress }: TransferOptions,
): ReadableStream<Blob> {
  return spooledStream(async (onChunk, stopped) => {
    const { database } = persistence;
    const inPage = await run(database, () => isSmall(database, tables), stopped);
    await runJob(persistence, job, args, { signal: stopped, onProgress, onChunk, inPage });
  }, signal);
}

/** Looks at no more keys than it must: counting 100,000 rows takes 90 ms. */
async function isSmall(database: LiteChatDatabase, tables: readonly TableName[]): Promise<boolean> {
  let left = MOST_ROWS_IN_PAGE;
  for (const table of new Set(tables)) {
    const keys = await tableOf(database, table)
      .limit(left + 1)
      .primaryKeys();
    left -= keys.length;
    if (left < 0) return false;
  }
  return true;
}
