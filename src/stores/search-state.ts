import type { LiteChatError } from '../errors.js';
import type { SearchFilters, SearchGroup } from '../persistence/search/search-types.js';
import type { LiveState } from './live-store.js';
import type { SearchIndexStatus } from './search-indexing.js';

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
