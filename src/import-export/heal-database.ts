import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { keysClosingCycles } from './break-cycles.js';
import { mendReferences, type Mending } from './mend-references.js';
import { recoveredConversation } from './recovered-conversation.js';
import { ReferenceResolver } from './reference-resolver.js';
import { treeTables } from './restore-plan.js';
import { idsPresent, referencesToMessages } from './returned-messages.js';

export interface Healing extends Mending {
  /** Conversations that may have lost messages which others of theirs refer to. */
  conversationIds: ReadonlySet<string>;
}

/**
 * Makes whole what an undo and the edits before it have left between them: messages get a
 * conversation, references to what is gone are emptied, no chain of parents goes round.
 */
export async function healDatabase(healing: Healing): Promise<void> {
  await recoverConversations(healing);
  await mendMessages(healing);
  await mendReferences(healing);
  for (const table of treeTables) await breakCycles(healing, table);
}

async function recoverConversations({ source, sink, log }: Healing): Promise<void> {
  const interactions = tableOf(source, 'interactions');
  const used: unknown[] = await interactions.orderBy('conversationId').uniqueKeys();
  const keys = await tableOf(source, 'conversations').toCollection().primaryKeys();
  const present = new Set(keys.map(idOf));
  const missing = new Set(used.map(idOf).filter((id) => id !== '' && !present.has(id)));
  const now = new Date();
  for (const id of missing) {
    log.add('conversation-recovered', ['conversations', id]);
    const row = recoveredConversation(id, now, now);
    await sink.put('conversations', [{ row, before: undefined }]);
  }
}

async function mendMessages({ source, sink, log, conversationIds }: Healing): Promise<void> {
  const interactions = tableOf(source, 'interactions');
  const keys = [...conversationIds].flatMap(keysOf);
  const rows = await interactions.where('conversationId').anyOf(keys).toArray();
  const ids = new Set(rows.map(({ id }) => idOf(id)));
  // A message may refer to one of another conversation.
  const elsewhere = rows.flatMap(referencesToMessages).filter((id) => !ids.has(id));
  for (const id of await idsPresent(source, elsewhere)) ids.add(id);
  const resolver = new ReferenceResolver(
    { has: (table, id) => table !== 'interactions' || ids.has(id), idFor: (_table, id) => id },
    log,
  );
  for (const row of rows) {
    const mended = resolver.resolve('interactions', row, ['interactions', idOf(row.id)]);
    if (mended && mended !== row) await sink.put('interactions', [{ row: mended, before: row }]);
  }
}

async function breakCycles({ source, sink, log }: Healing, table: TableName): Promise<void> {
  const rows: object[] = await tableOf(source, table).toArray();
  const parents = new Map(
    rows.map((row) => [idOf(readField(row, 'id')), idOf(readField(row, 'parentId'))] as const),
  );
  const closing = keysClosingCycles(new Map([...parents].filter(([, parent]) => parent !== '')));
  for (const row of rows.filter((candidate) => closing.has(idOf(readField(candidate, 'id'))))) {
    log.add('cycle-broken', [table, idOf(readField(row, 'id')), 'parentId']);
    await sink.put(table, [{ row: { ...row, parentId: null }, before: row }]);
  }
}
