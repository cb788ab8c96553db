import type { SyncRepo } from '../model/entities.js';
import { conversationEvent } from '../model/events.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The sync repositories, and what can be done with them. */
export interface SyncRepoState extends LiveState {
  /** By name, with their secret passwords. */
  syncRepos: SyncRepo[];

  /** Resolves to the id. */
  addSyncRepo(repo: Partial<Saveable<SyncRepo>>): Promise<string>;
  updateSyncRepo(id: string, updates: Partial<SyncRepo>): Promise<void>;
  /** Unlinks it from conversations. */
  deleteSyncRepo(id: string): Promise<void>;
}

export function createSyncRepoStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<SyncRepoState> {
  const rows = new TableRows(persistence, 'syncRepos', () => persistence.loadSyncRepos());
  const emit = (repoId: string, action: 'added' | 'updated' | 'deleted'): void =>
    events.emit(conversationEvent.syncRepoChanged, { repoId, action });

  return createLiveStore<SyncRepoState>({
    lists: [rows],
    shown: () => ({ syncRepos: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      syncRepos: [],

      async addSyncRepo(draft) {
        const repo = await rows.put(draft, (row) => persistence.saveSyncRepo(row));
        emit(repo.id, 'added');
        return repo.id;
      },

      async updateSyncRepo(id, updates) {
        await rows.update(id, { updatedAt: new Date(), ...updates });
        emit(id, 'updated');
      },

      async deleteSyncRepo(id) {
        await rows.remove([id], () => persistence.deleteSyncRepo(id));
        emit(id, 'deleted');
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('syncRepoStore', {
          [conversationEvent.addSyncRepoRequest]: get().addSyncRepo,
          [conversationEvent.updateSyncRepoRequest]: ({ id, updates }) =>
            get().updateSyncRepo(id, updates),
          [conversationEvent.deleteSyncRepoRequest]: ({ id }) => get().deleteSyncRepo(id),
        }),
    }),
  });
}
