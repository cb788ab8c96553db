import { readField } from '../formats/read-field.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { BackupEvent } from '../formats/backup-reader.js';
import {
  MCP_SERVERS_SETTING,
  SETTING_PREFIX,
  settingName,
  type Collection,
  type CollectionKey,
} from '../model/categories.js';
import type { Conversation, TableName, UnknownData } from '../model/entities.js';
import type { PathSegment } from '../model/plain-value.js';
import { keepSecrets } from '../model/secrets.js';
import { keyFieldOf } from '../model/tables.js';
import { idOf, keysOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { toRecord } from './backup-record.js';
import { cleanKeptRows } from './clean-kept-rows.js';
import { fillDates } from './fill-dates.js';
import { deleteReplaced, presentRecords } from './present-records.js';
import { ReferenceResolver } from './reference-resolver.js';
import type { RepairLog } from './repair-log.js';
import type { RestorePlan } from './restore-plan.js';
import { prepareTarget, type RestoreTarget } from './restore-target.js';
import type { RestorePolicy } from './types.js';
import { itemRow, listRow, plainRow } from './unknown-data.js';

type RecordEvent = Extract<BackupEvent, { type: 'record' }>;

/** Writes the events of a backup inside the caller's transaction, fitting records to what stays. */
export class RestoreWriter {
  readonly counts: Partial<Record<CollectionKey, number>> = {};
  /** How many records have come in, written or not. */
  records = 0;

  readonly #database: LiteChatDatabase;
  readonly #plan: RestorePlan;
  readonly #policy: RestorePolicy;
  readonly #target: RestoreTarget;
  readonly #resolver: ReferenceResolver;
  readonly #log: RepairLog;
  /** Records that were here before, for the secrets that the file may lack. */
  readonly #before: ReadonlyMap<Collection, ReadonlyMap<string, object>>;
  readonly #settingLists = new Map<Collection, object[]>();
  readonly #links = new Set<string>();

  static async begin(
    database: LiteChatDatabase,
    plan: RestorePlan,
    policy: RestorePolicy,
    log: RepairLog,
  ): Promise<RestoreWriter> {
    const before = new Map<Collection, ReadonlyMap<string, object>>();
    for (const collection of plan.collections) {
      if (collection.secrets || collection.shape === 'setting-list') {
        before.set(collection, await presentRecords(database, collection));
      }
    }
    if (policy === 'replace') {
      for (const collection of plan.collections) await deleteReplaced(database, collection, plan);
    }
    await database.unknownData.filter(({ name }) => plan.unknownNames.has(name)).delete();
    const target = await prepareTarget(database, plan);
    return new RestoreWriter(database, plan, policy, target, before, log);
  }

  private constructor(
    database: LiteChatDatabase,
    plan: RestorePlan,
    policy: RestorePolicy,
    target: RestoreTarget,
    before: ReadonlyMap<Collection, ReadonlyMap<string, object>>,
    log: RepairLog,
  ) {
    this.#database = database;
    this.#plan = plan;
    this.#policy = policy;
    this.#target = target;
    this.#before = before;
    this.#log = log;
    this.#resolver = new ReferenceResolver(target, log);
    for (const { key } of plan.collections) this.counts[key] = 0;
  }

  async write(events: readonly BackupEvent[]): Promise<void> {
    const rows = new Map<Collection, object[]>();
    const unknown: UnknownData[] = [];
    for (const event of events) {
      if (event.type === 'record') this.#addRecord(event, rows);
      else if (event.type === 'collection' && event.collection.shape === 'setting-list') {
        // An older application's list may come before or after.
        const list = this.#settingLists.get(event.collection) ?? [];
        this.#settingLists.set(event.collection, list);
      } else if (event.type === 'unknown-list') unknown.push(listRow(event.name));
      else if (event.type === 'unknown') {
        unknown.push(
          event.position === null
            ? plainRow(event.name, event.value)
            : itemRow(event.name, event.position, event.value),
        );
      }
    }
    for (const [collection, batch] of rows) await this.#put(collection, batch);
    await this.#database.unknownData.bulkPut(unknown);
  }

  /** Writes what needed the whole file to be known, and mends the rows that stayed. */
  async finish(): Promise<Partial<Record<CollectionKey, number>>> {
    for (const [collection, entries] of this.#settingLists) {
      const kept = this.#policy === 'replace' ? [] : this.#entriesNotIn(collection, entries);
      await this.#database.appState.put({
        key: SETTING_PREFIX + MCP_SERVERS_SETTING,
        value: [...kept, ...entries],
      });
    }
    const recovered = [...this.#resolver.missing].map(([id, { first, last }]) => {
      this.#log.add('conversation-recovered', ['conversations', id]);
      return recoveredConversation(id, first ?? this.#fallbackDate, last ?? this.#fallbackDate);
    });
    await this.#database.conversations.bulkPut(recovered);
    await cleanKeptRows(this.#database, this.#plan, this.#log);
    return this.counts;
  }

  get #fallbackDate(): Date {
    return this.#plan.exportedAt ?? new Date();
  }

  #addRecord(event: RecordEvent, rows: Map<Collection, object[]>): void {
    const { collection, step } = event;
    const path = [collection.key, step];
    this.records++;
    const { key, row } = toRecord(event);
    const fitted = this.#fit(collection, key, row, path);
    if (!fitted) return;
    if (collection.shape === 'setting-list') {
      this.#settingLists.get(collection)?.push(fitted);
      this.#count(collection, 1);
    } else {
      const batch = rows.get(collection);
      if (batch) batch.push(fitted);
      else rows.set(collection, [fitted]);
    }
  }

  #fit(
    collection: Collection,
    key: string,
    row: object,
    path: readonly PathSegment[],
  ): object | undefined {
    const { table } = collection;
    let fitted: object | undefined = this.#withSecretsOfBefore(collection, key, row);
    if (collection.table === 'appState') return fitted;

    const id = this.#target.idFor(table, key);
    if (id !== key) {
      this.#log.add('id-changed', path);
      fitted = { ...fitted, id };
    }
    const name = this.#target.nameFor(table, key);
    if (name !== undefined) {
      this.#log.add('name-changed', [...path, 'name']);
      fitted = { ...fitted, name };
    }
    if (this.#target.closesCycle(table, key)) {
      this.#log.add('cycle-broken', [...path, 'parentId']);
      fitted = { ...fitted, parentId: null };
    }
    fitted = fillDates(table, fitted, this.#fallbackDate, (field) => {
      this.#log.add('date-filled', [...path, field]);
    });
    fitted = this.#resolver.resolve(table, fitted, path);
    return fitted && table === 'tagRuleLinks' ? this.#onceALink(fitted, path) : fitted;
  }

  #withSecretsOfBefore(collection: Collection, key: string, row: object): object {
    const present = this.#before.get(collection)?.get(key);
    if (!present) return row;
    if (collection.shape !== 'settings') return keepSecrets(collection.key, row, present);
    const name = settingName(key);
    const kept: object = keepSecrets(
      collection.key,
      { [name]: readField(row, 'value') },
      { [name]: readField(present, 'value') },
    );
    return { ...row, value: readField(kept, name) };
  }

  /** The same tag on the same rule twice says nothing more. */
  #onceALink(link: object, path: readonly PathSegment[]): object | undefined {
    const pair = pairOf(link);
    if (!this.#links.has(pair)) {
      this.#links.add(pair);
      return link;
    }
    this.#log.add('record-dropped', path);
    return undefined;
  }

  #entriesNotIn(collection: Collection, entries: readonly object[]): object[] {
    const ids = new Set(entries.map((entry) => readField(entry, 'id')));
    return [...(this.#before.get(collection) ?? [])]
      .filter(([id]) => !ids.has(id))
      .map(([, entry]) => entry);
  }

  async #put(collection: Collection, rows: readonly object[]): Promise<void> {
    const table = this.#database.table<object, string>(collection.table);
    const winners = this.#policy === 'replace' ? rows : await this.#newest(collection, rows);
    if (this.#policy !== 'replace') await this.#deleteNumbered(collection, winners);
    await table.bulkPut(winners);
    this.#count(collection, winners.length);
  }

  #count({ key }: Collection, more: number): void {
    this.counts[key] = (this.counts[key] ?? 0) + more;
  }

  /** A record that lies under a number, from `++id`, would stay beside itself. */
  async #deleteNumbered({ table }: Collection, rows: readonly object[]): Promise<void> {
    const numbers = rows
      .flatMap((row) => keysOf(idOf(readField(row, keyFieldOf(table)))))
      .filter((key) => typeof key === 'number');
    await tableOf(this.#database, table).where(':id').anyOf(numbers).delete();
  }

  /** Those of the rows that are to take the place of the ones here, or have none here. */
  async #newest({ table }: Collection, rows: readonly object[]): Promise<object[]> {
    const keyOfRow = (row: object): string => idOf(readField(row, keyFieldOf(table)));
    const keys = rows.map(keyOfRow);
    const present = new Map<string, object>();
    const stored = tableOf(this.#database, table).where(':id').anyOf(keys.flatMap(keysOf));
    await stored.each((row: object) => present.set(keyOfRow(row), row));
    const pairs = table === 'tagRuleLinks' ? await this.#presentLinks() : undefined;
    return rows.filter((row, position) => {
      const twin = pairs?.get(pairOf(row));
      if (twin !== undefined && twin !== keys[position]) return false;
      return isToWin(table, row, present.get(keys[position] ?? ''));
    });
  }

  async #presentLinks(): Promise<Map<string, string>> {
    const links = await this.#database.tagRuleLinks.toArray();
    return new Map(links.map((link) => [pairOf(link), link.id]));
  }
}

/**
 * Whether the record of the file is the newer one. Of two messages as old as each other the one here
 * stays: a rating given since the backup moves no date.
 */
function isToWin(table: TableName, row: object, present: object | undefined): boolean {
  if (present === undefined) return true;
  const [theirs, ours] = [lastChange(row), lastChange(present)];
  return table === 'interactions' ? theirs > ours : theirs >= ours;
}

function lastChange(row: object): number {
  const dates = ['updatedAt', 'endedAt', 'startedAt'].map((name) => readField(row, name));
  return dates.find((date) => date instanceof Date)?.getTime() ?? -Infinity;
}

/** What a link joins, as one text. */
function pairOf(link: object): string {
  return JSON.stringify([readField(link, 'tagId'), readField(link, 'ruleId')]);
}

/** A place for interactions whose conversation the file does not hold. */
function recoveredConversation(id: string, createdAt: Date, updatedAt: Date): Conversation {
  return { id, title: 'Recovered conversation', projectId: null, createdAt, updatedAt };
}
