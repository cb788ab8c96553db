import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import type { SidebarItemType } from '../model/events.js';
import { outlineKey, type OutlineEntry, type OutlineKey } from '../model/outline.js';
import { observe } from '../persistence/observe.js';
import {
  foldOutline,
  isOutlineWhole,
  makeOutline,
  readOutlineHead,
  readOutlineNews,
  readOutlineRest,
} from '../persistence/outline.js';
import {
  firstEntries,
  type OutlineHead,
  type OutlineNews,
  type OutlineOverlay,
} from '../persistence/outline-head.js';
import { asLiteChatError, type LoadStatus } from './live-rows.js';
import { OutlineTree, type OutlineOrder } from './outline-tree.js';
import { withResolvers } from './with-resolvers.js';

export interface LiveOutlineState {
  status: LoadStatus;
  /** Rises with every change of the tree, which stays the same object. */
  revision: number;
  /** Whether the tree holds everything; until then, all projects and the newest conversations. */
  isComplete: boolean;
}

/** A change to an entry that may be applied twice with the effect of once; undefined for none. */
export type EntryChange = (entry: OutlineEntry | undefined) => OutlineEntry | undefined;

/** Work that can wait does so for this long after the last change. */
const QUIET_MILLISECONDS = 3000;
/** So many changes at a time are shown, then the page has its turn. */
const AT_ONCE = 5000;

interface Overlaid {
  /** As the database has it. */
  committed: OutlineEntry | undefined;
  changes: EntryChange[];
}

/** One time of reading the outline and following its log, until all has to be read anew. */
interface Reading {
  readonly signal: AbortSignal;
  readonly end: () => void;
  /** What has changed since the chunks that are still being read were written. */
  changed: OutlineOverlay | undefined;
  /** The last change that has been taken in. */
  upTo: number;
  /** The last change that is in the chunks. */
  foldedUpTo: number;
  /** Changes are taken in one after the other. */
  taking: Promise<void>;
}

/**
 * The tree of conversations and projects, followed through the log of their outline, under an overlay
 * of changes whose writes are on their way. The database stays the only truth: an overlay goes when
 * its write has committed or failed.
 */
export class LiveOutline {
  readonly tree = new OutlineTree();
  readonly state: StoreApi<LiveOutlineState> = createStore(() => ({
    status: { state: 'idle' },
    revision: 0,
    isComplete: false,
  }));
  readonly #database: LiteChatDatabase;
  readonly #onQuiet: () => Promise<void>;
  readonly #overlaid = new Map<OutlineKey, Overlaid>();
  #following: { answered: Promise<void>; answer: () => void; unhear: () => void } | undefined;
  #reading: Reading | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isChecked = false;

  /** @param onQuiet Does once what can wait, when all is there and nothing goes on. */
  constructor(database: LiteChatDatabase, onQuiet: () => Promise<void>) {
    this.#database = database;
    this.#onQuiet = onQuiet;
  }

