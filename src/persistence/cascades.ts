import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { RowTypes } from '../model/entities.js';
import { withDescendants } from '../model/with-descendants.js';
import { idOf, keysOf } from './record-keys.js';
import { deleteRows, tableOf } from './rows.js';
import { run } from './run.js';

/** Every delete is one transaction and leaves no orphan and no reference to what is gone. */

/** `Collection.delete` waits for the answer after every 200; many more at once would be kept in memory. */
const DELETED_AT_ONCE = 5000;

/** What becomes of the conversations of a deleted project. */
export type ProjectConversations = 'move-to-root' | 'delete';

export function deleteConversations(
  database: LiteChatDatabase,
  ids: readonly string[],
  { keepInteractions = false }: { keepInteractions?: boolean } = {},
): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.conversations, database.interactions, async () => {
      // All at once: each answer that is waited for is a turn of the browser's.
      const cascade = keepInteractions ? undefined : deleteInteractionsOf(database, ids);
      await Promise.all([deleteRows(database, 'conversations', ids), cascade]);
    }),
  );
}

export function deleteInteractionsForConversation(
  database: LiteChatDatabase,
  conversationId: string,
): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.interactions, () =>
      deleteInteractionsOf(database, [conversationId]),
    ),
  );
}

async function deleteInteractionsOf(
  database: LiteChatDatabase,
  conversationIds: readonly string[],
): Promise<void> {
  const { interactions } = database;
  const keys = await interactions
    .where('conversationId')
    .anyOf(conversationIds.flatMap(keysOf))
    .primaryKeys();
  for (let start = 0; start < keys.length; start += DELETED_AT_ONCE) {
    await interactions.bulkDelete(keys.slice(start, start + DELETED_AT_ONCE));
  }
}

/** Deletes a project with all below it. A cycle of parents ends the walk, not the browser. */
export function deleteProject(
  database: LiteChatDatabase,
  id: string,
  { conversations = 'move-to-root' }: { conversations?: ProjectConversations } = {},
): Promise<void> {
  const tables = [database.projects, database.conversations, database.interactions];
  return run(database, () =>
    database.transaction('rw', tables, async () => {
      const doomed = withDescendants(await database.projects.toArray(), id);
      await deleteRows(database, 'projects', doomed);
      const members = database.conversations.where('projectId').anyOf(doomed.flatMap(keysOf));
      if (conversations === 'delete') {
        const ids = await members.primaryKeys();
        await database.conversations.bulkDelete(ids);
        await deleteInteractionsOf(database, ids.map(idOf));
      } else {
        await members.modify({ projectId: null });
      }
    }),
  );
}

/** Deletes a template; an agent takes its tasks along, and follow-ups to them go. */
export function deletePromptTemplate(database: LiteChatDatabase, id: string): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.promptTemplates, async () => {
      const doomed = withDescendants(await database.promptTemplates.toArray(), id);
      await deleteRows(database, 'promptTemplates', doomed);
      await removeFromLists(database, 'promptTemplates', 'followUps', doomed);
    }),
  );
}

export function deleteApiKey(database: LiteChatDatabase, id: string): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.apiKeys, database.providerConfigs, async () => {
      await deleteRows(database, 'apiKeys', [id]);
      const users = database.providerConfigs.where('apiKeyId').anyOf(keysOf(id));
      await users.modify({ apiKeyId: null });
    }),
  );
}

export function deleteSyncRepo(database: LiteChatDatabase, id: string): Promise<void> {
  return run(database, () =>
    database.transaction('rw', database.syncRepos, database.conversations, async () => {
      await deleteRows(database, 'syncRepos', [id]);
      const users = database.conversations.where('syncRepoId').anyOf(keysOf(id));
      await users.modify({ syncRepoId: null });
    }),
  );
}

export function deleteRule(database: LiteChatDatabase, id: string): Promise<void> {
  const tables = [database.rules, database.tagRuleLinks, database.projects];
  return run(database, () =>
    database.transaction('rw', tables, async () => {
      await deleteRows(database, 'rules', [id]);
      await database.tagRuleLinks.where('ruleId').anyOf(keysOf(id)).delete();
      await removeFromLists(database, 'projects', 'defaultRuleIds', [id]);
    }),
  );
}

export function deleteTag(database: LiteChatDatabase, id: string): Promise<void> {
  const tables = [database.tags, database.tagRuleLinks, database.projects];
  return run(database, () =>
    database.transaction('rw', tables, async () => {
      await deleteRows(database, 'tags', [id]);
      await database.tagRuleLinks.where('tagId').anyOf(keysOf(id)).delete();
      await removeFromLists(database, 'projects', 'defaultTagIds', [id]);
    }),
  );
}

/** Takes ids out of a field that lists ids, in every row of a table. */
async function removeFromLists<Name extends 'projects' | 'promptTemplates'>(
  database: LiteChatDatabase,
  table: Name,
  field: keyof RowTypes[Name],
  ids: readonly string[],
): Promise<void> {
  const gone = new Set<unknown>(ids);
  const rows = tableOf(database, table);
  const changed = (await rows.toArray()).flatMap((row) => {
    const list: unknown = row[field];
    if (!Array.isArray(list)) return [];
    const kept = list.filter((id: unknown) => !gone.has(idOf(id)));
    return kept.length < list.length ? [{ ...row, [field]: kept }] : [];
  });
  await rows.bulkPut(changed);
}
