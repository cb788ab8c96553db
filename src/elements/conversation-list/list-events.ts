import type { SidebarItemType } from '../../model/events.js';

/** What an event of the list is about. */
export interface ItemRef {
  id: string;
  type: SidebarItemType;
}

/** What tells that something was done to an item, and no more. */
export type MarkEvent =
  | 'litechat-deleted'
  | 'litechat-trashed'
  | 'litechat-untrashed'
  | 'litechat-archived'
  | 'litechat-unarchived'
  | 'litechat-pinned'
  | 'litechat-unpinned';

declare global {
  interface HTMLElementEventMap {
    'litechat-selection-changed': CustomEvent<ItemRef | { id: null; type: null }>;
    'litechat-create-requested': CustomEvent<{ type: SidebarItemType; projectId: string | null }>;
    'litechat-conversation-created': CustomEvent<{ id: string; projectId: string | null }>;
    'litechat-project-created': CustomEvent<{ id: string; parentId: string | null }>;
    'litechat-rename-requested': CustomEvent<ItemRef & { title: string }>;
    'litechat-renamed': CustomEvent<ItemRef & { title: string }>;
    'litechat-move-requested': CustomEvent<ItemRef & { projectId: string | null }>;
    'litechat-moved': CustomEvent<ItemRef & { projectId: string | null }>;
    'litechat-delete-requested': CustomEvent<ItemRef>;
    'litechat-deleted': CustomEvent<ItemRef>;
    'litechat-trashed': CustomEvent<ItemRef>;
    'litechat-untrashed': CustomEvent<ItemRef>;
    'litechat-archived': CustomEvent<ItemRef>;
    'litechat-unarchived': CustomEvent<ItemRef>;
    'litechat-pinned': CustomEvent<ItemRef>;
    'litechat-unpinned': CustomEvent<ItemRef>;
    'litechat-export-requested': CustomEvent<ItemRef & { format: 'json' | 'md' }>;
    'litechat-exported': CustomEvent<ItemRef & { format: 'json' | 'md' }>;
    'litechat-search-hit-opened': CustomEvent<{ conversationId: string; interactionId: string }>;
  }
}
