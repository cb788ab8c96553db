import { readBackup, type BackupEvent } from '../formats/backup-reader.js';
import { readField } from '../formats/read-field.js';
import { LiteChatError } from '../errors.js';
import {
  selectedCategories,
  type CategoryId,
  type Collection,
  type CollectionKey,
  type FullImportOptions,
} from '../model/categories.js';
import type { TableName } from '../model/entities.js';
import { formatPath, toPlainValue, type PathSegment } from '../model/plain-value.js';
import { hasSecrets } from '../model/secrets.js';
import { keyFieldOf, uniqueNameTables } from '../model/tables.js';
import { idOf } from '../persistence/record-keys.js';
import { toRecord, type BackupRecord, type RecordEvent } from './backup-record.js';
import { fileSlices } from './file-slices.js';
import { InvalidRecords } from './invalid-records.js';
import { KeySet } from './key-set.js';
import { pairOf } from './link-pair.js';
import { lastChange } from './newer-record.js';
import type { TransferOptions } from './types.js';

/** What a backup was found to hold when it was read through, for the writing that follows. */
export interface RestorePlan {
  readonly exportedAt: Date | null;
  readonly secretsLeftOut: boolean;
  /** The categories that the file carries, chosen or not. */
  readonly categories: ReadonlySet<CategoryId>;
  /** The chosen collections that the file carries. */
  readonly collections: readonly Collection[];
  /** Primary keys of the records of each table, in the order of the file. */
  readonly keys: ReadonlyMap<TableName, KeySet>;
  /** Names, by key, of the records of tables whose names are unique. */
  readonly names: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  /** What links join, by key. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Parents, by key, of the records of tables that are trees. */
  readonly parents: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  /** When records changed last, by key, of tables that are trees or whose names are unique. */
  readonly changes: ReadonlyMap<TableName, ReadonlyMap<string, number>>;
  /** Top-level names that this version does not know and that are taken along with the settings. */
  readonly unknownNames: ReadonlySet<string>;
  /** The conversations that the interactions in the file belong to. */
  readonly conversationIds: KeySet;
  /** How many records of each collection can be stored. */
  readonly counts: Readonly<Partial<Record<CollectionKey, number>>>;
  /** How many of them hold the value of a secret. */
  readonly secrets: Readonly<Partial<Record<CollectionKey, number>>>;
  /** The names of the mods in the file, chosen or not. */
  readonly mods: readonly string[];
  readonly invalid: InvalidRecords;
}

/** A record that can be stored, and where it stands in the file. */
export interface PlannedRecord extends BackupRecord {
  readonly collection: Collection;
  readonly path: readonly PathSegment[];
}

/** Tables whose rows may have a parent of their own kind. */
export const treeTables: ReadonlySet<TableName> = new Set<TableName>([
  'projects',
  'promptTemplates',
]);

/**
 * Reads the whole file and checks every record of the chosen categories, writing nothing. Keeps
 * keys, names and parents, not records, so that memory does not grow with their size.
 *
 * @throws {LiteChatError} record-invalid and duplicate-id with the path of the record, unless such
 * are to be skipped; backup-… for a file that cannot be read to its end.
 */
export async function planRestore(
  file: Blob,
  options: FullImportOptions,
  {
    skipInvalid = false,
    signal,
    onProgress,
  }: TransferOptions & { skipInvalid?: boolean | undefined } = {},
): Promise<RestorePlan> {
  const draft = new PlanDraft(options, skipInvalid);
  const onRead = (bytes: number): void =>
    onProgress?.({ phase: 'checking', done: bytes, total: file.size });
  for await (const events of readBackup(fileSlices(file, { signal, onRead }))) {
    for (const event of events) draft.add(event);
  }
  return draft;
}

/** The plan as it grows with the events of the file. */
export class PlanDraft implements RestorePlan {
  exportedAt: Date | null = null;
  secretsLeftOut = false;
  readonly categories = new Set<CategoryId>();
  readonly collections: Collection[] = [];
  readonly keys = new Map<TableName, KeySet>();
  readonly names = new Map<TableName, Map<string, string>>();
  readonly pairs = new Map<string, string>();
  readonly parents = new Map<TableName, Map<string, string>>();
  readonly changes = new Map<TableName, Map<string, number>>();
  readonly unknownNames = new Set<string>();
  readonly conversationIds = new KeySet();
  readonly counts: Partial<Record<CollectionKey, number>> = {};
  readonly secrets: Partial<Record<CollectionKey, number>> = {};
  readonly mods: string[] = [];
  readonly invalid = new InvalidRecords();

