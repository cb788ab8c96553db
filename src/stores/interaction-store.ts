import type { Interaction } from '../model/entities.js';
import { interactionEvent } from '../model/events.js';
import { loadInteractions } from '../persistence/interaction-windows.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import type { InteractionStream, Streamed } from './interaction-stream.js';
import { InteractionStreams } from './interaction-streams.js';
import { RecordWatch } from './record-watch.js';
import { TableRows } from './table-rows.js';

/** The interactions of a conversation, and what can be done with them. */
export interface InteractionState extends LiveState {
  /** Becomes null when the conversation is deleted, here or in another tab. */
  currentConversationId: string | null;
  /** Those of the current conversation, by `index`. */
  interactions: Interaction[];
  /** The answers that are arriving in this page, of whichever conversation, by their ids. */
  streamed: ReadonlyMap<string, Streamed>;

  /** Follows another conversation; resolves when its interactions are there. */
  setCurrentConversationId(id: string | null): Promise<void>;
  /**
   * Adds to the current conversation, unless it names another, and at the end, unless it names its
   * `index`. Moves the conversation's `updatedAt`. Resolves to the id.
   */
  addInteraction(interaction: Partial<Saveable<Interaction>>): Promise<string>;
  /** Moves the conversation's `updatedAt`. */
  updateInteraction(id: string, updates: Partial<Interaction>): Promise<void>;
  /**
   * Begins to take an answer in pieces, or goes on: shown at once, written some ten times a second
   * and when the page goes out of sight. The conversation's `updatedAt` moves at the end.
   */
  beginStream(id: string): InteractionStream;
  rateInteraction(id: string, rating: number | null): Promise<void>;
  deleteInteraction(id: string): Promise<void>;
}

export function createInteractionStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<InteractionState> {
  let current: string | null = null;
  const rows = new TableRows(persistence, 'interactions', async () =>
    current === null ? [] : persistence.loadInteractionsForConversation(current),
  );
  const conversation = new RecordWatch(persistence, () => {
    store.getState().setCurrentConversationId(null).catch(reportError);
  });

  const streams = new InteractionStreams(
    {
      async read(id) {
        const [row] = await loadInteractions(persistence.database, [id]);
        return row;
      },
      async write(id, changes) {
        const row = await persistence.changeInteraction(id, changes);
        events.emit(interactionEvent.updated, { interactionId: id, updates: changes });
        return row;
      },
      watchDeleted: (listener) => persistence.watchDeletedInteractions(listener),
      keep: (row, updates) => persistence.keepInteraction(row, updates),
      async finish(id, changes, all) {
        // All of it, since the rows may have been read before the last write but one.
        await rows.update(id, all, () => persistence.updateInteraction(id, changes));
        events.emit(interactionEvent.updated, { interactionId: id, updates: changes });
      },
    },
    () => store.setState(shown()),
  );
  const shown = (): Pick<InteractionState, 'interactions' | 'streamed'> => ({
    interactions: streams.over(rows.shown),
    streamed: streams.streamed,
  });

  const store = createLiveStore<InteractionState>({
    lists: [rows],
    watches: [conversation, { follow: () => Promise.resolve(), stop: () => streams.flush() }],
    shown,
    state: (set, get) => ({
      status: { state: 'idle' },
      currentConversationId: null,
      interactions: [],
      streamed: new Map(),

      async setCurrentConversationId(id) {
        if (id !== current) {
          current = id;
          // Emptied before the id changes: nobody sees the former's rows under the new id.
          rows.reset();
          set({ currentConversationId: id });
          conversation.watch(id === null ? undefined : { table: 'conversations', id });
          events.emit(interactionEvent.currentConversationIdChanged, { conversationId: id });
        }
        await rows.follow();
        // Another conversation may have become the current one meanwhile.
        if (id !== current) return;
        const { status } = get();
        if (status.state === 'failed') throw status.error;
        if (id !== null && status.state === 'ready') {
          const interactions = rows.committed;
          events.emit(interactionEvent.loaded, { conversationId: id, interactions });
        }
      },

      async addInteraction(draft) {
        const conversationId = draft.conversationId ?? current ?? '';
        const index =
          conversationId === current && rows.isReady
            ? indexAfter(rows.shown)
            : await persistence.nextInteractionIndex(conversationId);
        const interaction = await rows.put(
          { index, startedAt: new Date(), ...draft, conversationId },
          (row) => persistence.saveInteraction(row, { touchConversation: true }),
          (row) => row.conversationId === current,
        );
        events.emit(interactionEvent.added, { interaction });
        return interaction.id;
      },

      async updateInteraction(id, updates) {
        const { changes } = await rows.update(id, updates, (plain) =>
          persistence.updateInteraction(id, plain),
        );
        events.emit(interactionEvent.updated, { interactionId: id, updates: changes });
      },

      beginStream: (id) => streams.begin(id),

      async rateInteraction(id, rating) {
        await rows.update(id, { rating });
        events.emit(interactionEvent.interactionRated, { interactionId: id, rating });
      },

      async deleteInteraction(id) {
        await rows.remove([id], () => persistence.deleteInteraction(id));
        events.emit(interactionEvent.deleted, { interactionId: id });
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('interactionStore', {
          [interactionEvent.loadInteractionsRequest]: ({ conversationId }) =>
            get().setCurrentConversationId(conversationId),
          [interactionEvent.setCurrentConversationIdRequest]: ({ id }) =>
            get().setCurrentConversationId(id),
          [interactionEvent.rateInteractionRequest]: ({ interactionId, rating }) =>
            get().rateInteraction(interactionId, rating),
        }),
    }),
  });
  return store;
}

/** Rows of other applications may lack an index. */
function indexAfter(interactions: readonly { index?: unknown }[]): number {
  return interactions.reduce(
    (next, { index }) => (typeof index === 'number' ? Math.max(next, index + 1) : next),
    0,
  );
}
