import type { RowTypes, TableName } from '../model/entities.js';
import { dateFields } from '../model/schemas.js';
import type { Persistence } from '../persistence/persistence.js';
import { inOrder } from '../persistence/row-order.js';
import { keyOf, newRow } from '../persistence/rows.js';
import { LiveRows } from './live-rows.js';
import { plainChanges } from './plain-changes.js';

/** The rows of one table, with the actions on them: shown at once, written, taken back on failure. */
export class TableRows<Name extends TableName> extends LiveRows<RowTypes[Name][]> {
  readonly #table: Name;
  readonly #persistence: Persistence;

  constructor(persistence: Persistence, table: Name, query: () => Promise<RowTypes[Name][]>) {
    super(persistence.database, query, []);
    this.#table = table;
    this.#persistence = persistence;
  }

  /** Adds or replaces a row by `write`; one that is none of these rows is written unseen. */
  async put(
    draft: unknown,
    write: (row: RowTypes[Name]) => Promise<unknown>,
    isOneOfThese: (row: RowTypes[Name]) => boolean = () => true,
  ): Promise<RowTypes[Name]> {
    const row = newRow(this.#table, draft);
    const key = keyOf(this.#table, row);
    await this.optimistically(
      (rows) =>
        isOneOfThese(row) ? inOrder(this.#table, [...this.#without(rows, [key]), row]) : rows,
      () => write(row),
    );
    return row;
  }

  /**
   * Changes fields of a row; a field given as `undefined` is removed.
   *
   * @returns The row as it now is, and a plain copy of the changes.
   * @throws {LiteChatError} not-found, record-invalid.
   */
  async update(
    key: string,
    updates: Partial<RowTypes[Name]>,
    write: (changes: Partial<RowTypes[Name]>) => Promise<RowTypes[Name]> = (changes) =>
      this.#persistence.updateRecord(this.#table, key, changes),
  ): Promise<{ row: RowTypes[Name]; changes: Partial<RowTypes[Name]> }> {
    const changes = plainChanges(updates, [this.#table], dateFields[this.#table]);
    const edit = (row: RowTypes[Name]): RowTypes[Name] =>
      keyOf(this.#table, row) === key ? { ...row, ...changes } : row;
    const row = await this.optimistically(
      (rows) => inOrder(this.#table, rows.map(edit)),
      () => write(changes),
    );
    return { row, changes };
  }

  /** Takes rows away; `write` deletes them with all that depends on them. */
  async remove(keys: readonly string[], write: () => Promise<void>): Promise<void> {
    await this.optimistically((rows) => this.#without(rows, keys), write);
  }

  #without(rows: readonly RowTypes[Name][], keys: readonly string[]): RowTypes[Name][] {
    return rows.filter((row) => !keys.includes(keyOf(this.#table, row)));
  }
}