  /**
   * Follows the database from now on, or again after a failure; resolves when the first entries are
   * there, or the failure.
   */
  follow(): Promise<void> {
    if (!this.#following) {
      const { promise: answered, resolve: answer } = withResolvers();
      // Dexie's live queries hear of writes alone, not that the database is closed or deleted.
      const onClose = (): void => queueMicrotask(() => this.#begin());
      this.#database.on('close', onClose);
      const unhear = (): void => this.#database.on.close.unsubscribe(onClose);
      this.#following = { answered, answer, unhear };
      this.#show({ status: { state: 'loading' } });
      this.#begin();
    }
    return this.#following.answered;
  }

  /**
   * Follows until the tree holds everything.
   *
   * @throws {LiteChatError} Why it could not be read.
   */
  async whole(): Promise<void> {
    await this.follow();
    const isOver = ({ isComplete, status }: LiveOutlineState): boolean =>
      isComplete || status.state === 'failed' || status.state === 'idle';
    if (!isOver(this.state.getState())) {
      await new Promise<void>((resolve) => {
        const unsubscribe = this.state.subscribe((state) => {
          if (!isOver(state)) return;
          unsubscribe();
          resolve();
        });
      });
    }
    const { status } = this.state.getState();
    if (status.state === 'failed') throw status.error;
  }

  /** Ends following. The tree stays as it is. */
  stop(): void {
    this.#end({ status: { state: 'idle' } });
  }

  setOrder(order: OutlineOrder): void {
    this.tree.order = order;
    this.#show({});
  }

  /**
   * Shows changes of entries at once, writes, and keeps or takes back what is shown as the write went.
   *
   * @throws What the write throws.
   */
  async optimistically<Result>(
    changes: ReadonlyMap<OutlineKey, EntryChange>,
    write: () => Promise<Result>,
  ): Promise<Result> {
    for (const [key, change] of changes) {
      const overlaid = this.#overlaid.get(key) ?? { committed: this.tree.entry(key), changes: [] };
      overlaid.changes.push(change);
      this.#overlaid.set(key, overlaid);
      this.#refresh(key);
    }
    this.#show({});
    const settle = (isDone: boolean): void => {
      for (const [key, change] of changes) this.#settle(key, change, isDone);
      this.#show({});
    };
    try {
      const result = await write();
      // The log tells the same a moment later; without this the rows would flicker.
      settle(true);
      return result;
    } catch (error) {
      settle(false);
      throw error;
    }
  }

  #settle(key: OutlineKey, change: EntryChange, isDone: boolean): void {
    const overlaid = this.#overlaid.get(key);
    if (!overlaid) return;
    if (isDone) overlaid.committed = change(overlaid.committed);
    overlaid.changes = overlaid.changes.filter((other) => other !== change);
    this.#refresh(key);
    if (overlaid.changes.length === 0) this.#overlaid.delete(key);
  }

