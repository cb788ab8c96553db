import type { FullImportOptions } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { onDemand } from '../on-demand.js';
import type { JobTransfer } from './job-transfer.js';
import { clearData } from './clear-data.js';
import {
  importConversations,
  previewConversations,
  type ConversationsKind,
} from './import-conversations.js';
import { previewRestore, restoreBackup } from './restore-backup.js';
import type { ClearOptions, PreviewOptions, RestoreOptions } from './types.js';
import { undoRestore } from './undo-restore.js';
import { writeConversations } from './write-conversations.js';
import { writeBackup } from './write-backup.js';

type FileArgs<Options> = Omit<Options, keyof JobTransfer> & {
  file: Blob;
  options: FullImportOptions;
};

type RestoreArgs = FileArgs<RestoreOptions> & { mustHold?: string | undefined };

interface ConversationsArgs {
  file: Blob;
  kind: ConversationsKind;
}

interface ClearArgs extends Omit<ClearOptions, keyof JobTransfer> {
  options: FullImportOptions;
}

/** Of no use for files, as those are not for a search. */
const indexing = onDemand(() => import('../persistence/search/update-index.js'));

/**
 * What a worker can be told to do, by name. Arguments and results are what the structured clone
 * algorithm copies: plain data, dates and blobs.
 */
export const jobs = {
  exportBackup: writeBackup,
  exportConversations: writeConversations,
  restore: (persistence, { file, options, ...how }: RestoreArgs, transfer) =>
    restoreBackup(persistence, file, options, { ...how, ...transfer }),
  previewRestore: (persistence, { file, options, ...how }: FileArgs<PreviewOptions>, transfer) =>
    previewRestore(persistence, file, options, { ...how, ...transfer }),
  importConversations: (persistence, { file, kind }: ConversationsArgs, transfer) =>
    importConversations(persistence, file, kind, transfer),
  previewConversations: (persistence, { file, kind }: ConversationsArgs, transfer) =>
    previewConversations(persistence, file, kind, transfer),
  undo: (persistence, _args: object, transfer) => undoRestore(persistence, transfer),
  clear: (persistence, { options, ...how }: ClearArgs, transfer) =>
    clearData(persistence, options, { ...how, ...transfer }),
  index: async (persistence, { check }: { check: boolean }, { signal, onProgress }) => {
    const { updateSearchIndex } = await indexing.load(signal);
    return updateSearchIndex(persistence.database, {
      signal,
      check,
      onProgress: onProgress && ((progress) => onProgress({ phase: 'reading', ...progress })),
    });
  },
} satisfies Record<
  string,
  (persistence: Persistence, args: never, transfer: JobTransfer) => Promise<unknown>
>;

export type JobName = keyof typeof jobs;
/** What each job takes. */
export type JobArgs = { [Name in JobName]: Parameters<(typeof jobs)[Name]>[1] };
/** What each job resolves to. */
export type JobResults = { [Name in JobName]: Awaited<ReturnType<(typeof jobs)[Name]>> };

const jobsByName: {
  [Name in JobName]: (
    persistence: Persistence,
    args: JobArgs[Name],
    transfer: JobTransfer,
  ) => Promise<JobResults[Name]>;
} = jobs;

/** Does a job here and now. @throws what the job throws. */
export function perform<Name extends JobName>(
  job: Name,
  persistence: Persistence,
  args: JobArgs[Name],
  transfer: JobTransfer,
): Promise<JobResults[Name]> {
  return jobsByName[job](persistence, args, transfer);
}
