import type { LiteChatDatabase } from '../../database/litechat-database.js';
import { readField } from '../../formats/read-field.js';
import { idOf, keysOf } from '../record-keys.js';
import { run } from '../run.js';
import type { SearchGroup, SearchHit } from './search-types.js';

/**
 * Adds hits to the groups of their conversations, which stand in the order of their best hits.
 *
 * @returns New groups where something was added.
 */
export async function groupHits(
  database: LiteChatDatabase,
  groups: readonly SearchGroup[],
  hits: readonly SearchHit[],
): Promise<SearchGroup[]> {
  const grouped = new Map(groups.map((group) => [group.conversationId, group]));
  const ids = new Set(hits.map(({ conversationId }) => conversationId));
  const unknown = [...ids].filter((id) => !grouped.has(id));
  const rows = await run(database, () =>
    database
      .table<object, unknown>('conversations')
      .where(':id')
      .anyOf(unknown.flatMap(keysOf))
      .toArray(),
  );
  const found = new Map(rows.map((row) => [idOf(readField(row, 'id')), row]));
  for (const conversationId of unknown) {
    const row = found.get(conversationId);
    const title = readField(row, 'title');
    const projectId = idOf(readField(row, 'projectId'));
    grouped.set(conversationId, {
      conversationId,
      title: typeof title === 'string' ? title : '',
      projectId: projectId === '' ? null : projectId,
      hits: [],
    });
  }
  for (const hit of hits) {
    const group = grouped.get(hit.conversationId);
    if (group) grouped.set(hit.conversationId, { ...group, hits: [...group.hits, hit] });
  }
  return [...grouped.values()];
}
