import { createStore } from 'zustand/vanilla';
import { onDemand } from '../on-demand.js';
import { createLiveStore, type LiveStore, type StoreDependencies } from './live-store.js';
import { asLiteChatError } from './live-rows.js';
import type { SearchEngine } from './search-engine.js';
import type { SearchIndexingState } from './search-indexing.js';
import type { SearchState } from './search-state.js';

const engineModule = onDemand(() => import('./search-engine.js'));

/** What finds is loaded when the store is first followed, or words are first searched for. */
export function createSearchStore({ persistence }: StoreDependencies): LiveStore<SearchState> {
  const indexing = createStore<SearchIndexingState>(() => ({
    status: { state: 'idle' },
    index: { state: 'unknown' },
    revision: 0,
  }));
  let engine: SearchEngine | undefined;
  let isFollowed = false;
  const isWanted = (): boolean => isFollowed;
  /** Of searches, and of what ended them, the last. */
  let latest: object | undefined;

  const load = async (): Promise<SearchEngine> => {
    const { SearchEngine } = engineModule.loaded ?? (await engineModule.load());
    engine ??= new SearchEngine(persistence, store, indexing);
    return engine;
  };

  const follower = {
    state: indexing,
    async follow() {
      isFollowed = true;
      if (!engine) indexing.setState({ status: { state: 'loading' } });
      try {
        const loaded = engine ?? (await load());
        if (isWanted()) await loaded.follow();
      } catch (error) {
        if (isWanted())
          indexing.setState({ status: { state: 'failed', error: asLiteChatError(error) } });
      }
    },
    stop() {
      isFollowed = false;
      latest = undefined;
      if (engine) engine.stop();
      else indexing.setState({ status: { state: 'idle' } });
    },
  };

  const store = createLiveStore<SearchState>({
    lists: [follower],
    shown: () => ({ index: indexing.getState().index }),
    state: () => ({
      status: { state: 'idle' },
      query: '',
      filters: {},
      progress: { state: 'idle' },
      groups: [],
      total: 0,
      hasMore: false,
      index: { state: 'unknown' },

      async search(query, filters = {}) {
        const asked = {};
        latest = asked;
        engine?.end();
        if (query.trim() === '') {
          const none = { groups: [], total: 0, hasMore: false };
          store.setState({ query, filters, ...none, progress: { state: 'idle' } });
          return;
        }
        store.setState({ query, filters, progress: { state: 'searching' } });
        void follower.follow();
        if (!engine) {
          try {
            await load();
          } catch (error) {
            if (latest !== asked) return;
            const failure = asLiteChatError(error);
            store.setState({ progress: { state: 'failed', error: failure } });
            throw failure;
          }
          if (latest !== asked) return;
        }
        await engine?.search();
      },

      async more() {
        await engine?.more();
      },

      getRegisteredActionHandlers: () => [],
    }),
  });
  return store;
}
