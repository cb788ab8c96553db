import { readField } from '../formats/read-field.js';
import {
  keepTransactionAlive,
  outsideTransaction,
  type TableSource,
} from '../database/transactions.js';
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
import { BlobWriter } from './blob-writer.js';
import type { JobTransfer } from './job-transfer.js';
import { loadUnknownData } from './unknown-data.js';

/** What of the database goes into the file. */
export interface BackupContents {
  options: FullExportOptions;
  includeSecrets: boolean;
}

/**
 * Writes a full-configuration file of the chosen categories, read from one consistent state of the
 * database: what is saved meanwhile is not in it.
 *
 * @throws {LiteChatError} database-… when the database cannot be read. Rejects with the reason of
 * the signal.
 */
export async function writeBackup(
  { database }: Persistence,
  { options, includeSecrets }: BackupContents,
  { signal, onProgress, onChunk }: JobTransfer,
): Promise<void> {
  const collections = selectedCategories(options).flatMap((category) => category.collections);
  const blobs = new BlobWriter((chunk) => outsideTransaction(() => onChunk?.(chunk)));
  const shown = (collection: Collection, record: object): object =>
    includeSecrets ? record : withoutSecrets(collection.key, record);

  await run(
    database,
    () =>
      database.transaction('r', database.tables, async (source) => {
        const total = await countRows(source, collections);
        let done = 0;
        const writer = new BackupWriter(blobs.write);
        const room = (): Promise<void> => keepTransactionAlive(source, () => blobs.room());
        writer.field('version', BACKUP_VERSION);
        writer.field('exportedAt', new Date().toISOString());
        if (!includeSecrets) writer.field('secretsLeftOut', true);

        for (const collection of collections) {
          const rows = readWindows(tableOf(source, collection.table), (count) => {
            signal?.throwIfAborted();
            done += count;
            outsideTransaction(() =>
              onProgress?.({ phase: 'reading', done: Math.min(done, total), total }),
            );
          });
          await writeCollection(writer, collection, rows, shown, room);
        }
        if (options.importSettings === true) {
          for (const { name, value } of await loadUnknownData(source)) {
            writer.field(name, value);
          }
        }
        writer.end();
        blobs.flush();
      }),
    signal,
  );
}

async function countRows(source: TableSource, collections: readonly Collection[]): Promise<number> {
  let total = 0;
  for (const { table } of collections) total += await tableOf(source, table).count();
  return total;
}

async function writeCollection(
  writer: BackupWriter,
  collection: Collection,
  windows: AsyncIterable<object[]>,
  shown: (collection: Collection, record: object) => object,
  room: () => Promise<void>,
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
      await room();
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
