import type { StoredKey, UndoChunk } from '../database/own-tables.js';
import { outsideTransaction, type TableSource } from '../database/transactions.js';
import { LiteChatError } from '../errors.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { tableNames, uniqueNameTables } from '../model/tables.js';
import type { Persistence } from '../persistence/persistence.js';
import { idOf, keysOf, storedKeyOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';
import { run } from '../persistence/run.js';
import { DatabaseSink, type RowChange } from './change-sink.js';
import { takeFreeName } from './free-name.js';
import { healDatabase } from './heal-database.js';
import { isSame } from './is-same.js';
import { pairOf } from './link-pair.js';
import { RepairLog } from './repair-log.js';
import { ReturnedMessages } from './returned-messages.js';
import { exclusively } from './transfer-lock.js';
import type { TransferOptions, UndoReport } from './types.js';
import { UndoJournal } from './undo-journal.js';
import { expiryOfClear, hasExpired, readUndoState, undoOf } from './undo-state.js';

/** Tables where a row may have to go before another can have its name, or join the same. */
const hasUniqueValues = (table: TableName): boolean =>
  uniqueNameTables.has(table) || table === 'tagRuleLinks';

/**
 * Brings back what the last restore or clear changed, in one transaction. Conversations that came in
 * with a restore and have been written in since stay; everything else that was new goes. The undo is
 * itself kept, so that undoing once more does again what was undone.
 *
 * @throws {LiteChatError} not-found when there is nothing to undo; quota-exceeded, …
 */
export async function undoRestore(
  { database }: Persistence,
  transfer: TransferOptions = {},
): Promise<UndoReport> {
  return exclusively(database, transfer, () =>
    run(
      database,
      () =>
        database.withStrictDurability(() =>
          database.transaction('rw', database.tables, async (source) => {
            const journal = await UndoJournal.begin(source, { mayRepeat: true });
            return new Undoing(source, journal, transfer).run();
          }),
        ),
      transfer.signal,
    ),
  );
}

class Undoing {
  readonly #source: TableSource;
  readonly #journal: UndoJournal;
  readonly #sink: DatabaseSink;
  readonly #transfer: TransferOptions;
  readonly #log = new RepairLog();
  /** Conversations that lose messages. */
  readonly #touched = new Set<string>();
  readonly #returned = new ReturnedMessages();
  readonly #names = new Map<TableName, Set<string>>();
  #done = 0;
  #total = 0;

  constructor(source: TableSource, journal: UndoJournal, transfer: TransferOptions) {
    this.#source = source;
    this.#journal = journal;
    this.#sink = new DatabaseSink(source, journal);
    this.#transfer = transfer;
  }

  async run(): Promise<UndoReport> {
    const source = this.#source;
    const state = await readUndoState(source);
    if (!state || hasExpired(state)) {
      throw new LiteChatError('not-found', 'There is nothing to undo. Nothing was changed.');
    }
    this.#total = state.records;
    const positions = await undoOf(source).orderBy(':id').primaryKeys();
    await this.#takeAway(positions);
    await this.#putBack(positions);
    const unsound = await this.#returned.conversationsToMend(source);
    await healDatabase({
      source,
      sink: this.#sink,
      log: this.#log,
      changed: new Set(tableNames),
      stays: () => true,
      conversationIds: new Set([...this.#touched, ...unsound]),
    });
    const what = { operation: state.operation, isUndone: !state.isUndone };
    // What was cleared must not stay for ever because it was undone and cleared again.
    await this.#journal.finish(what, state.expiresAt && expiryOfClear());
    return { undone: state, repairs: this.#log.repairs, repairCounts: this.#log.counts };
  }

  /** Removes what was new, and what stands in the way of what was before. */
  async #takeAway(positions: readonly number[]): Promise<void> {
    const conversations: StoredKey[] = [];
    for (const position of positions) {
      const { table, added, before } = await this.#chunk(position);
      if (table === 'conversations') conversations.push(...added);
      else {
        if (table === 'interactions') await this.#touchConversationsOf(added);
        await this.#sink.remove(table, { ranges: [], keys: added });
      }
      if (hasUniqueValues(table)) {
        const keys = before.map((row) => storedKeyOf(table, row));
        await this.#sink.remove(table, { ranges: [], keys });
      }
      this.#report(added.length);
    }
    // One that has been written in since stays.
    const interactions = tableOf(this.#source, 'interactions');
    const ids = conversations.flatMap((key) => keysOf(idOf(key)));
    const used: unknown[] = await interactions.where('conversationId').anyOf(ids).uniqueKeys();
    const written = new Set(used.map(idOf));
    const keys = conversations.filter((key) => !written.has(idOf(key)));
    await this.#sink.remove('conversations', { ranges: [], keys });
  }

  async #touchConversationsOf(keys: readonly StoredKey[]): Promise<void> {
    const table = this.#source.table<object, StoredKey>('interactions');
    for (const row of await table.bulkGet([...keys])) {
      this.#touched.add(idOf(readField(row, 'conversationId')));
    }
  }

  async #putBack(positions: readonly number[]): Promise<void> {
    for (const position of positions) {
      const { table, before } = await this.#chunk(position);
      const present = await this.#source
        .table<object, StoredKey>(table)
        .bulkGet(before.map((row) => storedKeyOf(table, row)));
      const changes: RowChange[] = [];
      for (const [index, row] of before.entries()) {
        const now = present[index];
        const fitted = hasUniqueValues(table) ? await this.#fit(table, row) : row;
        if (!isSame(fitted, now)) changes.push({ row: fitted, before: now });
      }
      if (table === 'interactions') this.#returned.add(changes.map(({ row }) => row));
      await this.#sink.put(table, changes);
      this.#report(before.length);
    }
  }

  /** What was saved since may have the name of a row that comes back, or join the same. */
  async #fit(table: TableName, row: object): Promise<object> {
    if (table === 'tagRuleLinks') {
      await this.#removeTwin(row);
      return row;
    }
    const taken = this.#names.get(table) ?? (await this.#namesIn(table));
    this.#names.set(table, taken);
    // What is no text, as another application may have stored it, is nobody's name.
    if (typeof readField(row, 'name') !== 'string') return row;
    const name = takeFreeName(nameOf(row), taken);
    if (name === nameOf(row)) return row;
    this.#log.add('name-changed', [table, idOf(storedKeyOf(table, row)), 'name']);
    return { ...row, name };
  }

  async #namesIn(table: TableName): Promise<Set<string>> {
    const rows: object[] = await tableOf(this.#source, table).toArray();
    return new Set(rows.map(nameOf));
  }

  /** A link that joins the same says nothing more. */
  async #removeTwin(link: object): Promise<void> {
    const links = tableOf(this.#source, 'tagRuleLinks');
    const twins = await links.filter((other) => pairOf(other) === pairOf(link)).primaryKeys();
    await this.#sink.remove('tagRuleLinks', { ranges: [], keys: twins });
  }

  async #chunk(position: number): Promise<UndoChunk> {
    this.#transfer.signal?.throwIfAborted();
    const chunk = await undoOf(this.#source).get(position);
    return chunk ?? { table: 'conversations', before: [], added: [] };
  }

  #report(more: number): void {
    this.#done += more;
    const { onProgress } = this.#transfer;
    outsideTransaction(() =>
      onProgress?.({ phase: 'writing', done: this.#done, total: this.#total }),
    );
  }
}

const nameOf = (row: object): string => String(readField(row, 'name'));
