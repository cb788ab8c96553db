import { Dexie } from 'dexie';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { StorageUsage } from './measure-usage.js';
import { measureUsage } from './storage-usage.js';

/** Between the end of one measurement and the next, however much is written. */
const REST_MILLISECONDS = 1000;

type Listener = (usage: StorageUsage | undefined, error: unknown) => void;

const watches = new WeakMap<LiteChatDatabase, UsageWatch>();

/**
 * Measures how much is stored now and again after every write of this tab or another, at most once
 * a second. All who watch one database share the measurements.
 *
 * @param listener Gets the usage, or why it could not be measured.
 * @returns A function that ends it.
 */
export function watchUsage(database: LiteChatDatabase, listener: Listener): () => void {
  const watch = watches.get(database) ?? new UsageWatch(database);
  watches.set(database, watch);
  return watch.add(listener);
}

/** Measures again for those who watch, after a failure or when the browser's answers have changed. */
export function refreshUsage(database: LiteChatDatabase): void {
  watches.get(database)?.refresh();
}

class UsageWatch {
  readonly #database: LiteChatDatabase;
  readonly #listeners = new Set<Listener>();
  #last: Parameters<Listener> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isMeasuring = false;
  /** How often it was to be measured while that was being done. */
  #missed = 0;
  #restUntil = 0;

  constructor(database: LiteChatDatabase) {
    this.#database = database;
  }

  add(listener: Listener): () => void {
    if (this.#listeners.size === 0) {
      Dexie.on('storagemutated', this.#onWrite);
      // What was written while nobody watched is not known.
      this.#last = undefined;
      this.#schedule(0);
    }
    this.#listeners.add(listener);
    if (this.#last) listener(...this.#last);
    return () => this.#remove(listener);
  }

  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#schedule(0);
  }

  #remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    Dexie.on.storagemutated.unsubscribe(this.#onWrite);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Its argument has a key for every part that changed: `idb://<database>/<table>/<index>`. */
  readonly #onWrite = (parts: object): void => {
    const own = `idb://${this.#database.name}/`;
    if (Object.keys(parts).some((part) => part.startsWith(own))) {
      this.#schedule(Math.max(0, this.#restUntil - performance.now()));
    }
  };

  /** By a timer also when it is due, as a write may be told of inside its own transaction. */
  #schedule(milliseconds: number): void {
    if (this.#isMeasuring) {
      this.#missed++;
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#measure();
    }, milliseconds);
  }

  async #measure(): Promise<void> {
    this.#isMeasuring = true;
    const missed = this.#missed;
    try {
      this.#tell(await measureUsage(this.#database), undefined);
    } catch (error) {
      this.#tell(undefined, error);
    }
    this.#isMeasuring = false;
    this.#restUntil = performance.now() + REST_MILLISECONDS;
    if (this.#missed > missed && this.#listeners.size > 0) this.#schedule(REST_MILLISECONDS);
  }

  #tell(...told: Parameters<Listener>): void {
    this.#last = told;
    for (const listener of [...this.#listeners]) listener(...told);
  }
}
