import { readField } from '../formats/read-field.js';
import { outsideTransaction } from '../database/transactions.js';
import { BACKUP_VERSION, BackupWriter } from '../formats/backup-writer.js';
import {
  selectedCategories,
  settingName,
  type Collection,
  type FullExportOptions,
} from '../model/categories.js';
import { withoutSecrets } from '../model/secrets.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import { tableOf } from '../persistence/rows.js';
import { readWindows } from './read-windows.js';
import { spooledStream } from './spooled-stream.js';
import type { BackupOptions } from './types.js';
import { loadUnknownData } from './unknown-data.js';

/**
 * Writes a full-configuration file of the chosen categories as a byte stream of UTF-8 JSON, read
 * from one consistent state of the database: what is saved meanwhile is not in it.
 *
 * The stream fails with a `LiteChatError` when the database cannot be read, or with the reason of
 * the signal; it never ends early as if it were whole.
 */
export function createBackup(
  persistence: Persistence,
  options: FullExportOptions,
  { includeSecrets = true, signal, onProgress }: BackupOptions = {},
): ReadableStream<Uint8Array> {
  const { database } = persistence;
  const chosen = selectedCategories(options);
  const collections = chosen.flatMap((category) => category.collections);

  return spooledStream((write, cancelled) =>
    run(
      database,
      () =>
        database.transaction('r', database.tables, async () => {
          const total = await countRows(persistence, collections);
          let done = 0;
          const writer = new BackupWriter(write);
          writer.field('version', BACKUP_VERSION);
          writer.field('exportedAt', new Date().toISOString());
          if (!includeSecrets) writer.field('secretsLeftOut', true);
          const shown = (collection: Collection, record: object): object =>
            includeSecrets ? record : withoutSecrets(collection.key, record);

          for (const collection of collections) {
            const rows = readWindows(tableOf(database, collection.table), (count) => {
              cancelled.throwIfAborted();
              signal?.throwIfAborted();
              done += count;
              outsideTransaction(() =>
                onProgress?.({ phase: 'reading', done: Math.min(done, total), total }),
              );
            });
            await writeCollection(writer, collection, rows, shown);
          }
          if (options.importSettings) {
            for (const { name, value } of await loadUnknownData(database)) {
              writer.field(name, value);
            }
          }
          writer.end();
        }),
      signal,
    ),
  );
}

async function countRows(
  { database }: Persistence,
  collections: readonly Collection[],
): Promise<number> {
  const counts = await Promise.all(
    collections.map(({ table }) => tableOf(database, table).count()),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function writeCollection(
  writer: BackupWriter,
  collection: Collection,
  windows: AsyncIterable<object[]>,
  shown: (collection: Collection, record: object) => object,
): Promise<void> {
  const { key, shape, owns = () => true, sparse = false } = collection;
  if (shape === 'rows') {
    let isOpen = !sparse;
    if (isOpen) writer.openList(key);
    for await (const window of windows) {
      const rows = window.filter(owns);
      if (rows.length > 0 && !isOpen) {
        writer.openList(key);
        isOpen = true;
      }
      writer.items(rows.map((row) => shown(collection, row)));
    }
    if (isOpen) writer.closeList();
    return;
  }
  const settings: [string, unknown][] = [];
  for await (const window of windows) {
    for (const row of window.filter(owns)) {
      settings.push([settingName(String(readField(row, 'key'))), readField(row, 'value')]);
    }
  }
  if (shape === 'settings') {
    writer.map(key, { ...shown(collection, Object.fromEntries(settings)) });
    return;
  }
  const records = settings.flatMap(([, value]): unknown[] => (Array.isArray(value) ? value : []));
  const entries = records.filter((record): record is object => record instanceof Object);
  writer.openList(key);
  writer.items(entries.map((entry) => shown(collection, entry)));
  writer.closeList();
}
