import { conversationEvent, type SidebarItemType } from '../model/events.js';
import type { SearchRole } from '../persistence/search/message-text.js';
import {
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { RecordWatch } from './record-watch.js';

/** A message that the views of its conversation bring into sight. */
export interface RevealRequest {
  readonly conversationId: string;
  readonly interactionId: string;
  /** Whose words of it; the first that there are unless given. */
  readonly role?: SearchRole;
}

/** Which conversation or project is selected. */
export interface SelectionState extends LiveState {
  /** Becomes null when the item is deleted, here or in another tab. */
  itemId: string | null;
  itemType: SidebarItemType | null;
  /** Another object each time, so that the same message can be asked for again. */
  revealed: RevealRequest | null;

  /** @param wasSeen Whether the item is known to be there; one that is not may still come. */
  select(id: string | null, type: SidebarItemType | null, wasSeen?: boolean): void;
  /** Selects the conversation of a message, and has its views bring that into sight. */
  reveal(request: RevealRequest): void;
}

export function createSelectionStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<SelectionState> {
  const watch = new RecordWatch(persistence, () => store.getState().select(null, null));

  const store = createLiveStore<SelectionState>({
    lists: [],
    watches: [watch],
    shown: () => ({}),
    state: (set, get) => ({
      status: { state: 'idle' },
      itemId: null,
      itemType: null,
      revealed: null,

      select(id, type, wasSeen = false) {
        const { itemId, itemType } = get();
        if (itemId === id && itemType === type) return;
        set({ itemId: id, itemType: type, revealed: null });
        const table = type === 'project' ? 'projects' : 'conversations';
        watch.watch(id === null ? undefined : { table, id }, wasSeen);
        events.emit(conversationEvent.selectedItemChanged, { itemId: id, itemType: type });
      },

      reveal(request) {
        get().select(request.conversationId, 'conversation');
        set({ revealed: { ...request } });
      },

      getRegisteredActionHandlers: () => [],
    }),
  });
  return store;
}
