import { readLastBackup, type LastBackup } from '../database/last-backup.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { collections, type CollectionKey } from '../model/categories.js';
import { storageOfPage, type BrowserStorage } from './browser-storage.js';
import { countRecords, type CollectionCounts } from './counts.js';
import { tableOf } from './rows.js';
import { run } from './run.js';
import { sampleRows } from './sample-rows.js';

/** How much a collection holds. */
export interface CollectionUsage {
  records: number;
  /** What its records take in a backup, in bytes; of large tables an estimate from a sample. */
  bytes: number;
}

/** What is stored and how much room there is, in bytes. */
export interface StorageUsage extends BrowserStorage {
  collections: Record<CollectionKey, CollectionUsage>;
  lastBackup: LastBackup | null;
}

/** Where the data lies in memory, or the browser does not tell, as WebKitGTK. */
const nothingKnown: BrowserStorage = { usage: null, quota: null, persisted: null };

const encoder = new TextEncoder();

/** What `measureUsage` does, loaded when it is first called. */
export async function measure(database: LiteChatDatabase): Promise<StorageUsage> {
  const records = await countRecords(database);
  const bytes = await run(database, () => measureBytes(database, records));
  const lastBackup = await run(database, () => readLastBackup(database));
  const storage = database.persistent ? await askBrowser() : nothingKnown;
  const entries = collections.map(({ key }) => [
    key,
    { records: records[key], bytes: Math.round(bytes.get(key) ?? 0) },
  ]);
  return {
    collections: Object.fromEntries(entries) as StorageUsage['collections'],
    lastBackup,
    ...storage,
  };
}

async function askBrowser(): Promise<BrowserStorage> {
  const storage = storageOfPage();
  if (!storage) return nothingKnown;
  // Browsers refuse both in documents of no origin and in some private windows.
  const [estimate, persisted] = await Promise.allSettled([storage.estimate(), storage.persisted()]);
  return {
    usage: estimate.status === 'fulfilled' ? (estimate.value.usage ?? null) : null,
    quota: estimate.status === 'fulfilled' ? (estimate.value.quota ?? null) : null,
    persisted: persisted.status === 'fulfilled' ? persisted.value : null,
  };
}

/** By collection; one after the other, so that only one table's sample is in memory. */
async function measureBytes(
  database: LiteChatDatabase,
  records: CollectionCounts,
): Promise<Map<CollectionKey, number>> {
  const bytes = new Map<CollectionKey, number>();
  const tables = new Set(collections.map(({ table }) => table));
  for (const name of tables) {
    const table = tableOf(database, name);
    const kept = collections.filter((collection) => collection.table === name);
    const [only] = kept;
    // To count a large table takes a while, and has been done where it is one collection's alone.
    const count = only && !only.owns ? records[only.key] : await table.count();
    const rows = await sampleRows(table, count);
    const scale = count / Math.max(rows.length, 1);
    for (const { key, owns = () => true } of kept) {
      const sizes = rows.filter((row) => owns(row)).map(sizeOf);
      bytes.set(key, scale * sizes.reduce((sum, size) => sum + size, 0));
    }
  }
  return bytes;
}

/** A row that is no JSON, which only another program can have stored, counts for nothing. */
function sizeOf(row: object): number {
  try {
    return encoder.encode(JSON.stringify(row)).length;
  } catch {
    return 0;
  }
}