  readonly #options: FullImportOptions;
  readonly #chosen: ReadonlySet<Collection>;
  readonly #skipInvalid: boolean;

  constructor(options: FullImportOptions, skipInvalid = false) {
    this.#options = options;
    this.#chosen = new Set(selectedCategories(options).flatMap(({ collections }) => collections));
    this.#skipInvalid = skipInvalid;
  }

  /** @returns The record, if the event is one of a chosen collection and can be stored. */
  add(event: BackupEvent): PlannedRecord | undefined {
    switch (event.type) {
      case 'exported-at':
        this.exportedAt = event.value;
        break;
      case 'secrets-left-out':
        this.secretsLeftOut = true;
        break;
      case 'collection':
        this.#addCollection(event.collection);
        break;
      case 'record':
        if (event.collection.key === 'mods') this.mods.push(idOf(readField(event.value, 'name')));
        return this.#chosen.has(event.collection) ? this.#addRecord(event) : undefined;
      case 'collection-end':
        break;
      case 'unknown':
        // What is kept unread must still be data that a later backup can hold.
        toPlainValue(
          event.value,
          event.position === null ? [event.name] : [event.name, event.position],
        );
        if (this.#options.importSettings === true) this.unknownNames.add(event.name);
        break;
      case 'unknown-list':
        if (this.#options.importSettings === true) this.unknownNames.add(event.name);
    }
    return undefined;
  }

  #addCollection(collection: Collection): void {
    this.categories.add(collection.category);
    if (!this.#chosen.has(collection) || this.collections.includes(collection)) return;
    this.collections.push(collection);
    this.counts[collection.key] = 0;
  }

  #addRecord(event: RecordEvent): PlannedRecord | undefined {
    try {
      return this.#addValid(event);
    } catch (error) {
      if (!this.#skipInvalid || !(error instanceof LiteChatError)) throw error;
      this.invalid.add(event, error);
      return undefined;
    }
  }

  #addValid(event: RecordEvent): PlannedRecord {
    const { collection, path } = event;
    const { key, row } = toRecord(event);
    const { table } = collection;
    const isEntry = collection.shape === 'setting-list';
    // MCP servers are the entries of one row; their ids are a key space of their own.
    const space = this.#keysOf(table);
    // An older application wrote them in two places of one file, each list whole.
    const unique = isEntry ? `${path[0]}/${key}` : key;
    if (space.has(unique)) {
      const where = formatPath([...path, isEntry ? 'id' : keyFieldOf(table)]);
      throw new LiteChatError(
        'duplicate-id',
        `${where} is the same as that of a record before it. Nothing was changed.`,
        { path: where },
      );
    }
    space.add(unique);
    if (uniqueNameTables.has(table)) {
      mapFor(this.names, table).set(key, String(readField(row, 'name')));
    }
    const parent = idOf(readField(row, 'parentId'));
    if (treeTables.has(table) || uniqueNameTables.has(table)) {
      mapFor(this.changes, table).set(key, lastChange(table, row));
    }
    if (treeTables.has(table) && parent !== '') mapFor(this.parents, table).set(key, parent);
    if (table === 'tagRuleLinks') this.pairs.set(key, pairOf(row));
    if (table === 'interactions') this.conversationIds.add(idOf(readField(row, 'conversationId')));
    this.counts[collection.key] = (this.counts[collection.key] ?? 0) + 1;
    if (collection.secrets && hasSecrets(collection.key, secretsIn(collection, row, path))) {
      this.secrets[collection.key] = (this.secrets[collection.key] ?? 0) + 1;
    }
    return { collection, path, key, row };
  }

  #keysOf(table: TableName): KeySet {
    const keys = this.keys.get(table) ?? new KeySet();
    this.keys.set(table, keys);
    return keys;
  }
}

/** A setting's secrets are named by its key. */
function secretsIn({ shape }: Collection, row: object, path: RecordEvent['path']): object {
  return shape === 'settings' ? { [path.at(-1) ?? '']: readField(row, 'value') } : row;
}

function mapFor<Key, Value>(maps: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const present = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, present);
  return present;
}
