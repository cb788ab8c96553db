import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Interaction } from '../model/entities.js';
import { keysOf } from './record-keys.js';
import { newRow, notFound, putRows, updateRow } from './rows.js';
import { run } from './run.js';

/**
 * Saves an interaction and moves its conversation's `updatedAt`, in one transaction.
 *
 * @throws {LiteChatError} not-found when the conversation is gone, so that a late write after a
 * delete leaves no orphan.
 */
export function saveInteractionAndTouch(
  database: LiteChatDatabase,
  draft: unknown,
): Promise<string> {
  return run(database, async () => {
    const row = newRow('interactions', draft);
    await database.transaction('rw', database.interactions, database.conversations, async () => {
      await touch(database, row.conversationId);
      await putRows(database, 'interactions', [row]);
    });
    return row.id;
  });
}

/** @throws {LiteChatError} not-found when the interaction or its conversation is gone. */
export function updateInteractionAndTouch(
  database: LiteChatDatabase,
  id: string,
  updates: object,
): Promise<Interaction> {
  return run(database, () =>
    database.transaction('rw', database.interactions, database.conversations, async () => {
      const row = await updateRow(database, 'interactions', id, updates);
      await touch(database, row.conversationId);
      return row;
    }),
  );
}

async function touch(database: LiteChatDatabase, conversationId: string): Promise<void> {
  const conversation = database.conversations.where(':id').anyOf(keysOf(conversationId));
  const found = await conversation.modify({ updatedAt: new Date() });
  if (found === 0) throw notFound('conversations', conversationId);
}
