import type { Collection } from 'dexie';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { StoredKey } from '../database/own-tables.js';
import type { Interaction } from '../model/entities.js';
import { withDates } from '../model/row.js';
import { keysOf } from './record-keys.js';
import { inOrder } from './row-order.js';
import { run } from './run.js';

/** A stretch of a conversation, by `index`. */
export interface InteractionWindow {
  interactions: Interaction[];
  /** Whether there are more in the direction in which it was read. */
  hasMore: boolean;
}

/** Which stretch: the last ones, those just before an `index`, or those just after one. */
export interface WindowRange {
  /** At least one; a few more where several have the same `index`. */
  limit: number;
  before?: number;
  after?: number;
}

/**
 * Reads a stretch of a conversation by `[conversationId+index]`, whose cost does not depend on how
 * long the conversation is. That index lacks the rows of {@link unplacedInteractions}.
 */
export function loadInteractionWindow(
  database: LiteChatDatabase,
  conversationId: string,
  { limit, before = Infinity, after }: WindowRange,
): Promise<InteractionWindow> {
  const isForward = after !== undefined;
  // An id that looks like a number may be stored as one.
  const keys = keysOf(conversationId);
  const read = async (lower: number, upper: number, most: number): Promise<Interaction[]> => {
    const found: Interaction[] = [];
    for (const key of keys) {
      const range = between(database, key, lower, upper);
      found.push(...(await (isForward ? range : range.reverse()).limit(most).toArray()));
    }
    return inOrder('interactions', found.map(dated));
  };
  return run(database, async () => {
    const found = await read(after ?? -Infinity, before, limit + 1);
    if (found.length <= limit) return { interactions: found, hasMore: false };
    const kept = isForward ? found.slice(0, limit) : found.slice(-limit);
    const edge = (isForward ? kept.at(-1) : kept.at(0))?.index ?? 0;
    // The next window begins beyond the edge's index: all that have it belong to this one.
    const atEdge = await withIndex(database, keys, edge);
    const interactions = [...kept.filter(({ index }) => index !== edge), ...atEdge];
    const beyond = isForward ? read(edge, Infinity, 1) : read(-Infinity, edge, 1);
    return {
      interactions: inOrder('interactions', interactions),
      hasMore: (await beyond).length > 0,
    };
  });
}

/** The keys of all interactions of a conversation, in no order; cheap, and nothing is left out. */
export function interactionKeys(
  database: LiteChatDatabase,
  conversationId: string,
): Promise<StoredKey[]> {
  return run(database, () =>
    database.interactions.where('conversationId').anyOf(keysOf(conversationId)).primaryKeys(),
  );
}

/** The keys of those whose `index` is missing or no number, which no window holds. */
export function unplacedInteractions(
  database: LiteChatDatabase,
  conversationId: string,
): Promise<StoredKey[]> {
  return run(database, async () => {
    const unplaced = new Set<StoredKey>(await interactionKeys(database, conversationId));
    for (const key of keysOf(conversationId)) {
      const keys = await between(database, key, -Infinity, Infinity).primaryKeys();
      for (const each of keys) unplaced.delete(each);
    }
    return [...unplaced];
  });
}

/** Reads interactions by their keys, as far as they are still there, in the order of a load. */
export function loadInteractions(
  database: LiteChatDatabase,
  keys: readonly StoredKey[],
): Promise<Interaction[]> {
  return run(database, async () => {
    const table = database.table<Interaction, StoredKey>('interactions');
    const rows = await table.bulkGet([...keys]);
    return inOrder('interactions', rows.filter((row) => row !== undefined).map(dated));
  });
}

const dated = (row: Interaction): Interaction => withDates('interactions', row);

async function withIndex(
  database: LiteChatDatabase,
  keys: readonly StoredKey[],
  index: number,
): Promise<Interaction[]> {
  const rows = await database.interactions
    .where('[conversationId+index]')
    .anyOf(keys.map((key) => [key, index]))
    .toArray();
  return rows.map(dated);
}

/** Whoever has a number for `index` between the two, which count only where they are infinite. */
function between(
  database: LiteChatDatabase,
  key: StoredKey,
  lower: number,
  upper: number,
): Collection<Interaction, string> {
  return database.interactions
    .where('[conversationId+index]')
    .between([key, lower], [key, upper], lower === -Infinity, upper === Infinity);
}