  /** Shows an entry as the changes on their way make it. */
  #refresh(key: OutlineKey): void {
    const overlaid = this.#overlaid.get(key);
    if (!overlaid) return;
    const shown = overlaid.changes.reduce((entry, change) => change(entry), overlaid.committed);
    if (shown) this.tree.put(shown);
    else this.tree.remove(key);
  }

  #begin(): void {
    if (!this.#following) return;
    this.#reading?.end();
    const abort = new AbortController();
    const reading: Reading = {
      signal: abort.signal,
      end: () => abort.abort(),
      changed: undefined,
      upTo: 0,
      foldedUpTo: 0,
      taking: Promise.resolve(),
    };
    this.#reading = reading;
    this.#read(reading).catch((error: unknown) => {
      if (reading.signal.aborted) return;
      this.#end({ status: { state: 'failed', error: asLiteChatError(error) } });
    });
  }

  async #read(reading: Reading): Promise<void> {
    const { signal } = reading;
    const head = await this.#readHead(signal);
    if (!head) return;
    reading.upTo = head.upTo;
    reading.foldedUpTo = head.folded.upTo;
    const { changed, entries: first } = firstEntries(head);
    reading.changed = changed;
    // What is shown already stays until all is there to take its place.
    const isFirst = this.tree.size === 0;
    if (isFirst) this.#begun(reading, first, head.folded.chunks <= 1);

    const later: OutlineEntry[] = [];
    const rest = readOutlineRest(this.#database, head);
    let next = await rest.next();
    for (; next.done !== true && !signal.aborted; next = await rest.next()) {
      const entries = changed.hidesNot(next.value);
      if (!isFirst) later.push(...entries);
      // Shown when all is there: the first rows are what is in sight.
      for (const entry of isFirst ? entries : []) this.#put(entry);
    }
    // At once, putting all in order and showing it would keep the page from its next frame.
    this.tree.settle();
    await nextTask();
    if (signal.aborted) return;
    if (next.value !== true) {
      this.#begin();
      return;
    }
    reading.changed = undefined;
    if (isFirst) this.#show({ isComplete: true });
    else this.#begun(reading, [...first, ...later], true);
    this.#waitForQuiet();
  }

  /** Undefined when it is not wanted any more. */
  async #readHead(signal: AbortSignal): Promise<OutlineHead | undefined> {
    const isWanted = (): boolean => !signal.aborted;
    while (isWanted()) {
      const head = await readOutlineHead(this.#database);
      if (head) return isWanted() ? head : undefined;
      await makeOutline(this.#database, signal);
    }
    return undefined;
  }

  /** Shows the first that was read, and follows from there. */
  #begun(reading: Reading, entries: readonly OutlineEntry[], isComplete: boolean): void {
    this.#clear('project');
    this.#clear('conversation');
    for (const entry of entries) this.#put(entry);
    this.#show({ status: { state: 'ready' }, isComplete });
    this.#following?.answer();
    this.#watch(reading);
  }

  #watch(reading: Reading): void {
    const { signal } = reading;
    const end = observe(
      () => readOutlineNews(this.#database, reading.upTo),
      (result) => {
        if (signal.aborted) return;
        if (!result) return this.#begin();
        const { news, upTo } = result;
        if (upTo <= reading.upTo) return;
        reading.upTo = upTo;
        reading.taking = reading.taking.then(() => this.#take(news, reading));
      },
      (error) => this.#end({ status: { state: 'failed', error: asLiteChatError(error) } }),
    );
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  }

  async #take(news: readonly OutlineNews[], reading: Reading): Promise<void> {
    let taken = 0;
    for (const each of news) {
      if (reading.signal.aborted) return;
      reading.changed?.add(each);
      for (const type of each.cleared) this.#clear(type);
      for (const key of each.gone) this.#remove(key);
      for (const entry of each.entries) this.#put(entry);
      taken += each.gone.length + each.entries.length;
      if (taken < AT_ONCE) continue;
      taken = 0;
      this.#show({});
      await nextTask();
    }
    this.#show({});
    this.#waitForQuiet();
  }

  #put(entry: OutlineEntry): void {
    const key = outlineKey(entry.type, entry.id);
    const overlaid = this.#overlaid.get(key);
    if (!overlaid) return this.tree.put(entry);
    overlaid.committed = entry;
    this.#refresh(key);
  }

  #remove(key: OutlineKey): void {
    const overlaid = this.#overlaid.get(key);
    if (!overlaid) return this.tree.remove(key);
    overlaid.committed = undefined;
    this.#refresh(key);
  }

  #clear(type: SidebarItemType): void {
    this.tree.clear(type);
    for (const key of this.#overlaid.keys()) if (key.startsWith(`${type}:`)) this.#remove(key);
  }

  /** Folds a long log, and looks once whether a write went past the outline. */
  #waitForQuiet(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#tidy().catch((error: unknown) => {
        // The list is none the worse for it, unless the database is gone, which others tell.
        if (!(error instanceof LiteChatError)) reportError(error);
      });
    }, QUIET_MILLISECONDS);
  }

  async #tidy(): Promise<void> {
    const reading = this.#reading;
    if (!reading || reading.changed) return;
    const { upTo } = reading;
    const foldedUpTo = await foldOutline(this.#database, { upTo, after: reading.foldedUpTo });
    reading.foldedUpTo = foldedUpTo;
    if (this.#isChecked || this.#overlaid.size > 0 || this.#reading !== reading) return;
    const { size } = this.tree;
    const isWhole = await isOutlineWhole(this.#database, { size, upTo });
    if (isWhole !== undefined) this.#isChecked = true;
    if (isWhole === true) await this.#onQuiet();
    if (isWhole !== false) return;
    await makeOutline(this.#database);
    this.#begin();
  }

  #end(last: Partial<LiveOutlineState>): void {
    const following = this.#following;
    this.#following = undefined;
    this.#reading?.end();
    this.#reading = undefined;
    clearTimeout(this.#timer);
    following?.unhear();
    this.#show(last);
    following?.answer();
  }

  #show(news: Partial<LiveOutlineState>): void {
    const { revision } = this.state.getState();
    this.state.setState({ ...news, revision: revision + 1 });
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
