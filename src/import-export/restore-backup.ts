import { LiteChatError } from '../errors.js';
import { readBackup, type BackupEvent } from '../formats/backup-reader.js';
import type { Collection, FullImportOptions } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { fileSlices } from './file-slices.js';
import { readAhead } from './read-ahead.js';
import { RepairLog } from './repair-log.js';
import { RestoreWriter } from './restore-writer.js';
import { planRestore, type RestorePlan } from './restore-plan.js';
import type { RestoreOptions, RestoreReport } from './types.js';

/**
 * Restores the chosen categories that the file carries. The file is read through and every record
 * checked before anything is touched; then one transaction writes it all, or nothing. The file is
 * read twice and never held in memory.
 *
 * A category the file does not carry is left alone. References to what does not exist are emptied,
 * names that are taken get a number, secrets that were left out of the file stay as they are here;
 * the report tells.
 *
 * @throws {LiteChatError} backup-not-recognised, backup-truncated, backup-malformed,
 * backup-version-unsupported, record-invalid, duplicate-id, quota-exceeded, … with nothing changed.
 */
export async function restoreBackup(
  persistence: Persistence,
  file: Blob,
  options: FullImportOptions,
  { policy = 'replace', signal, onProgress }: RestoreOptions = {},
): Promise<RestoreReport> {
  const { database } = persistence;
  const plan = await planRestore(file, options, { signal, onProgress });
  const chosen = new Set<Collection>(plan.collections);
  const onRead = (bytes: number): void =>
    onProgress?.({ phase: 'writing', done: bytes, total: file.size });

  return run(
    database,
    () =>
      database.transaction('rw', database.tables, async () => {
        const log = new RepairLog();
        const writer = await RestoreWriter.begin(database, plan, policy, log);
        await readAhead(readBackup(fileSlices(file, { signal, onRead })), (events) =>
          writer.write(events.filter((event) => isChosen(event, chosen, plan))),
        );
        const counts = await writer.finish();
        if (writer.records !== recordsOf(plan)) throw changedMeanwhile();
        signal?.throwIfAborted();
        return {
          kind: 'backup' as const,
          exportedAt: plan.exportedAt,
          counts,
          repairs: log.repairs,
          repairCount: log.repairCount,
          conversationIds: [],
        };
      }),
    signal,
  );
}

function isChosen(
  event: BackupEvent,
  chosen: ReadonlySet<Collection>,
  { unknownNames }: RestorePlan,
): boolean {
  if ('collection' in event) return chosen.has(event.collection);
  return 'name' in event && unknownNames.has(event.name);
}

const recordsOf = ({ counts }: RestorePlan): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function changedMeanwhile(): LiteChatError {
  return new LiteChatError(
    'file-unreadable',
    'The file changed while it was read. Nothing was changed.',
  );
}
