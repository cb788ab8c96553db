import {
  keepTransactionAlive,
  outsideTransaction,
  type TableSource,
} from '../database/transactions.js';
import type { Conversation, Interaction } from '../model/entities.js';
import type { Persistence } from '../persistence/persistence.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { inOrder } from '../persistence/row-order.js';
import { tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { BlobWriter } from './blob-writer.js';
import type { JobTransfer } from './job-transfer.js';
import { readWindows } from './read-windows.js';

/** Asked for together: enough to keep the browser's storage busy, few enough for a phone's memory. */
const CONVERSATIONS_AT_ONCE = 8;

/**
 * Writes every conversation with its interactions as one array, a conversation a line, read from
 * one consistent state of the database.
 *
 * @throws {LiteChatError} database-… when the database cannot be read. Rejects with the reason of
 * the signal.
 */
export async function writeAllConversations(
  { database }: Persistence,
  _args: object,
  { signal, onProgress, onChunk }: JobTransfer,
): Promise<void> {
  const blobs = new BlobWriter((chunk) => outsideTransaction(() => onChunk?.(chunk)));
  await run(
    database,
    () =>
      database.transaction('r', database.conversations, database.interactions, async (source) => {
        const total = await tableOf(source, 'conversations').count();
        let done = 0;
        blobs.write('[');
        for await (const batch of conversationsOf(source)) {
          signal?.throwIfAborted();
          for (const { conversation, interactions } of batch) {
            blobs.write(
              `${done === 0 ? '\n' : ',\n'}${JSON.stringify({ conversation, interactions })}`,
            );
            done++;
          }
          await keepTransactionAlive(source, () => blobs.room());
          outsideTransaction(() => onProgress?.({ phase: 'reading', done, total }));
        }
        blobs.write(done === 0 ? ']\n' : '\n]\n');
        blobs.flush();
      }),
    signal,
  );
}

interface WholeConversation {
  conversation: Conversation;
  interactions: Interaction[];
}

/** The next batch is asked for before the present one is handed over. */
async function* conversationsOf(source: TableSource): AsyncGenerator<WholeConversation[], void> {
  let asked: Promise<WholeConversation[]> | undefined;
  for await (const window of readWindows(tableOf(source, 'conversations'), () => undefined)) {
    for (let start = 0; start < window.length; start += CONVERSATIONS_AT_ONCE) {
      const ready = asked;
      const batch = window.slice(start, start + CONVERSATIONS_AT_ONCE);
      asked = Promise.all(
        batch.map(async (conversation) => ({
          conversation,
          interactions: await interactionsOf(source, conversation),
        })),
      );
      // Should it fail before its turn, it still fails the whole when its turn comes.
      asked.catch(() => undefined);
      if (ready) yield await ready;
    }
  }
  if (asked) yield await asked;
}

/** By one key at a time, which `getAll` answers; more keys than one take a cursor. */
async function interactionsOf(source: TableSource, { id }: Conversation): Promise<Interaction[]> {
  const rows = await Promise.all(
    keysOf(idOf(id)).map((key) =>
      tableOf(source, 'interactions').where('conversationId').equals(key).toArray(),
    ),
  );
  return inOrder('interactions', rows.flat());
}
