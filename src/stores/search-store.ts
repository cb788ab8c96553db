import type { LiteChatError } from '../errors.js';
import { MessageSearch } from '../persistence/search/message-search.js';
import { groupHits } from '../persistence/search/search-groups.js';
import type { SearchFilters, SearchGroup } from '../persistence/search/search-types.js';
import {
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { FoundWatch } from './found-watch.js';
import { asLiteChatError } from './live-rows.js';
import { SearchIndexing, type SearchIndexStatus } from './search-indexing.js';

/** How things stand with the search. */
export type SearchProgress =
  /** There are no words to search for. */
  | { state: 'idle' }
  /** What was found before stays until there is something to take its place. */
  | { state: 'searching' }
  | { state: 'done' }
  | { state: 'failed'; error: LiteChatError };

/** The search in messages: a query, and what it finds, by conversation. */
export interface SearchState extends LiveState {
  query: string;
  filters: SearchFilters;
  progress: SearchProgress;
  /** In the order of their best hits. */
  groups: readonly SearchGroup[];
  /**
   * How many interactions have the words by the index, the most that there can be: what lacks a
   * phrase, or is in the trash, is taken off when its turn comes to be read.
   */
  total: number;
  /** Whether {@link SearchState.more} may find more. */
  hasMore: boolean;
  index: SearchIndexStatus;

  /**
   * Searches for these words in the place of others; resolves when the first hits are shown, or when
   * another search has taken its place.
   */
  search(query: string, filters?: SearchFilters): Promise<void>;
  /** Shows the next hits. */
  more(): Promise<void>;
}

/** Hits that are found at a time. */
const PAGE = 20;
/** A search is made again so long after what it could find has changed. */
const REFRESH_MILLISECONDS = 500;

/** One query, from its words to its last hit. */
interface Run {
  abort: AbortController;
  search: MessageSearch | undefined;
  /** What was asked for is found one after the other. */
  turn: Promise<void>;
}

export function createSearchStore({ persistence }: StoreDependencies): LiveStore<SearchState> {
  const { database } = persistence;
  const indexing = new SearchIndexing(persistence);
  const watch = new FoundWatch(persistence, () => refresh());
  let current: Run | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    watch.stop();
    current?.abort.abort();
    current = undefined;
  };

  /** Finds hits in turn with others of the run, and shows what it makes of the state. */
  const inTurn = (run: Run, find: () => Promise<Partial<SearchState>>): Promise<void> => {
    const { signal } = run.abort;
    run.turn = run.turn
      .catch(() => {
        // Whoever waited for that turn has heard of it.
      })
      .then(async () => {
        try {
          const news = await find();
          if (signal.aborted) return;
          store.setState({ ...news, progress: { state: 'done' } });
          if (run.search) watch.watch(run.search.conversations);
        } catch (error) {
          if (signal.aborted) return;
          const failure = asLiteChatError(error);
          store.setState({ progress: { state: 'failed', error: failure } });
          throw failure;
        }
      });
    return run.turn;
  };

  const nextHits = async (
    search: MessageSearch,
    groups: readonly SearchGroup[],
    least = 1,
  ): Promise<Partial<SearchState>> => {
    const hits = await search.next(Math.max(PAGE, least));
    while (hits.length < least && search.hasMore) {
      hits.push(...(await search.next(least - hits.length)));
    }
    return {
      groups: groupHits(groups, hits, search.conversations),
      total: search.total,
      hasMore: search.hasMore,
    };
  };

  /** @param least So many hits are found before any are shown: those in sight do not go and come back. */
  const begin = (least: number): Promise<void> => {
    end();
    const { query, filters } = store.getState();
    const run: Run = { abort: new AbortController(), search: undefined, turn: Promise.resolve() };
    current = run;
    return inTurn(run, async () => {
      const { signal } = run.abort;
      run.search = await MessageSearch.start(database, query, filters, signal);
      return nextHits(run.search, [], least);
    });
  };

  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!current) return;
      const shown = store.getState().groups.reduce((sum, { hits }) => sum + hits.length, 0);
      begin(shown).catch(() => {
        // The state tells of it.
      });
    }, REFRESH_MILLISECONDS);
  };

  const queries = {
    follow: () => Promise.resolve(),
    stop: () => end(),
  };

  const store = createLiveStore<SearchState>({
    lists: [indexing],
    watches: [queries],
    shown: () => ({ index: indexing.state.getState().index }),
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
        void indexing.follow();
        if (query.trim() === '') {
          end();
          const none = { groups: [], total: 0, hasMore: false };
          store.setState({ query, filters, ...none, progress: { state: 'idle' } });
          return;
        }
        store.setState({ query, filters, progress: { state: 'searching' } });
        await begin(1);
      },

      async more() {
        const run = current;
        if (!run) return;
        await inTurn(run, async () => {
          const { search } = run;
          return search ? nextHits(search, store.getState().groups) : {};
        });
      },

      getRegisteredActionHandlers: () => [],
    }),
  });
  indexing.state.subscribe((now, before) => {
    if (now.revision !== before.revision && current) refresh();
  });
  return store;
}
