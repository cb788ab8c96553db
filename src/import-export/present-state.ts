import type { StoredKey } from '../database/own-tables.js';
import type { TableSource } from '../database/transactions.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { keyFieldOf } from '../model/tables.js';
import { idOf, keysOf, storedKeyOf } from '../persistence/record-keys.js';
import { tableOf } from '../persistence/rows.js';

/** Tables that may be too large to read whole. */
export const largeTables: ReadonlySet<TableName> = new Set<TableName>([
  'conversations',
  'interactions',
]);

/** What of a table is to go: stretches of neighbouring keys, first and last, and single keys. */
export interface KeySelection {
  readonly ranges: readonly (readonly [string, string])[];
  readonly keys: readonly StoredKey[];
}

/** Fewer neighbours than this are taken one by one. */
const SHORTEST_RANGE = 50;

/** One read of a range may bring this many times the rows that were asked for. */
const WASTE_OF_A_RANGE = 3;

/**
 * What a table holds before a restore changes it, in the caller's transaction: all rows of a small
 * one, the keys of a large one, whose rows are fetched when they are needed.
 */
export class PresentTable {
  readonly #source: TableSource;
  readonly #name: TableName;
  /** Of a small table, by id. */
  readonly rows: ReadonlyMap<string, object>;
  /** In the order of the table. */
  readonly #texts: readonly string[];
  readonly #textSet: ReadonlySet<string>;
  /** Keys from `++id`, of rows that an application saved without an id. */
  readonly #numbers: ReadonlySet<number>;

  static async read(source: TableSource, name: TableName): Promise<PresentTable> {
    const table = tableOf(source, name);
    if (largeTables.has(name)) {
      return new PresentTable(source, name, await table.toCollection().primaryKeys(), []);
    }
    const rows: object[] = await table.orderBy(':id').toArray();
    const keys = rows.map((row) => storedKeyOf(name, row));
    return new PresentTable(source, name, keys, rows);
  }

  /** Of a table that held nothing before the restore. */
  static empty(source: TableSource, name: TableName): PresentTable {
    return new PresentTable(source, name, [], []);
  }

  private constructor(
    source: TableSource,
    name: TableName,
    keys: readonly StoredKey[],
    rows: readonly object[],
  ) {
    this.#source = source;
    this.#name = name;
    this.#texts = keys.filter((key) => typeof key === 'string');
    this.#textSet = new Set(this.#texts);
    this.#numbers = new Set(keys.filter((key) => typeof key === 'number'));
    // Numbers come first in the order of keys: of two with the same id the one with a text stays.
    this.rows = new Map(rows.map((row) => [idOf(readField(row, keyFieldOf(name))), row]));
  }

  get isEmpty(): boolean {
    return this.#texts.length + this.#numbers.size === 0;
  }

  has(id: string): boolean {
    if (this.#textSet.has(id)) return true;
    return (
      this.#numbers.size > 0 &&
      keysOf(id).some((key) => typeof key === 'number' && this.#numbers.has(key))
    );
  }

  /** The ids of all rows, each once. */
  *ids(): Generator<string, void> {
    yield* this.#texts;
    for (const number of this.#numbers)
      if (!this.#textSet.has(String(number))) yield String(number);
  }

  /** The rows with these ids, as far as there are any, by id. */
  async fetch(ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
    if (!largeTables.has(this.#name)) return this.rows;
    const found = new Map<string, object>();
    const texts = ids.filter((id) => this.#textSet.has(id)).sort();
    const numbers = ids.filter((id) => !this.#textSet.has(id) && this.has(id)).map(Number);
    for (const row of [...(await this.#fetchTexts(texts)), ...(await this.#fetchKeys(numbers))]) {
      found.set(idOf(readField(row, keyFieldOf(this.#name))), row);
    }
    return found;
  }

  /** Where rows lie whose ids the predicate tells. */
  select(isMeant: (id: string) => boolean): KeySelection {
    const ranges: (readonly [string, string])[] = [];
    const keys: StoredKey[] = [...this.#numbers].filter((number) => isMeant(String(number)));
    let stretch: string[] = [];
    const close = (): void => {
      const [first] = stretch;
      const last = stretch.at(-1);
      if (first === undefined || last === undefined) return;
      if (stretch.length < SHORTEST_RANGE) keys.push(...stretch);
      else ranges.push([first, last]);
      stretch = [];
    };
    for (const text of this.#texts) {
      if (isMeant(text)) stretch.push(text);
      else close();
    }
    close();
    return { ranges, keys };
  }

  /** The numbers beside which a row with the same id lies under a text. */
  twins(): number[] {
    return [...this.#numbers].filter((number) => this.#textSet.has(String(number)));
  }

  /** A file in the order of the table is compared by ranges, which cost a tenth of single reads. */
  async #fetchTexts(sorted: readonly string[]): Promise<object[]> {
    const [first] = sorted;
    const last = sorted.at(-1);
    if (first === undefined || last === undefined) return [];
    const inRange = this.#position(last) - this.#position(first) + 1;
    return inRange <= sorted.length * WASTE_OF_A_RANGE
      ? tableOf(this.#source, this.#name).where(':id').between(first, last, true, true).toArray()
      : this.#fetchKeys(sorted);
  }

  async #fetchKeys(keys: readonly StoredKey[]): Promise<object[]> {
    if (keys.length === 0) return [];
    const table = this.#source.table<object, StoredKey>(this.#name);
    const rows = await table.bulkGet([...keys]);
    return rows.filter((row) => row !== undefined);
  }

  #position(text: string): number {
    let low = 0;
    for (let high = this.#texts.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.#texts[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
