import { DEXIE_VERSION_FACTOR, SCHEMA_VERSION } from './versions.js';

/**
 * Looks into a database as it is, by the browser's own means: without Dexie, which takes longer to
 * load than the look, without making a database that is not there, or changing one that is. What
 * is to be followed or written takes a `LiteChatDatabase`.
 *
 * @param read Makes its requests at once; none is made after it has returned.
 * @returns What was read; undefined where that cannot be relied on: there is no database, it is of
 * another schema, an older application shares it, or it cannot be read.
 */
export function lookIn<Result>(
  name: string,
  tables: readonly string[],
  read: (table: (name: string) => IDBObjectStore) => Promise<Result>,
): Promise<Result | undefined> {
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(undefined);
    try {
      const request = indexedDB.open(name);
      // Without this there would be one from now on, of no schema at all.
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = (event) => {
        event.preventDefault();
        giveUp();
      };
      request.onsuccess = () => {
        const database = request.result;
        const close = (): void => database.close();
        database.onversionchange = close;
        readFrom(database, tables, read).then(resolve, giveUp).finally(close);
      };
    } catch {
      // The page has no IndexedDB, or may not use it.
      giveUp();
    }
  });
}

async function readFrom<Result>(
  database: IDBDatabase,
  tables: readonly string[],
  read: (table: (name: string) => IDBObjectStore) => Promise<Result>,
): Promise<Result | undefined> {
  if (database.version !== SCHEMA_VERSION * DEXIE_VERSION_FACTOR) return undefined;
  const transaction = database.transaction([...tables], 'readonly');
  return read((table) => transaction.objectStore(table));
}

/** The answer to a request. */
export function answerTo<Answer>(request: IDBRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Answer);
    request.onerror = (event) => {
      event.preventDefault();
      reject(request.error ?? new DOMException('The request failed', 'UnknownError'));
    };
  });
}
