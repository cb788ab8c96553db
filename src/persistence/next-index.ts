import type { LiteChatDatabase } from '../database/litechat-database.js';
import { keysOf } from './record-keys.js';
import { run } from './run.js';

/**
 * The `index` after the highest in the conversation; 0 in an empty one. Reads one entry of the
 * index `[conversationId+index]`, however long the conversation is.
 */
export function nextInteractionIndex(
  database: LiteChatDatabase,
  conversationId: string,
): Promise<number> {
  return run(database, async () => {
    const lasts = await Promise.all(
      keysOf(conversationId).map((key) =>
        database.interactions
          .where('[conversationId+index]')
          .between([key, -Infinity], [key, Infinity])
          .last(),
      ),
    );
    return lasts.reduce((next, last) => (last ? Math.max(next, last.index + 1) : next), 0);
  });
}
