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
  const slices = (phase: 'checking' | 'writing'): AsyncGenerator<Uint8Array, void> =>
    fileSlices(file, {
      signal,
      onRead: (done) => onProgress?.({ phase, done, total: file.size }),
    });

  const ids = new NewIds();
  for await (const events of readConversationFile(slices('checking'))) {
    for (const event of events) ids.register(event);
  }
  ids.assertComplete(kind);

  return run(
    database,
    () =>
      database.transaction('rw', database.tables, async () => {
        const log = new RepairLog();
        const writer = await ConversationWriter.begin(database, ids, log);
        await readAhead(readConversationFile(slices('writing')), (events) => writer.write(events));
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
