import type { FoundConversations } from './found-conversations.js';
import type { SearchGroup, SearchHit } from './search-types.js';

/**
 * Adds hits to the groups of their conversations, which stand in the order of their best hits.
 *
 * @param conversations Which have been read for the hits.
 * @returns New groups where something was added.
 */
export function groupHits(
  groups: readonly SearchGroup[],
  hits: readonly SearchHit[],
  conversations: FoundConversations,
): SearchGroup[] {
  const grouped = new Map(groups.map((group) => [group.conversationId, group]));
  for (const hit of hits) {
    const { conversationId } = hit;
    const { title = '', projectId = null } = conversations.get(conversationId) ?? {};
    const group = grouped.get(conversationId) ?? { conversationId, title, projectId, hits: [] };
    grouped.set(conversationId, { ...group, hits: [...group.hits, hit] });
  }
  return [...grouped.values()];
}
