import type { StoreApi } from 'zustand/vanilla';
import type { Persistence } from '../persistence/persistence.js';
import { MessageSearch } from '../persistence/search/message-search.js';
import { prepareSearch } from '../persistence/search/segment-cache.js';
import { groupHits } from '../persistence/search/search-groups.js';
import type { SearchGroup } from '../persistence/search/search-types.js';
import { FoundWatch } from './found-watch.js';
import { asLiteChatError } from './live-rows.js';
import { SearchIndexing, type SearchIndexingState } from './search-indexing.js';
import type { SearchState } from './search-state.js';

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

/** Finds what the state of the search asks for, and keeps what it shows up to date. */
export class SearchEngine {
  readonly #database: Persistence['database'];
  readonly #store: Pick<StoreApi<SearchState>, 'getState' | 'setState'>;
  /** How things stand with the index. */
  readonly #state: StoreApi<SearchIndexingState>;
  readonly #indexing: SearchIndexing;
  readonly #watch: FoundWatch;
  #current: Run | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param indexing Shows how things stand with the index. */
  constructor(
    persistence: Persistence,
    store: Pick<StoreApi<SearchState>, 'getState' | 'setState'>,
    indexing: StoreApi<SearchIndexingState>,
  ) {
    this.#database = persistence.database;
    this.#store = store;
    this.#state = indexing;
    this.#indexing = new SearchIndexing(persistence, indexing);
    this.#watch = new FoundWatch(persistence, () => this.#refresh());
    indexing.subscribe((now, before) => {
      if (!this.#current) return;
      const isComplete = now.index.state === 'ready' && before.index.state === 'building';
      if (isComplete && store.getState().groups.length === 0) {
        // That nothing has the words is not to be said of an index that was not complete.
        store.setState({ progress: { state: 'searching' } });
        this.#searchAgain();
      } else if (now.revision !== before.revision) this.#refresh();
    });
  }

  /** Keeps the index up to date from now on; resolves when it is known how things stand with it. */
  async follow(): Promise<void> {
    await this.#indexing.follow();
    const { status } = this.#state.getState();
    // A search that is under way reads it itself.
    if (this.#current || status.state !== 'ready') return;
    prepareSearch(this.#database).catch(() => {
      // The next search tells of it.
    });
  }

  /** Ends the search and the following of the index. */
  stop(): void {
    this.end();
    this.#indexing.stop();
  }

  /** Ends the search. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#watch.stop();
    this.#current?.abort.abort();
    this.#current = undefined;
  }

  /**
   * Finds the first hits for the words of the state, in the place of others.
   *
   * @param least So many are found before any are shown: those in sight do not go and come back.
   */
  search(least = 1): Promise<void> {
    this.end();
    const { query, filters } = this.#store.getState();
    const run: Run = { abort: new AbortController(), search: undefined, turn: Promise.resolve() };
    this.#current = run;
    return this.#inTurn(run, async () => {
      const { signal } = run.abort;
      run.search = await MessageSearch.start(this.#database, query, filters, signal);
      return nextHits(run.search, [], least);
    });
  }

  /** Finds the next hits, if there is a search. */
  async more(): Promise<void> {
    const run = this.#current;
    if (!run) return;
    await this.#inTurn(run, async () => {
      const { search } = run;
      return search ? nextHits(search, this.#store.getState().groups) : {};
    });
  }

  /** Finds hits in turn with others of the run, and shows what it makes of the state. */
  #inTurn(run: Run, find: () => Promise<Partial<SearchState>>): Promise<void> {
    const { signal } = run.abort;
    run.turn = run.turn
      .catch(() => {
        // Whoever waited for that turn has heard of it.
      })
      .then(async () => {
        try {
          const news = await find();
          if (signal.aborted) return;
          this.#store.setState({ ...news, progress: { state: 'done' } });
          if (run.search) this.#watch.watch(run.search.conversations);
        } catch (error) {
          if (signal.aborted) return;
          const failure = asLiteChatError(error);
          this.#store.setState({ progress: { state: 'failed', error: failure } });
          throw failure;
        }
      });
    return run.turn;
  }

  #refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#current) return;
      const { groups } = this.#store.getState();
      this.#searchAgain(groups.reduce((sum, { hits }) => sum + hits.length, 0));
    }, REFRESH_MILLISECONDS);
  }

  #searchAgain(least?: number): void {
    this.search(least).catch(() => {
      // The state tells of it.
    });
  }
}

async function nextHits(
  search: MessageSearch,
  groups: readonly SearchGroup[],
  least = 1,
): Promise<Partial<SearchState>> {
  const hits = await search.next(Math.max(PAGE, least));
  while (hits.length < least && search.hasMore) {
    hits.push(...(await search.next(least - hits.length)));
  }
  return {
    groups: groupHits(groups, hits, search.conversations),
    total: search.total,
    hasMore: search.hasMore,
  };
}
