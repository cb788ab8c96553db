import {
  selectedCategories,
  type Collection,
  type FullImportOptions,
} from '../model/categories.js';
import type { TableSource } from '../database/transactions.js';
import type { Persistence } from '../persistence/persistence.js';
import { tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { DatabaseSink } from './change-sink.js';
import { RepairLog } from './repair-log.js';
import { planRestore } from './restore-plan.js';
import { RestoreWriter } from './restore-writer.js';
import { exclusively } from './transfer-lock.js';
import type { ClearOptions, ClearReport } from './types.js';
import { UndoJournal } from './undo-journal.js';
import { expiryOfClear } from './undo-state.js';

/**
 * Clears the chosen categories in one transaction: what restoring a file
 * does that holds an empty list for each. References to what goes are emptied.
 *
 * @throws {LiteChatError} quota-exceeded when there is no room to keep what goes, …; nothing was
 * changed.
 */
export async function clearData(
  persistence: Persistence,
  options: FullImportOptions,
  transfer: ClearOptions = {},
): Promise<ClearReport> {
  const { database } = persistence;
  const { keepUndo = true, signal } = transfer;
  const collections = selectedCategories(options).flatMap((category) => category.collections);
  const file = emptyBackup(collections);
  return exclusively(database, transfer, async () => {
    const emptied = await planRestore(file, options);
    const clear = async (source: TableSource): Promise<ClearReport> => {
      const unknown =
        options.importSettings === true ? await tableOf(source, 'unknownData').toArray() : [];
      const plan = { ...emptied, unknownNames: new Set(unknown.map(({ name }) => name)) };
      const journal = await UndoJournal.begin(source, { keeps: keepUndo });
      const sink = new DatabaseSink(source, journal);
      const log = new RepairLog();
      const writer = await RestoreWriter.begin({ source, plan, policy: 'replace', sink, log });
      await writer.write(collections.map((collection) => ({ type: 'collection', collection })));
      await writer.finish();
      signal?.throwIfAborted();
      await journal.finish({ operation: 'clear', isUndone: false }, expiryOfClear());
      return { outcome: writer.outcome };
    };
    return run(
      database,
      () => database.withStrictDurability(() => database.transaction('rw', database.tables, clear)),
      signal,
    );
  });
}

function emptyBackup(collections: readonly Collection[]): Blob {
  const lists = collections.map(({ key, shape }) => [key, shape === 'settings' ? {} : []]);
  return new Blob([JSON.stringify({ version: 1, ...Object.fromEntries(lists) })]);
}
