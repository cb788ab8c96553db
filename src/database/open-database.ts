import { LiteChatError } from '../errors.js';
import { DEFAULT_DATABASE_NAME } from './database-name.js';
import { LiteChatDatabase, type IndexedDBImplementation } from './litechat-database.js';

/** Where a database keeps its data. */
export type Storage = 'indexeddb' | 'memory';

/** Which database to open, and where it keeps its data. */
export interface OpenDatabaseOptions {
  /** Of the IndexedDB database; `LiteChatDB` unless given. */
  name?: string | undefined;
  /** `memory` keeps everything in the page alone; `indexeddb` unless given. */
  storage?: Storage | undefined;
}

/**
 * Opens the database. Where the page has no IndexedDB at all (a sandboxed frame, a browser set to
 * store nothing) it answers one in memory; `database.persistent` and `database.status` tell.
 *
 * @throws {LiteChatError} database-newer, database-failed, database-connection-lost, …; a
 * database that cannot be read is never deleted and never replaced by an empty one.
 */
export async function openDatabase({
  name = DEFAULT_DATABASE_NAME,
  storage = 'indexeddb',
}: OpenDatabaseOptions = {}): Promise<LiteChatDatabase> {
  if (storage === 'memory') return openInMemory(name);
  const database = new LiteChatDatabase(name);
  try {
    await database.open();
    return database;
  } catch (error) {
    if (isUnavailable(error)) return openInMemory(name);
    throw error;
  }
}

/** Whether the failure means that the page has no IndexedDB, as opposed to a broken one. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof LiteChatError && error.code === 'database-unavailable';
}

/** Opens an empty database that lives as long as the page, by fake-indexeddb loaded on demand. */
export async function openInMemory(name = DEFAULT_DATABASE_NAME): Promise<LiteChatDatabase> {
  const database = new LiteChatDatabase(name, await memoryImplementation());
  await database.open();
  return database;
}

async function memoryImplementation(): Promise<IndexedDBImplementation> {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
  return { indexedDB: new IDBFactory(), IDBKeyRange };
}
