import { readField } from '../formats/read-field.js';
import { readBackup, type BackupEvent } from '../formats/backup-reader.js';
import { LiteChatError } from '../errors.js';
import {
  selectedCategories,
  type Collection,
  type FullImportOptions,
  type CollectionKey,
} from '../model/categories.js';
import type { TableName } from '../model/entities.js';
import { formatPath, toPlainValue } from '../model/plain-value.js';
import { keyFieldOf, uniqueNameTables } from '../model/tables.js';
import { fileSlices } from './file-slices.js';
import { toRecord } from './backup-record.js';
import type { TransferOptions } from './types.js';

/** What a backup was found to hold when it was read through, for the writing that follows. */
export interface RestorePlan {
  readonly exportedAt: Date | null;
  /** The chosen collections that the file carries. */
  readonly collections: readonly Collection[];
  /** Primary keys of the records of each table, in the order of the file. */
  readonly keys: ReadonlyMap<TableName, ReadonlySet<string>>;
  /** Names, by key, of the records of tables whose names are unique. */
  readonly names: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  /** Parents, by key, of the records of tables that are trees. */
  readonly parents: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  /** Top-level names that this version does not know and that are taken along with the settings. */
  readonly unknownNames: ReadonlySet<string>;
  /** The conversations that the interactions in the file belong to. */
  readonly conversationIds: ReadonlySet<string>;
  /** How many records each collection has in the file. */
  readonly counts: Readonly<Partial<Record<CollectionKey, number>>>;
}

const treeTables: ReadonlySet<TableName> = new Set<TableName>(['projects', 'promptTemplates']);

/**
 * Reads the whole file and checks every record of the chosen categories, writing nothing. Keeps
 * keys, names and parents, not records, so that memory does not grow with their size.
 *
 * @throws {LiteChatError} record-invalid, duplicate-id, backup-… with the path of the record.
 */
export async function planRestore(
  file: Blob,
  options: FullImportOptions,
  { signal, onProgress }: TransferOptions = {},
): Promise<RestorePlan> {
  const chosen = new Set(selectedCategories(options).flatMap(({ collections }) => collections));
  const collections: Collection[] = [];
  const keys = new Map<TableName, Set<string>>();
  const names = new Map<TableName, Map<string, string>>();
  const parents = new Map<TableName, Map<string, string>>();
  const unknownNames = new Set<string>();
  let exportedAt: Date | null = null;
  const conversationIds = new Set<string>();
  const counts: Partial<Record<CollectionKey, number>> = {};

  const check = (event: Extract<BackupEvent, { type: 'record' }>): void => {
    const { collection } = event;
    const { key, row } = toRecord(event);
    const { table } = collection;
    // MCP servers are the entries of one row; their ids are a key space of their own.
    const space = setFor(keys, table);
    const unique = collection.shape === 'setting-list' ? `${collection.key}/${key}` : key;
    if (space.has(unique)) {
      const path = formatPath([
        collection.key,
        event.step,
        collection.shape === 'setting-list' ? 'id' : keyFieldOf(table),
      ]);
      throw new LiteChatError(
        'duplicate-id',
        `${path} is the same as that of a record before it. Nothing was changed.`,
        { path },
      );
    }
    space.add(unique);
    const name = readField(row, 'name');
    if (uniqueNameTables.has(table)) mapFor(names, table).set(key, String(name));
    const parent = readField(row, 'parentId');
    if (treeTables.has(table) && typeof parent === 'string') {
      mapFor(parents, table).set(key, parent);
    }
    if (table === 'interactions') conversationIds.add(String(readField(row, 'conversationId')));
    counts[collection.key] = (counts[collection.key] ?? 0) + 1;
  };

  const onRead = (bytes: number): void =>
    onProgress?.({ phase: 'checking', done: bytes, total: file.size });
  for await (const events of readBackup(fileSlices(file, { signal, onRead }))) {
    for (const event of events) {
      if (event.type === 'exported-at') exportedAt = event.value;
      else if ('name' in event) {
        if (event.type === 'unknown') assertStorable(event);
        if (options.importSettings) unknownNames.add(event.name);
      } else if (event.type === 'collection' && chosen.has(event.collection)) {
        collections.push(event.collection);
        counts[event.collection.key] ??= 0;
      } else if (event.type === 'record' && chosen.has(event.collection)) check(event);
    }
  }
  return { exportedAt, collections, keys, names, parents, unknownNames, conversationIds, counts };
}

/** What is kept unread must still be data that a later backup can hold. */
function assertStorable({
  name,
  position,
  value,
}: Extract<BackupEvent, { type: 'unknown' }>): void {
  toPlainValue(value, position === null ? [name] : [name, position]);
}

function setFor<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const present = sets.get(key) ?? new Set<string>();
  sets.set(key, present);
  return present;
}

function mapFor<Key>(maps: Map<Key, Map<string, string>>, key: Key): Map<string, string> {
  const present = maps.get(key) ?? new Map<string, string>();
  maps.set(key, present);
  return present;
}
