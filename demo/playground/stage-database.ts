import { SCHEMA_VERSION } from '../../src/index.js';
import type { Contents } from './states.js';

const PREFIX = 'litechat-playground-';
/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;
/** What Dexie multiplies its versions with. */
const DEXIE = 10;
/** A version that no kit has. */
const NEWER = (SCHEMA_VERSION + 900) * DEXIE;

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });

const opened = (
  name: string,
  version: number,
  upgrade?: (database: IDBDatabase) => void,
): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade?.(request.result);
  return settled(request);
};

/** Where the kit notes that a database holds conversations. */
const witnessOf = (name: string): string => `litechat-elements:${name}`;

/** A database of one state: in trouble from the start, where the state wants that. */
export class StageDatabase {
  readonly name = `${PREFIX}${crypto.randomUUID().slice(0, 8)}`;
  /** What keeps it as it is: other tabs, as it were. */
  readonly #held: IDBDatabase[] = [];

  /** Before the kit opens it. */
  async prepare(contents: Contents): Promise<void> {
    if (contents === 'blocked') {
      // A tab that does not let go: nothing closes this on a change of version.
      this.#held.push(await opened(this.name, DEXIE));
    } else if (contents === 'newer') {
      (await opened(this.name, NEWER)).close();
    } else if (contents === 'broken') {
      const other = (database: IDBDatabase) =>
        database.createObjectStore('conversations', { keyPath: 'somethingElse' });
      (await opened(this.name, DEXIE, other)).close();
    } else if (contents === 'emptied') {
      const [lastSeen, lastBackup] = [2, 9].map((days) => Date.now() - days * DAY);
      localStorage.setItem(witnessOf(this.name), JSON.stringify({ lastSeen, lastBackup }));
    }
  }

  /** As another tab with newer code would do. */
  async upgradeElsewhere(): Promise<void> {
    this.#held.push(await opened(this.name, NEWER));
  }

  /** Resolves when nothing of it is left. */
  async delete(): Promise<void> {
    localStorage.removeItem(witnessOf(this.name));
    for (const database of this.#held.splice(0)) database.close();
    await settled(indexedDB.deleteDatabase(this.name));
  }
}

/** Says that the page uses the database, until it is closed. */
export function claim(name: string): void {
  void navigator.locks.request(name, { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Deletes what pages that were closed have left behind. */
export async function deleteLeftovers(): Promise<void> {
  const [databases, { held = [] }] = await Promise.all([
    indexedDB.databases(),
    navigator.locks.query(),
  ]);
  const used = new Set(held.map(({ name }) => name));
  for (const { name } of databases) {
    if (!name?.startsWith(PREFIX) || used.has(name)) continue;
    indexedDB.deleteDatabase(name);
    localStorage.removeItem(witnessOf(name));
  }
}
