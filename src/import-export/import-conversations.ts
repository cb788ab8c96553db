import type { Transaction } from 'dexie';
import type { FileKind } from '../formats/recognise-file.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { DatabaseSink, drySink, type ChangeSink } from './change-sink.js';
import { readConversationFile } from './conversation-file.js';
import { ConversationWriter } from './conversation-writer.js';
import { fileSlices } from './file-slices.js';
import { NewIds } from './new-ids.js';
import { readAhead } from './read-ahead.js';
import { RepairLog } from './repair-log.js';
import {
  noOutcome,
  type BackupPreview,
  type Progress,
  type RestoreOutcome,
  type RestoreReport,
  type TransferOptions,
} from './types.js';
import { exclusively } from './transfer-lock.js';
import { noJournal } from './undo-journal.js';

/** The kinds of files whose conversations are added as new. */
export type ConversationsKind = Exclude<FileKind, 'backup'>;

/**
 * Adds the conversations of a file, or its project with all that is in it, as new: every record gets
 * a new id, and every reference inside follows. Dates and metadata stay, and the project of a
 * conversation where it exists here. All of the file in one transaction, or nothing.
 *
 * @throws {LiteChatError} record-invalid, duplicate-id, backup-… with the path of the record.
 */
export async function importConversations(
  persistence: Persistence,
  file: Blob,
  kind: ConversationsKind,
  transfer: TransferOptions = {},
): Promise<RestoreReport> {
  const { database } = persistence;
  return exclusively(database, transfer, async () => {
    const ids = await checkConversations(file, kind, transfer);
    const add = async (transaction: Transaction): Promise<RestoreReport> => {
      // Nothing that is here changes, so there is nothing to keep.
      const sink = new DatabaseSink(transaction, noJournal);
      const outcome = await apply(transaction, file, kind, ids, sink, 'writing', transfer);
      return {
        ...outcome,
        counts: ids.counts(),
        skipped: null,
        conversationIds: ids.conversationIds(),
      };
    };
    return run(
      database,
      () => database.withStrictDurability(() => database.transaction('rw', database.tables, add)),
      transfer.signal,
    );
  });
}

/** Says what {@link importConversations} would do, and writes nothing. */
export async function previewConversations(
  persistence: Persistence,
  file: Blob,
  kind: ConversationsKind,
  transfer: TransferOptions = {},
): Promise<Omit<BackupPreview, 'isEncrypted'>> {
  const { database } = persistence;
  const ids = await checkConversations(file, kind, transfer);
  const compare = async (
    transaction: Transaction,
  ): Promise<Omit<BackupPreview, 'isEncrypted'>> => ({
    ...(await apply(transaction, file, kind, ids, drySink, 'comparing', transfer)),
    origin: null,
    secretsLeftOut: false,
    categories: [],
    mods: [],
    keysSentElsewhere: [],
  });
  return run(database, () => database.transaction('r', database.tables, compare), transfer.signal);
}

async function apply(
  transaction: Transaction,
  file: Blob,
  kind: ConversationsKind,
  ids: NewIds,
  sink: ChangeSink,
  phase: Progress['phase'],
  { signal, onProgress }: TransferOptions,
): Promise<RestoreOutcome> {
  const log = new RepairLog();
  const writer = await ConversationWriter.begin(transaction, ids, sink, log);
  const onRead = (done: number): void => onProgress?.({ phase, done, total: file.size });
  await readAhead(
    transaction,
    readConversationFile(fileSlices(file, { signal, onRead })),
    (events) => writer.write(events),
  );
  const added = Object.entries(ids.counts()).map(([key, count]) => [
    key,
    { ...noOutcome, new: count },
  ]);
  return {
    kind,
    exportedAt: null,
    outcome: Object.fromEntries(added) as RestoreOutcome['outcome'],
    repairs: log.repairs,
    repairCounts: log.counts,
    invalid: [],
    invalidCount: 0,
  };
}

/**
 * Reads a file of conversations through, writing nothing, and gives every record its new id.
 *
 * @throws {LiteChatError} record-invalid, duplicate-id, backup-… with the path of the record.
 */
export async function checkConversations(
  file: Blob,
  kind: ConversationsKind,
  { signal, onProgress }: TransferOptions = {},
): Promise<NewIds> {
  const ids = new NewIds();
  const onRead = (done: number): void =>
    onProgress?.({ phase: 'checking', done, total: file.size });
  for await (const events of readConversationFile(fileSlices(file, { signal, onRead }))) {
    for (const event of events) ids.register(event);
  }
  ids.assertComplete(kind);
  return ids;
}
