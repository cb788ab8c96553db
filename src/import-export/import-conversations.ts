import type { FileKind } from '../formats/recognise-file.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { readConversationFile } from './conversation-file.js';
import { ConversationWriter } from './conversation-writer.js';
import { fileSlices } from './file-slices.js';
import { NewIds } from './new-ids.js';
import { readAhead } from './read-ahead.js';
import { RepairLog } from './repair-log.js';
import type { RestoreReport, TransferOptions } from './types.js';

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
  kind: Exclude<FileKind, 'backup'>,
  { signal, onProgress }: TransferOptions = {},
): Promise<RestoreReport> {
  const { database } = persistence;
  const ids = await checkConversations(file, kind, { signal, onProgress });
  const onRead = (done: number): void => onProgress?.({ phase: 'writing', done, total: file.size });

  return run(
    database,
    () =>
      database.transaction('rw', database.tables, async () => {
        const log = new RepairLog();
        const writer = await ConversationWriter.begin(database, ids, log);
        await readAhead(readConversationFile(fileSlices(file, { signal, onRead })), (events) =>
          writer.write(events),
        );
        return {
          kind,
          exportedAt: null,
          counts: ids.counts(),
          repairs: log.repairs,
          repairCount: log.repairCount,
          conversationIds: ids.conversationIds(),
        };
      }),
    signal,
  );
}

/**
 * Reads a file of conversations through, writing nothing, and gives every record its new id.
 *
 * @throws {LiteChatError} record-invalid, duplicate-id, backup-… with the path of the record.
 */
export async function checkConversations(
  file: Blob,
  kind: Exclude<FileKind, 'backup'>,
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
