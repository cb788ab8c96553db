import type { Table } from 'dexie';
import type { Note, StoredKey, UndoChunk } from '../database/own-tables.js';
import type { TableSource } from '../database/transactions.js';
import type { TableName } from '../model/entities.js';
import { storedKeyOf } from '../persistence/record-keys.js';
import { approximateBytes } from './approximate-bytes.js';
import type { UndoState } from './types.js';
import { UNDO_NOTE } from './undo-state.js';

/** Packed rows cost a fifth of rows one by one; a chunk is also what is in memory at a time. */
const CHUNK_ROWS = 500;
const CHUNK_BYTES = 2 * 1024 * 1024;

/** What a sink notes its changes to. */
export interface Journal {
  /** Whether rows that go must be read first. */
  readonly keeps: boolean;
  /**
   * Notes rows as they are before they change or go, and keys under which there is nothing yet. Of a
   * row that changes more than once, only what it was at first counts.
   */
  note(table: TableName, before: readonly object[], added: readonly StoredKey[]): Promise<void>;
  /** Says that something changes, where nothing is noted. */
  touch(): void;
}

/** For what is not to be undone. */
export const noJournal: Journal = {
  keeps: false,
  note: () => Promise.resolve(),
  touch: () => undefined,
};

export interface JournalOptions {
  /** Whether rows are kept; else the journal only ends the one before, which no longer holds. */
  keeps?: boolean;
  /** Goes on with the journal before, so that one undo brings back what was before both. */
  isContinued?: boolean;
  /** Whether messages may change more than once, which takes memory to know. */
  mayRepeat?: boolean;
}

/**
 * Keeps what an operation changes, in the operation's own transaction, so that there is neither a
 * change without its undo nor an undo without its change. Rows lie as they were, many in one record.
 */
export class UndoJournal implements Journal {
  readonly keeps: boolean;
  readonly #source: TableSource;
  /** The last position of the journal before this one, which it takes the place of. */
  readonly #after: number;
  readonly #mayRepeat: boolean;
  readonly #noted = new Set<string>();
  #table: TableName = 'conversations';
  #before: object[] = [];
  #added: StoredKey[] = [];
  #weight = 0;
  #bytes = 0;
  #records = 0;
  #isTouched = false;

  static async begin(
    source: TableSource,
    { keeps = true, isContinued = false, mayRepeat = isContinued }: JournalOptions = {},
  ): Promise<UndoJournal> {
    const table = source.table<UndoChunk, number>('undo');
    const positions = await table.orderBy(':id').primaryKeys();
    const after = isContinued && keeps ? 0 : (positions.at(-1) ?? 0);
    const journal = new UndoJournal(source, keeps, after, mayRepeat);
    if (!isContinued || !keeps) return journal;
    for (const position of positions) {
      const chunk = await table.get(position);
      if (chunk) journal.#takeOver(chunk);
    }
    return journal;
  }

  private constructor(source: TableSource, keeps: boolean, after: number, mayRepeat: boolean) {
    this.#source = source;
    this.keeps = keeps;
    this.#after = after;
    this.#mayRepeat = mayRepeat;
  }

  get #undo(): Table<UndoChunk, number> {
    return this.#source.table('undo');
  }

  touch(): void {
    this.#isTouched = true;
  }

  async note(
    table: TableName,
    before: readonly object[],
    added: readonly StoredKey[],
  ): Promise<void> {
    this.touch();
    if (!this.keeps) return;
    const rows = before.filter((row) => this.#isFirst(table, storedKeyOf(table, row)));
    const keys = added.filter((key) => this.#isFirst(table, key));
    // Batches are written side by side: what is set aside is so before anything is waited for.
    const other = table === this.#table ? undefined : this.#writeChunk();
    this.#table = table;
    this.#before.push(...rows);
    this.#added.push(...keys);
    this.#weight += approximateBytes(rows) + approximateBytes(keys);
    const length = this.#before.length + this.#added.length / 10;
    const isFull = length >= CHUNK_ROWS || this.#weight >= CHUNK_BYTES;
    const own = isFull ? this.#writeChunk() : undefined;
    if (other) await other;
    if (own) await own;
  }

  /** Puts it in the place of the one before, unless nothing changed, and that one still holds. */
  async finish(
    what: Pick<UndoState, 'operation' | 'isUndone'>,
    expiresAt: Date | null = null,
  ): Promise<void> {
    await this.#writeChunk();
    if (!this.#isTouched) return;
    await this.#undo.where(':id').belowOrEqual(this.#after).delete();
    const notes = this.#source.table<Note, string>('bookkeeping');
    if (!this.keeps) {
      await notes.delete(UNDO_NOTE);
      return;
    }
    const value: UndoState = {
      ...what,
      at: new Date(),
      records: this.#records,
      bytes: this.#bytes,
      expiresAt,
    };
    await notes.put({ key: UNDO_NOTE, value });
  }

  #takeOver({ table, before, added }: UndoChunk): void {
    for (const row of before) this.#isFirst(table, storedKeyOf(table, row));
    for (const key of added) this.#isFirst(table, key);
    this.#records += before.length + added.length;
    this.#bytes += approximateBytes(before) + approximateBytes(added);
  }

  /** Whether nothing was noted of it before; a number and a text are two keys. */
  #isFirst(table: TableName, key: StoredKey): boolean {
    if (table === 'interactions' && !this.#mayRepeat) return true;
    const name = `${table}/${typeof key}/${key}`;
    if (this.#noted.has(name)) return false;
    this.#noted.add(name);
    return true;
  }

  async #writeChunk(): Promise<void> {
    const [before, added] = [this.#before, this.#added];
    if (before.length + added.length === 0) return;
    this.#records += before.length + added.length;
    this.#bytes += this.#weight;
    this.#before = [];
    this.#added = [];
    this.#weight = 0;
    await this.#undo.add({ table: this.#table, before, added });
  }
}
