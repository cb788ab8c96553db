import type { StoredKey } from '../database/own-tables.js';
import type { TableSource } from '../database/transactions.js';
import type { TableName } from '../model/entities.js';
import { storedKeyOf } from '../persistence/record-keys.js';
import type { KeySelection } from './present-state.js';
import type { Journal } from './undo-journal.js';

/** A row to be written, and the one with its id that is here. */
export interface RowChange {
  row: object;
  before: object | undefined;
}

/** Takes the changes of a restore, in the caller's transaction. */
export interface ChangeSink {
  put(table: TableName, changes: readonly RowChange[]): Promise<void>;
  remove(table: TableName, selection: KeySelection): Promise<void>;
  /** Changes rows that this restore has put where there was nothing. */
  amend(
    table: TableName,
    keys: readonly StoredKey[],
    change: (row: object) => object,
  ): Promise<void>;
}

/** For a preview: what would change is counted elsewhere, and nothing is written. */
export const drySink: ChangeSink = {
  put: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  amend: () => Promise.resolve(),
};

/** How many rows are read at a time to be kept before they go. */
const WINDOW_ROWS = 500;

/** Writes to the database, and first to the journal what is there. */
export class DatabaseSink implements ChangeSink {
  readonly #source: TableSource;
  readonly #journal: Journal;

  constructor(source: TableSource, journal: Journal) {
    this.#source = source;
    this.#journal = journal;
  }

  async put(name: TableName, changes: readonly RowChange[]): Promise<void> {
    if (changes.length === 0) return;
    const table = this.#source.table<object, StoredKey>(name);
    const keyOf = (row: object): StoredKey => storedKeyOf(name, row);
    const before = changes.flatMap((change) => change.before ?? []);
    // A record that lies under a number, from `++id`, would stay beside itself.
    const moved = changes.flatMap(({ row, before: old }) =>
      old && keyOf(old) !== keyOf(row) ? [keyOf(old)] : [],
    );
    const isNew = ({ row, before: old }: RowChange): boolean => !old || keyOf(old) !== keyOf(row);
    const added = changes.filter(isNew).map(({ row }) => keyOf(row));
    await this.#journal.note(name, before, added);
    if (moved.length > 0) await table.bulkDelete(moved);
    await table.bulkPut(changes.map(({ row }) => row));
  }

  async remove(name: TableName, { ranges, keys }: KeySelection): Promise<void> {
    const table = this.#source.table<object, StoredKey>(name);
    if (ranges.length + keys.length > 0) this.#journal.touch();
    for (const [first, last] of ranges) {
      if (this.#journal.keeps) await this.#noteRange(name, first, last);
      await table.where(':id').between(first, last, true, true).delete();
    }
    for (let from = 0; from < keys.length; from += WINDOW_ROWS) {
      const window = keys.slice(from, from + WINDOW_ROWS);
      if (this.#journal.keeps) {
        const rows = await table.bulkGet(window);
        const found = rows.filter((row) => row !== undefined);
        await this.#journal.note(name, found, []);
      }
      await table.bulkDelete(window);
    }
  }

  async amend(
    name: TableName,
    keys: readonly StoredKey[],
    change: (row: object) => object,
  ): Promise<void> {
    const table = this.#source.table<object, StoredKey>(name);
    for (let from = 0; from < keys.length; from += WINDOW_ROWS) {
      const rows = await table.bulkGet(keys.slice(from, from + WINDOW_ROWS));
      await table.bulkPut(rows.filter((row) => row !== undefined).map(change));
    }
  }

  async #noteRange(name: TableName, first: string, last: string): Promise<void> {
    const table = this.#source.table<object, StoredKey>(name);
    let window = table.where(':id').between(first, last, true, true);
    for (;;) {
      const rows = await window.limit(WINDOW_ROWS).toArray();
      await this.#journal.note(name, rows, []);
      const end = rows.at(-1);
      if (!end || rows.length < WINDOW_ROWS) return;
      const reached = storedKeyOf(name, end);
      window = table.where(':id').between(reached, last, false, true);
    }
  }
}
