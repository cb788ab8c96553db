import {
  keepTransactionAlive,
  outsideTransaction,
  type TableSource,
} from '../database/transactions.js';
import { conversationToMarkdown } from '../formats/conversation-markdown.js';
import type { Conversation, Interaction } from '../model/entities.js';
import type { Persistence } from '../persistence/persistence.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { inOrder } from '../persistence/row-order.js';
import { findRow, notFound, tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { BlobWriter } from './blob-writer.js';
import type { JobTransfer } from './job-transfer.js';
import { readWindows } from './read-windows.js';

/** Which conversations go into a file, and how. */
export interface ConversationsToWrite {
  /** In this order; every conversation unless given. */
  ids?: readonly string[] | undefined;
  format: 'json' | 'md';
}

/** Asked for together: enough to keep the browser's storage busy, few enough for a phone's memory. */
const CONVERSATIONS_AT_ONCE = 8;
/** Rows of conversations are small. */
const IDS_AT_ONCE = 100;

/** What stands around the conversations in a file. */
const frames = {
  json: { before: '[\n', between: ',\n', after: '\n]\n', none: '[]\n' },
  md: { before: '', between: '\n---\n\n', after: '', none: '' },
};

/**
 * Writes conversations with their interactions as one file, read from one consistent state of the
 * database: as one array, a conversation a line, or as Markdown.
 *
 * @throws {LiteChatError} not-found when a conversation is not there; database-… when the database
 * cannot be read. Rejects with the reason of the signal.
 */
export async function writeConversations(
  { database }: Persistence,
  { ids, format }: ConversationsToWrite,
  { signal, onProgress, onChunk }: JobTransfer,
): Promise<void> {
  const blobs = new BlobWriter((chunk) => outsideTransaction(() => onChunk?.(chunk)));
  const { before, between, after, none } = frames[format];
  const tables = [database.conversations, database.interactions, database.projects];
  await run(
    database,
    () =>
      database.transaction('r', tables, async (source) => {
        const conversations = tableOf(source, 'conversations');
        const total = ids?.length ?? (await conversations.count());
        const windows = ids ? chosen(source, ids) : readWindows(conversations, () => undefined);
        const nameOf = projectNames(source);
        const markdown = async ({ conversation, interactions }: WholeConversation) => {
          const projectName = await nameOf(idOf(conversation.projectId));
          return conversationToMarkdown(conversation, interactions, { projectName });
        };
        let done = 0;
        for await (const batch of withInteractions(source, windows)) {
          signal?.throwIfAborted();
          for (const whole of batch) {
            const text = format === 'json' ? JSON.stringify(whole) : await markdown(whole);
            blobs.write(`${done === 0 ? before : between}${text}`);
            done++;
          }
          await keepTransactionAlive(source, () => blobs.room());
          outsideTransaction(() => onProgress?.({ phase: 'reading', done, total }));
        }
        blobs.write(done === 0 ? none : after);
        blobs.flush();
      }),
    signal,
  );
}

interface WholeConversation {
  conversation: Conversation;
  interactions: Interaction[];
}

/** Those with the ids, in windows. */
async function* chosen(
  source: TableSource,
  ids: readonly string[],
): AsyncGenerator<Conversation[], void> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const wanted = ids.slice(start, start + IDS_AT_ONCE);
    const found: Conversation[] = [];
    const rows = await tableOf(source, 'conversations').bulkGet(wanted);
    for (const [index, id] of wanted.entries()) {
      // One that lies under a number takes a look of its own.
      const row = rows[index] ?? (await findRow(source, 'conversations', id));
      if (!row) throw notFound('conversations', id);
      found.push(row);
    }
    yield found;
  }
}

/** The next batch is asked for before the present one is handed over. */
async function* withInteractions(
  source: TableSource,
  windows: AsyncIterable<Conversation[]>,
): AsyncGenerator<WholeConversation[], void> {
  let asked: Promise<WholeConversation[]> | undefined;
  for await (const window of windows) {
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

/** The names of projects, each looked up once. */
function projectNames(source: TableSource): (id: string) => Promise<string | undefined> {
  const names = new Map<string, string | undefined>([['', undefined]]);
  return async (id) => {
    if (!names.has(id)) names.set(id, (await findRow(source, 'projects', id))?.name);
    return names.get(id);
  };
}
