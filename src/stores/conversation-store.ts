import type { Conversation } from '../model/entities.js';
import { conversationEvent, type SidebarItemType } from '../model/events.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { createSelectionStore, type SelectionState } from './selection-store.js';
import { TableRows } from './table-rows.js';

/** The conversations, and what can be done with them. */
export interface ConversationState extends LiveState {
  /** Newest first. */
  conversations: Conversation[];
  /** Becomes null when the item is deleted, here or in another tab. */
  selectedItemId: string | null;
  selectedItemType: SidebarItemType | null;

  loadConversations(): Promise<Conversation[]>;
  /** Resolves to the id. */
  addConversation(conversation: Partial<Saveable<Conversation>>): Promise<string>;
  /** Moves `updatedAt`, unless the updates are marks of a sync alone or name it themselves. */
  updateConversation(id: string, updates: Partial<Conversation>): Promise<void>;
  deleteConversation(id: string): Promise<void>;
  selectItem(id: string | null, type: SidebarItemType | null): void;
}

/** Fields whose change is no news to the reader of the list. */
const syncMarks: readonly string[] = ['syncRepoId', 'lastSyncedAt'];

/** @param selection Of the page; a store that stands alone has one of its own. */
export function createConversationStore(
  { persistence, events }: StoreDependencies,
  selection: LiveStore<SelectionState> = createSelectionStore({ persistence, events }),
): LiveStore<ConversationState> {
  const rows = new TableRows(persistence, 'conversations', () => persistence.loadConversations());

  const store = createLiveStore<ConversationState>({
    lists: [rows],
    watches: [selection],
    shown: () => ({ conversations: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      conversations: [],
      selectedItemId: null,
      selectedItemType: null,

      async loadConversations() {
        const conversations = await rows.load();
        events.emit(conversationEvent.conversationsLoaded, { conversations });
        return conversations;
      },

      async addConversation(draft) {
        const conversation = await rows.put({ title: '', projectId: null, ...draft }, (row) =>
          persistence.saveConversation(row),
        );
        events.emit(conversationEvent.conversationAdded, { conversation });
        return conversation.id;
      },

      async updateConversation(id, updates) {
        const isNews = Object.keys(updates).some((field) => !syncMarks.includes(field));
        const { changes } = await rows.update(
          id,
          isNews ? { updatedAt: new Date(), ...updates } : updates,
        );
        events.emit(conversationEvent.conversationUpdated, {
          conversationId: id,
          updates: changes,
        });
      },

      async deleteConversation(id) {
        await rows.remove([id], () => persistence.deleteConversation(id));
        if (get().selectedItemId === id) get().selectItem(null, null);
        events.emit(conversationEvent.conversationDeleted, { conversationId: id });
      },

      selectItem(id, type) {
        const isListed = rows.committed.some((conversation) => conversation.id === id);
        selection.getState().select(id, type, isListed);
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('conversationStore', {
          [conversationEvent.loadConversationsRequest]: get().loadConversations,
          [conversationEvent.addConversationRequest]: get().addConversation,
          [conversationEvent.updateConversationRequest]: ({ id, updates }) =>
            get().updateConversation(id, updates),
          [conversationEvent.deleteConversationRequest]: ({ id }) => get().deleteConversation(id),
          [conversationEvent.linkConversationToRepoRequest]: ({ conversationId, repoId }) =>
            get().updateConversation(conversationId, { syncRepoId: repoId }),
          [conversationEvent.selectItemRequest]: async ({ id, type }) => get().selectItem(id, type),
        }),
    }),
  });
  selection.subscribe(({ itemId, itemType }) => {
    store.setState({ selectedItemId: itemId, selectedItemType: itemType });
  });
  return store;
}
