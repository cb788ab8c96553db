import type { SidebarItemType } from '../../model/events.js';

/** What an event of the list is about. */
export interface ItemRef {
  id: string;
  type: SidebarItemType;
}

declare global {
  interface HTMLElementEventMap {
    'litechat-selection-changed': CustomEvent<ItemRef | { id: null; type: null }>;
    'litechat-create-requested': CustomEvent<{ type: SidebarItemType; projectId: string | null }>;
    'litechat-conversation-created': CustomEvent<{ id: string; projectId: string | null }>;
    'litechat-project-created': CustomEvent<{ id: string; parentId: string | null }>;
    'litechat-rename-requested': CustomEvent<ItemRef & { title: string }>;
    'litechat-renamed': CustomEvent<ItemRef & { title: string }>;
    'litechat-delete-requested': CustomEvent<ItemRef>;
    'litechat-deleted': CustomEvent<ItemRef>;
    'litechat-export-requested': CustomEvent<ItemRef & { format: 'json' | 'md' }>;
    'litechat-exported': CustomEvent<ItemRef & { format: 'json' | 'md' }>;
  }
}
