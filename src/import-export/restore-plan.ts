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
import { formatPath, toPlainValue } from '../model/plain-value.js';
import { hasSecrets } from '../model/secrets.js';
import { keyFieldOf, uniqueNameTables } from '../model/tables.js';
import { idOf } from '../persistence/record-keys.js';
import { toRecord, type RecordEvent } from './backup-record.js';
import { fileSlices } from './file-slices.js';
import { InvalidRecords } from './invalid-records.js';
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
  readonly keys: ReadonlyMap<TableName, ReadonlySet<string>>;
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
  readonly conversationIds: ReadonlySet<string>;
  /** How many records of each collection can be stored. */
  readonly counts: Readonly<Partial<Record<CollectionKey, number>>>;
  /** How many of them hold the value of a secret. */
  readonly secrets: Readonly<Partial<Record<CollectionKey, number>>>;
  /** The names of the mods in the file, chosen or not. */
  readonly mods: readonly string[];
  readonly invalid: InvalidRecords;
}

/** Tables whose rows may have a parent of their own kind. */
export const treeTables: ReadonlySet<TableName> = new Set<TableName>([
  'projects',
  'promptTemplates',
]);

interface PlanOptions extends TransferOptions {
  skipInvalid?: boolean | undefined;
}

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
  { skipInvalid = false, signal, onProgress }: PlanOptions = {},
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
class PlanDraft implements RestorePlan {
  exportedAt: Date | null = null;
  secretsLeftOut = false;
  readonly categories = new Set<CategoryId>();
  readonly collections: Collection[] = [];
  readonly keys = new Map<TableName, Set<string>>();
  readonly names = new Map<TableName, Map<string, string>>();
  readonly pairs = new Map<string, string>();
  readonly parents = new Map<TableName, Map<string, string>>();
  readonly changes = new Map<TableName, Map<string, number>>();
  readonly unknownNames = new Set<string>();
  readonly conversationIds = new Set<string>();
  readonly counts: Partial<Record<CollectionKey, number>> = {};
  readonly secrets: Partial<Record<CollectionKey, number>> = {};
  readonly mods: string[] = [];
  readonly invalid = new InvalidRecords();

  readonly #options: FullImportOptions;
  readonly #chosen: ReadonlySet<Collection>;
  readonly #skipInvalid: boolean;

  constructor(options: FullImportOptions, skipInvalid: boolean) {
    this.#options = options;
    this.#chosen = new Set(selectedCategories(options).flatMap(({ collections }) => collections));
    this.#skipInvalid = skipInvalid;
  }

  add(event: BackupEvent): void {
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
        if (this.#chosen.has(event.collection)) this.#addRecord(event);
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
  }

  #addCollection(collection: Collection): void {
    this.categories.add(collection.category);
    if (!this.#chosen.has(collection) || this.collections.includes(collection)) return;
    this.collections.push(collection);
    this.counts[collection.key] = 0;
  }

  #addRecord(event: RecordEvent): void {
    try {
      this.#addValid(event);
    } catch (error) {
      if (!this.#skipInvalid || !(error instanceof LiteChatError)) throw error;
      this.invalid.add(event, error);
    }
  }

  #addValid(event: RecordEvent): void {
    const { collection, path } = event;
    const { key, row } = toRecord(event);
    const { table } = collection;
    const isEntry = collection.shape === 'setting-list';
    // MCP servers are the entries of one row; their ids are a key space of their own.
    const space = setFor(this.keys, table);
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
  }
}

/** A setting's secrets are named by its key. */
function secretsIn({ shape }: Collection, row: object, path: RecordEvent['path']): object {
  return shape === 'settings' ? { [path.at(-1) ?? '']: readField(row, 'value') } : row;
}

function setFor<Key>(sets: Map<Key, Set<string>>, key: Key): Set<string> {
  const present = sets.get(key) ?? new Set<string>();
  sets.set(key, present);
  return present;
}

function mapFor<Key, Value>(maps: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const present = maps.get(key) ?? new Map<string, Value>();
  maps.set(key, present);
  return present;
}
