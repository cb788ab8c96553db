import type { BackupEvent } from '../formats/backup-reader.js';
import { readField } from '../formats/read-field.js';
import type { Collection, CollectionKey } from '../model/categories.js';
import type { TableName, UnknownData } from '../model/entities.js';
import { uniqueNameTables } from '../model/tables.js';
import { idOf, storedKeyOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { toRecord, type RecordEvent } from './backup-record.js';
import type { RowChange } from './change-sink.js';
import { isSame } from './is-same.js';
import { KeyDestinations } from './key-destinations.js';
import { mendReferences } from './mend-references.js';
import { pairOf } from './link-pair.js';
import { RecordFitter } from './record-fitter.js';
import { recoveredConversation } from './recovered-conversation.js';
import { isToWin, lastChange } from './newer-record.js';
import type { RestoreContext } from './restore-context.js';
import { ReferenceResolver } from './reference-resolver.js';
import { prepareTarget, type RestoreTarget } from './restore-target.js';
import { SettingList } from './setting-list.js';
import { noOutcome, type CollectionOutcome } from './types.js';
import { itemRow, listRow, plainRow } from './unknown-data.js';

/** How many of the rows that stay are looked at in one read. */
const ROWS_AT_ONCE = 1000;

/**
 * Takes the events of a backup inside the caller's transaction, decides what becomes of each record,
 * and hands the changes to a sink. With a sink that writes nothing it foresees what one that writes
 * will do.
 */
export class RestoreWriter {
  readonly outcome: Partial<Record<CollectionKey, CollectionOutcome>> = {};
  readonly keyDestinations: KeyDestinations;
  /** How many records have come in, stored or not, but for those that cannot be. */
  records = 0;

  readonly #context: RestoreContext;
  readonly #target: RestoreTarget;
  readonly #fitter: RecordFitter;
  readonly #list: SettingList;
  /** The links here by what they join. */
  readonly #pairs: ReadonlyMap<string, string>;
  readonly #unknownHere = new Map<string, UnknownData>();
  readonly #unknownSeen = new Set<string>();
  /** Rows that had to make room for the file's before those come. */
  readonly #vacated = new Set<string>();

  static async begin(context: RestoreContext): Promise<RestoreWriter> {
    const { source, plan, policy, interactions } = context;
    const filled = new Set<TableName>(interactions ? ['interactions'] : []);
    const target = await prepareTarget(source, plan, policy, filled);
    const writer = new RestoreWriter(context, target);
    if (policy === 'replace') {
      const tables = new Set(plan.collections.map((collection) => collection.table));
      await mendReferences({
        ...context,
        changed: tables,
        stays: (table, id) => !target.isWritten(table, id) && !target.isDoomed(table, id),
        targets: (table, id) => target.isWritten(table, id) || target.isKept(table, id),
      });
      await writer.#mendKeptMessages();
      for (const table of tables) {
        await writer.#removeDoomed(table);
      }
    }
    for (const { table } of plan.collections) await writer.#vacate(table);
    await writer.#lookAtUnknown();
    return writer;
  }

  private constructor(context: RestoreContext, target: RestoreTarget) {
    const { plan, policy, log, interactions } = context;
    this.#context = context;
    this.#target = target;
    this.#fitter = new RecordFitter(plan, target, policy, log);
    this.#list = new SettingList(target, policy);
    this.keyDestinations = new KeyDestinations(target);
    const links = target.present('tagRuleLinks')?.rows ?? [];
    this.#pairs = new Map([...links].map(([id, link]) => [pairOf(link), id]));
    for (const { key } of plan.collections) {
      this.outcome[key] = { ...noOutcome, invalid: plan.invalid.counts[key] ?? 0 };
      this.outcome[key].secrets = plan.secrets[key] ?? 0;
    }
    if (this.outcome.interactions && interactions) {
      this.outcome.interactions.new = interactions.records;
    }
  }

  async write(events: readonly BackupEvent[]): Promise<void> {
    const { plan, interactions } = this.#context;
    const rows = new Map<Collection, RecordEvent[]>();
    const unknown: UnknownData[] = [];
    for (const event of events) {
      if (event.type === 'record') {
        if (plan.invalid.has(event)) continue;
        this.records++;
        const batch = rows.get(event.collection);
        if (batch) batch.push(event);
        else rows.set(event.collection, [event]);
      } else if (event.type === 'collection') {
        this.#list.open(event.collection);
        if (!rows.has(event.collection)) rows.set(event.collection, []);
      } else if (event.type === 'unknown-list') unknown.push(listRow(event.name));
      else if (event.type === 'unknown') {
        unknown.push(
          event.position === null
            ? plainRow(event.name, event.value)
            : itemRow(event.name, event.position, event.value),
        );
      }
    }
    for (const [collection, batch] of rows) {
      // Their turn, so that what was mended is told in the order of the file.
      if (collection.key === 'interactions') await interactions?.finish(this.#target);
      await this.#addRecords(collection, batch);
    }
    await this.#addUnknown(unknown);
  }

  /** Writes what needed the whole file to be known. */
  async finish(): Promise<void> {
    const { sink, log, policy, interactions } = this.#context;
    if (policy === 'replace') {
      const gone = [...this.#unknownHere.keys()].filter((key) => !this.#unknownSeen.has(key));
      await sink.remove('unknownData', { ranges: [], keys: gone });
    }
    const list = this.#list.close();
    if (list) {
      this.#count(list.collection, 'removed', list.removed);
      this.#count(list.collection, 'kept', list.kept);
      if (list.change) await sink.put('appState', [list.change]);
    }
    const { fallbackDate, missingConversations } = this.#fitter;
    const missing = interactions?.missingConversations ?? missingConversations;
    const recovered = [...missing].map(([id, { first, last }]) => {
      log.add('conversation-recovered', ['conversations', id]);
      return recoveredConversation(id, first ?? fallbackDate, last ?? fallbackDate);
    });
    await sink.put(
      'conversations',
      recovered.map((row) => ({ row, before: undefined })),
    );
  }

  /**
   * Messages that stay may refer to such that go: those whose record in the file cannot be stored, and
   * those of conversations that a file of messages alone does not mention.
   */
  async #mendKeptMessages(): Promise<void> {
    const present = this.#target.present('interactions');
    if (!present) return;
    const ids = [...present.ids()];
    if (!ids.some((id) => this.#target.isDoomed('interactions', id))) return;
    const kept = ids.filter((id) => this.#target.isKept('interactions', id));
    const { sink, log } = this.#context;
    const targets = { has: this.#target.has, idFor: (_table: TableName, id: string) => id };
    const resolver = new ReferenceResolver(targets, log);
    for (let from = 0; from < kept.length; from += ROWS_AT_ONCE) {
      const changes: RowChange[] = [];
      for (const [id, before] of await present.fetch(kept.slice(from, from + ROWS_AT_ONCE))) {
        const row = resolver.resolve('interactions', before, ['interactions', id]);
        if (row && row !== before) changes.push({ row, before });
      }
      await sink.put('interactions', changes);
    }
  }

  /** Takes away what the file has nothing for. */
  async #removeDoomed(table: TableName): Promise<void> {
    const present = this.#target.present(table);
    if (!present) return;
    const { plan, sink } = this.#context;
    const twins = present.twins().filter((key) => !this.#target.isKept(table, String(key)));
    const { ranges, keys } = present.select((id) => this.#target.isDoomed(table, id));
    await sink.remove(table, { ranges, keys: [...new Set([...keys, ...twins])] });
    for (const collection of plan.collections) {
      if (collection.table !== table || collection.shape === 'setting-list') continue;
      const owns = collection.owns ?? (() => true);
      const goes = (id: string): boolean =>
        this.#target.isDoomed(table, id) && owns(present.rows.get(id) ?? {});
      this.#count(collection, 'removed', [...present.ids()].filter(goes).length);
    }
  }

  /** Two records may have swapped their names: both let go of theirs before either is written. */
  async #vacate(table: TableName): Promise<void> {
    const present = this.#target.present(table);
    if (!present) return;
    const letGo = new Set(
      [...present.rows]
        .filter(
          ([id, row]) => this.#target.isWrittenOver(table, id) && this.#letsGo(table, id, row),
        )
        .map(([id]) => id),
    );
    for (const id of letGo) this.#vacated.add(`${table}/${id}`);
    await this.#context.sink.remove(
      table,
      present.select((id) => letGo.has(id)),
    );
  }

  /** Whether the file gives the row another name, or another pair to join. */
  #letsGo(table: TableName, id: string, row: object): boolean {
    const { plan } = this.#context;
    const key = this.#target.keyFor(table, id);
    if (table === 'tagRuleLinks') return pairOf(row) !== plan.pairs.get(key);
    if (!uniqueNameTables.has(table)) return false;
    const name = this.#target.nameFor(table, key) ?? plan.names.get(table)?.get(key);
    return readField(row, 'name') !== name;
  }

  async #lookAtUnknown(): Promise<void> {
    const { source, plan } = this.#context;
    const rows = await tableOf(source, 'unknownData')
      .filter(({ name }) => plan.unknownNames.has(name))
      .toArray();
    for (const row of rows) this.#unknownHere.set(row.key, row);
  }

  /** Of data that this version does not know, only the replacing policy changes what is here. */
  async #addUnknown(rows: readonly UnknownData[]): Promise<void> {
    const { policy, sink } = this.#context;
    const names = new Set([...this.#unknownHere.values()].map(({ name }) => name));
    const changes: RowChange[] = [];
    for (const row of rows) {
      if (policy !== 'replace' && names.has(row.name)) continue;
      const before = this.#unknownHere.get(row.key);
      this.#unknownSeen.add(row.key);
      if (!isSame(row, before)) changes.push({ row, before });
    }
    await sink.put('unknownData', changes);
  }

  async #addRecords(collection: Collection, events: readonly RecordEvent[]): Promise<void> {
    const { table } = collection;
    const records = events.map((event) => ({ ...toRecord(event), path: event.path }));
    if (collection.shape === 'setting-list') {
      for (const { key, row, path } of records) {
        const fitted = this.#fitter.fit(collection, key, row, this.#list.present(key), path);
        const counted = fitted && this.#list.add(key, fitted, path[0] === 'settings');
        if (counted) this.#count(collection, counted);
      }
      return;
    }
    const isCopied = this.#context.policy === 'copies' && table !== 'appState';
    const present = isCopied
      ? new Map<string, object>()
      : await this.#target.present(table)?.fetch(records.map(({ key }) => key));
    const changes: RowChange[] = [];
    for (const { key, row, path } of records) {
      // A record that gets another id has nothing to do with the one that has its own.
      const id = isCopied ? key : this.#target.idFor(table, key);
      const before = present?.get(id);
      const fitted = this.#fitter.fit(collection, key, row, before, path);
      if (!fitted) {
        if (before) await this.#dropPresent(collection, before);
        continue;
      }
      if (table === 'providerConfigs') this.keyDestinations.add(fitted);
      const change = this.#decide(collection, fitted, before);
      if (change) changes.push(change);
    }
    await this.#context.sink.put(table, changes);
  }

  /** What means nothing any more in the file means nothing here either, where the file replaces. */
  async #dropPresent(collection: Collection, present: object): Promise<void> {
    if (this.#context.policy !== 'replace') return;
    const keys = [storedKeyOf(collection.table, present)];
    await this.#context.sink.remove(collection.table, { ranges: [], keys });
    this.#count(collection, 'removed');
  }

  /** Counts a record, and says what is to be written for it, if anything. */
  #decide(collection: Collection, row: object, before: object | undefined): RowChange | undefined {
    const { policy } = this.#context;
    const { table } = collection;
    if (!before) {
      const hasTwin =
        table === 'tagRuleLinks' && policy !== 'replace' && this.#pairs.has(pairOf(row));
      this.#count(collection, hasTwin ? 'identical' : 'new');
      return hasTwin ? undefined : { row, before };
    }
    const isVacated = this.#vacated.has(`${table}/${idOf(readField(before, 'id'))}`);
    if (isSame(row, before)) {
      this.#count(collection, 'identical');
      return isVacated ? { row, before: undefined } : undefined;
    }
    this.#count(collection, 'different');
    if (policy === 'replace') return { row, before: isVacated ? undefined : before };
    // Links have no dates, and one that moved would leave apart what it joins here.
    const isNewer = table !== 'tagRuleLinks' && isToWin(table, lastChange(table, row), before);
    if (policy === 'merge-newest' && isNewer) {
      return { row, before: isVacated ? undefined : before };
    }
    this.#count(collection, 'kept');
    return undefined;
  }

  #count({ key }: Collection, what: keyof CollectionOutcome, more = 1): void {
    const outcome = this.outcome[key];
    if (outcome) outcome[what] += more;
  }
}
