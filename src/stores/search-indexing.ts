import type { StoreApi } from 'zustand/vanilla';
import { runJob } from '../import-export/run-job.js';
import type { LiteChatError } from '../errors.js';
import { observe } from '../persistence/observe.js';
import type { Persistence } from '../persistence/persistence.js';
import {
  MANY_CHANGES,
  readIndexStatus,
  type IndexStatus,
} from '../persistence/search/index-status.js';
import { updateSearchIndex } from '../persistence/search/update-index.js';
import { asLiteChatError, type LoadStatus } from './live-rows.js';

/** How things stand with the index of words that messages are found by. */
export type SearchIndexStatus =
  | { state: 'unknown' }
  /** What has been read so far is found; in interactions. */
  | { state: 'building'; done: number; total: number }
  | { state: 'ready' }
  /** It stays as it is until something is written. */
  | { state: 'failed'; error: LiteChatError };

export interface SearchIndexingState {
  status: LoadStatus;
  index: SearchIndexStatus;
  /** Rises when there may be something else to find. */
  revision: number;
}

/** So long after the last write the index is brought up to date, or after the first of many. */
const QUIET_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 5000;
/** So long after, it is asked again whether the tab that is at it still is. */
const AGAIN_MILLISECONDS = 5000;

/** Keeps the index of words up to date in the background as long as it is followed. */
export class SearchIndexing {
  readonly #state: StoreApi<SearchIndexingState>;
  readonly #persistence: Persistence;
  #following: { abort: AbortController; answered: Promise<void>; end: () => void } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | undefined;
  #latest: IndexStatus | undefined;
  #isUpdating = false;
  #isChecked = false;

  /** @param state Shows how things stand. */
  constructor(persistence: Persistence, state: StoreApi<SearchIndexingState>) {
    this.#persistence = persistence;
    this.#state = state;
  }

  /** Resolves when it is known how things stand, or the failure. */
  follow(): Promise<void> {
    if (this.#following) return this.#following.answered;
    this.#state.setState({ status: { state: 'loading' } });
    const abort = new AbortController();
    let end = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      end = observe(
        () => readIndexStatus(this.#persistence.database),
        (status) => {
          if (abort.signal.aborted) return;
          this.#take(status, abort.signal);
          resolve();
        },
        (error) => {
          this.#end({ status: { state: 'failed', error: asLiteChatError(error) } });
          resolve();
        },
      );
      abort.signal.addEventListener('abort', () => resolve());
    });
    if (abort.signal.aborted) end();
    else this.#following = { abort, answered, end };
    return answered;
  }

  /** Stops building too; the index goes on from there. */
  stop(): void {
    this.#end({ status: { state: 'idle' } });
  }

  #take(status: IndexStatus, signal: AbortSignal): void {
    this.#latest = status;
    const { index, revision } = this.#state.getState();
    const { done } = index.state === 'building' ? index : { done: 0 };
    const { read, rows, isBuilt } = status;
    this.#state.setState({
      status: { state: 'ready' },
      index: isBuilt
        ? { state: 'ready' }
        : { state: 'building', done: Math.max(done, read), total: Math.max(rows, read) },
      revision: revision + 1,
    });
    this.#schedule(signal);
  }

  #schedule(signal: AbortSignal): void {
    const status = this.#latest;
    if (!status || this.#isUpdating || signal.aborted) return;
    if (!status.isBuilt) {
      this.#updateAfter(0, signal);
    } else if (status.changes > 0) {
      this.#waitingSince ??= performance.now();
      const waited = performance.now() - this.#waitingSince;
      this.#updateAfter(
        Math.max(0, Math.min(QUIET_MILLISECONDS, LONGEST_MILLISECONDS - waited)),
        signal,
      );
    } else if (!this.#isChecked) {
      this.#updateAfter(LONGEST_MILLISECONDS, signal);
    }
  }

  #updateAfter(milliseconds: number, signal: AbortSignal): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(signal), milliseconds);
  }

  async #update(signal: AbortSignal): Promise<void> {
    this.#isUpdating = true;
    this.#waitingSince = undefined;
    const { isBuilt = false, changes = 0 } = this.#latest ?? {};
    const check = !this.#isChecked;
    // Done before a worker would have started.
    const isSmall = isBuilt && !check && changes < MANY_CHANGES;
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      if (!signal.aborted) this.#state.setState({ index: { state: 'building', done, total } });
    };
    let isDone: boolean;
    try {
      isDone = isSmall
        ? await updateSearchIndex(this.#persistence.database, { signal, onProgress })
        : await runJob(this.#persistence, 'index', { check }, { signal, onProgress });
      this.#isChecked ||= isDone;
    } catch (error) {
      this.#isUpdating = false;
      if (signal.aborted) return;
      this.#state.setState({ index: { state: 'failed', error: asLiteChatError(error) } });
      return;
    }
    this.#isUpdating = false;
    if (signal.aborted) return;
    if (isDone) {
      // What was written meanwhile has been told while nothing could be begun.
      await this.#readAgain(signal);
    } else this.#updateAfter(AGAIN_MILLISECONDS, signal);
  }

  async #readAgain(signal: AbortSignal): Promise<void> {
    try {
      const status = await readIndexStatus(this.#persistence.database);
      if (!signal.aborted) this.#take(status, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#state.setState({ index: { state: 'failed', error: asLiteChatError(error) } });
    }
  }

  #end(last: Partial<SearchIndexingState>): void {
    const following = this.#following;
    this.#following = undefined;
    clearTimeout(this.#timer);
    this.#isUpdating = false;
    this.#waitingSince = undefined;
    following?.abort.abort();
    following?.end();
    this.#state.setState(last);
  }
}
