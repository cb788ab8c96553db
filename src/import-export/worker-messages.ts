import type { JobArgs, JobName } from './jobs.js';
import type { PortableError } from './portable-error.js';
import type { Progress } from './types.js';

/** What the page tells the worker: one job, and at any time that it is no longer wanted. */
export type ToWorker = JobMessage<JobName> | { type: 'abort' };

export interface JobMessage<Name extends JobName> {
  type: 'job';
  /** The name of the database. */
  database: string;
  job: Name;
  args: JobArgs[Name];
}

/** What the worker tells the page: that it listens, then how the job goes, then once how it ended. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'progress'; progress: Progress }
  | { type: 'chunk'; chunk: Blob }
  | { type: 'done'; result: unknown }
  | { type: 'failed'; error: PortableError }
  | { type: 'aborted' };
