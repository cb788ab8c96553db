import type { TableSource } from '../database/transactions.js';
import { readField } from '../formats/read-field.js';
import { referencesOf } from '../model/references.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { KeySet } from './key-set.js';

/** Messages that an undo brings back: they may refer to others that were deleted since. */
export class ReturnedMessages {
  readonly #ids = new KeySet();
  /** What messages refer to that had not come back until then, each with their conversation. */
  #open: (readonly [id: string, conversationId: string])[] = [];

  add(rows: readonly object[]): void {
    for (const row of rows) this.#ids.add(idOf(readField(row, 'id')));
    for (const row of rows) {
      const conversationId = idOf(readField(row, 'conversationId'));
      for (const id of referencesToMessages(row)) {
        if (!this.#ids.has(id)) this.#open.push([id, conversationId]);
      }
    }
  }

  /** The conversations of those that refer to what is not there, once all have come back. */
  async conversationsToMend(source: TableSource): Promise<string[]> {
    const open = this.#open.filter(([id]) => !this.#ids.has(id));
    const present = await idsPresent(
      source,
      open.map(([id]) => id),
    );
    return open.filter(([id]) => !present.has(id)).map(([, conversationId]) => conversationId);
  }
}

/** Those of the ids under which there are messages. */
export async function idsPresent(
  source: TableSource,
  ids: readonly string[],
): Promise<Set<string>> {
  const keys = [...new Set(ids)].flatMap(keysOf);
  const found = await tableOf(source, 'interactions').where(':id').anyOf(keys).primaryKeys();
  return new Set(found.map(idOf));
}

/** The ids of the messages that a message refers to. */
export function referencesToMessages(row: object): string[] {
  return referencesOf('interactions')
    .filter(({ target }) => target === 'interactions')
    .flatMap(({ field }) => [readField(row, ...field)].flat())
    .map(idOf)
    .filter((id) => id !== '');
}
