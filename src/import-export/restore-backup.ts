import type { Transaction } from 'dexie';
import { LiteChatError } from '../errors.js';
import { ORIGIN_BYTES, originOf } from '../formats/backup-origin.js';
import { readBackup, type BackupEvent } from '../formats/backup-reader.js';
import type { Collection, CollectionKey, FullImportOptions } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { DatabaseSink, drySink, type ChangeSink } from './change-sink.js';
import { fileSlices } from './file-slices.js';
import { readAhead } from './read-ahead.js';
import { RepairLog } from './repair-log.js';
import { planRestore, type RestorePlan } from './restore-plan.js';
import { RestoreWriter } from './restore-writer.js';
import { exclusively } from './transfer-lock.js';
import {
  restorePolicies,
  type BackupPreview,
  type PreviewOptions,
  type Progress,
  type RestoreOptions,
  type RestoreOutcome,
  type RestorePolicy,
  type RestoreReport,
} from './types.js';
import { UndoJournal } from './undo-journal.js';

/**
 * Restores the chosen categories that the file carries. The file is read through and every record
 * checked before anything is touched; then one transaction writes it all, or nothing. The file is
 * read twice and never held in memory. Rows that are as in the file already are not written again.
 *
 * A category the file does not carry is left alone. References to what does not exist are emptied,
 * names that are taken get a number, secrets that were left out of the file stay as they are here;
 * the report tells.
 *
 * @param transfer.mustHold What the file is refused without, in words.
 * @throws {LiteChatError} backup-not-recognised, backup-truncated, backup-malformed,
 * backup-version-unsupported, record-invalid, duplicate-id, quota-exceeded, … with nothing changed.
 */
export async function restoreBackup(
  persistence: Persistence,
  file: Blob,
  options: FullImportOptions,
  transfer: RestoreOptions & { mustHold?: string | undefined } = {},
): Promise<RestoreReport> {
  const { database } = persistence;
  const { policy = 'replace', keepUndo = true, addToUndo = false, signal } = transfer;
  assertPolicy(policy);
  return exclusively(database, transfer, async () => {
    const plan = await planRestore(file, options, transfer);
    if (transfer.mustHold !== undefined && plan.collections.length === 0) {
      throw new LiteChatError(
        'backup-not-recognised',
        `The file holds no ${transfer.mustHold}. Nothing was changed.`,
      );
    }
    const write = async (transaction: Transaction): Promise<RestoreReport> => {
      const journal = await UndoJournal.begin(transaction, {
        keeps: keepUndo,
        isContinued: addToUndo,
      });
      const sink = new DatabaseSink(transaction, journal);
      const onRead = progressOf('writing', file, transfer);
      const { outcome } = await apply(transaction, file, plan, policy, sink, { signal, onRead });
      signal?.throwIfAborted();
      await journal.finish({ operation: 'restore', isUndone: false });
      return {
        ...outcome,
        counts: storedCounts(outcome),
        skipped: plan.invalid.toBlob(),
        conversationIds: [],
      };
    };
    return run(
      database,
      () => database.withStrictDurability(() => database.transaction('rw', database.tables, write)),
      signal,
    );
  });
}

/** Callers without types hand in anything. */
function assertPolicy(policy: RestorePolicy): void {
  if (restorePolicies.includes(policy)) return;
  throw new LiteChatError(
    'not-supported',
    'There is no restore policy of that name. Nothing was changed.',
  );
}

/** Says what {@link restoreBackup} would do, invalid records skipped, and writes nothing. */
export async function previewRestore(
  persistence: Persistence,
  file: Blob,
  options: FullImportOptions,
  transfer: PreviewOptions = {},
): Promise<Omit<BackupPreview, 'isEncrypted'>> {
  const { database } = persistence;
  const { policy = 'replace', signal } = transfer;
  assertPolicy(policy);
  const plan = await planRestore(file, options, { ...transfer, skipInvalid: true });
  const origin = originOf(await file.slice(0, ORIGIN_BYTES).text());
  const compare = async (transaction: Transaction): Promise<Omit<BackupPreview, 'isEncrypted'>> => {
    const onRead = progressOf('comparing', file, transfer);
    const { outcome, keysSentElsewhere } = await apply(transaction, file, plan, policy, drySink, {
      signal,
      onRead,
    });
    return {
      ...outcome,
      keysSentElsewhere,
      origin,
      secretsLeftOut: plan.secretsLeftOut,
      categories: [...plan.categories],
      mods: plan.mods,
    };
  };
  return run(database, () => database.transaction('r', database.tables, compare), signal);
}

async function apply(
  transaction: Transaction,
  file: Blob,
  plan: RestorePlan,
  policy: RestorePolicy,
  sink: ChangeSink,
  reading: { signal: AbortSignal | undefined; onRead: (bytes: number) => void },
): Promise<{ outcome: RestoreOutcome } & Pick<BackupPreview, 'keysSentElsewhere'>> {
  const log = new RepairLog();
  const writer = await RestoreWriter.begin({
    source: transaction,
    plan,
    policy,
    sink,
    log,
  });
  const chosen = new Set<Collection>(plan.collections);
  await readAhead(transaction, readBackup(fileSlices(file, reading)), (events) =>
    writer.write(events.filter((event) => isChosen(event, chosen, plan))),
  );
  await writer.finish();
  if (writer.records !== recordsOf(plan)) throw changedMeanwhile();
  return {
    outcome: {
      kind: 'backup',
      exportedAt: plan.exportedAt,
      outcome: writer.outcome,
      repairs: log.repairs,
      repairCounts: log.counts,
      invalid: plan.invalid.listed,
      invalidCount: plan.invalid.count,
    },
    keysSentElsewhere: writer.keyDestinations.elsewhere,
  };
}

function progressOf(
  phase: Progress['phase'],
  { size }: Blob,
  { onProgress }: PreviewOptions,
): (bytes: number) => void {
  return (bytes) => onProgress?.({ phase, done: bytes, total: size });
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

/** Of the records in the file, those that the database now holds as the file has them. */
function storedCounts({ outcome }: RestoreOutcome): RestoreReport['counts'] {
  const counts: Partial<Record<CollectionKey, number>> = {};
  for (const [key, { new: added, identical, different, kept }] of Object.entries(outcome)) {
    counts[key as CollectionKey] = added + identical + different - kept;
  }
  return counts;
}

function changedMeanwhile(): LiteChatError {
  return new LiteChatError(
    'file-unreadable',
    'The file changed while it was read. Nothing was changed.',
  );
}
