import type { Transaction } from 'dexie';
import { keepTransactionAlive } from '../database/transactions.js';
import { LiteChatError } from '../errors.js';
import { ORIGIN_BYTES, originOf } from '../formats/backup-origin.js';
import { readBackup, type BackupEvent } from '../formats/backup-reader.js';
import type { Collection, CollectionKey, FullImportOptions } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { DatabaseSink, drySink, type ChangeSink } from './change-sink.js';
import { fileSlices } from './file-slices.js';
import { InteractionsWriter } from './interactions-writer.js';
import { readAhead } from './read-ahead.js';
import { RepairLog } from './repair-log.js';
import { PlanDraft, planRestore, type PlannedRecord, type RestorePlan } from './restore-plan.js';
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
 * Restores the chosen categories that the file carries, in one transaction that writes it all or
 * nothing. Where there are messages already, the file is read through and every record checked
 * before that begins. The file is never held in memory. Rows that are as in the file already are not written again.
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
    const readFirst = await planUnlessAtOnce(persistence, file, options, transfer);
    const write = async (transaction: Transaction): Promise<RestoreReport> => {
      const journal = await UndoJournal.begin(transaction, {
        keeps: keepUndo,
        isContinued: addToUndo,
      });
      const sink = new DatabaseSink(transaction, journal);
      const work = { transaction, file, options, transfer, sink, phase: 'writing' } as const;
      const { plan, outcome } = await apply(work, readFirst);
      if (transfer.mustHold !== undefined && plan.collections.length === 0) {
        throw new LiteChatError(
          'backup-not-recognised',
          `The file holds no ${transfer.mustHold}. Nothing was changed.`,
        );
      }
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
  const skipping = { ...transfer, policy, skipInvalid: true };
  const readFirst = await planUnlessAtOnce(persistence, file, options, skipping);
  const origin = originOf(await file.slice(0, ORIGIN_BYTES).text());
  const compare = async (transaction: Transaction): Promise<Omit<BackupPreview, 'isEncrypted'>> => {
    const { plan, outcome, keysSentElsewhere } = await apply(
      { transaction, file, options, transfer: skipping, sink: drySink, phase: 'comparing' },
      readFirst,
    );
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

/** What is to be done with a file inside a transaction. */
interface Work {
  transaction: Transaction;
  file: Blob;
  options: FullImportOptions;
  transfer: RestoreOptions;
  sink: ChangeSink;
  phase: Progress['phase'];
}

interface Applied extends Pick<BackupPreview, 'keysSentElsewhere'> {
  plan: RestorePlan;
  outcome: RestoreOutcome;
}

/**
 * Reads the file through, unless its interactions can be taken in as they are read, because there are
 * none here. Their copies get new ids, which all have to be known first.
 */
async function planUnlessAtOnce(
  { database }: Persistence,
  file: Blob,
  options: FullImportOptions,
  transfer: RestoreOptions,
): Promise<RestorePlan | undefined> {
  const isAtOnce =
    options.importConversations === true &&
    transfer.policy !== 'copies' &&
    (await run(database, () => InteractionsWriter.isPossible(database)));
  return isAtOnce ? undefined : planRestore(file, options, transfer);
}

/** Hands the file to a writer of changes: all of it, or what is left after the interactions. */
async function apply(work: Work, readFirst: RestorePlan | undefined): Promise<Applied> {
  const { transaction, file, transfer, sink, phase } = work;
  const log = new RepairLog();
  const begun = readFirst
    ? { plan: readFirst, rest: file, interactions: undefined }
    : await writeInteractions(work, log);
  const { plan, rest, interactions } = begun;
  const { policy = 'replace', signal } = transfer;
  const context = { source: transaction, plan, policy, sink, log, interactions };
  const writer = await RestoreWriter.begin(context);
  const chosen = new Set<Collection>(plan.collections);
  // After the interactions, the rest of the file is a trifle.
  const onRead = interactions ? undefined : progressOf(phase, file, transfer);
  await readAhead(transaction, readBackup(fileSlices(rest, { signal, onRead })), (events) =>
    writer.write(events.filter((event) => isChosen(event, chosen, plan))),
  );
  await writer.finish();
  const records = writer.records + (interactions?.records ?? 0);
  if (records !== recordsOf(plan)) throw changedMeanwhile();
  return {
    plan,
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

/** Reads the file through, and writes its interactions on the way. */
async function writeInteractions(
  { transaction, file, options, transfer, sink, phase }: Work,
  log: RepairLog,
): Promise<{ plan: RestorePlan; rest: Blob; interactions: InteractionsWriter | undefined }> {
  // Another tab may have written some since.
  if (!(await InteractionsWriter.isPossible(transaction))) {
    const plan = await keepTransactionAlive(transaction, () =>
      planRestore(file, options, transfer),
    );
    return { plan, rest: file, interactions: undefined };
  }
  const draft = new PlanDraft(options, transfer.skipInvalid);
  const interactions = new InteractionsWriter(draft, sink, log);
  let rest = file;
  const reading = { signal: transfer.signal, onRead: progressOf(phase, file, transfer) };
  // Checked while it is read, so that of two things amiss the first is told.
  async function* checked(): AsyncGenerator<PlannedRecord[], void> {
    for await (const events of readBackup(fileSlices(file, reading))) {
      const records = events.flatMap((event) => {
        if (event.type === 'collection-end' && event.collection.key === 'interactions') {
          rest = new Blob([file.slice(0, event.from), '[]', file.slice(event.to)]);
        }
        return draft.add(event) ?? [];
      });
      yield records.filter(({ collection }) => collection.key === 'interactions');
    }
  }
  await readAhead(transaction, checked(), (records) => interactions.write(records));
  return { plan: draft, rest, interactions };
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
