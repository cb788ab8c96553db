import type { StoredKey } from '../database/own-tables.js';
import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { idOf } from '../model/id-of.js';
import { keyFieldOf } from '../model/tables.js';

export { idOf };

/**
 * The keys under which a record with this id may lie, and the values that may refer to it. Rows
 * that an application saved without an id have a number from `++id`; ids we are handed are text.
 */
export function keysOf(id: string): (string | number)[] {
  const text = idOf(id);
  return /^(0|[1-9]\d{0,14})$/.test(text) ? [text, Number(text)] : [text];
}

/** The key under which a row lies: a table takes nothing but text and, from `++id`, numbers. */
export function storedKeyOf(table: TableName, row: object): StoredKey {
  return readField(row, keyFieldOf(table)) as StoredKey;
}
