import { approximateBytes } from './approximate-bytes.js';
import { readField } from '../formats/read-field.js';
import type { Table } from 'dexie';

/** What a window should weigh; rows differ from 100 bytes to megabytes with attachments. */
const WINDOW_BYTES = 512 * 1024;
const FIRST_WINDOW_ROWS = 50;
const MOST_WINDOW_ROWS = 2000;

/**
 * Reads a table by primary key in windows, inside the caller's transaction. The next window is
 * asked for before the present one is handed over, so that the transaction has work while the
 * caller encodes. A cursor takes 1.5 times as long.
 *
 * @param onWindow Told the number of rows of each window; what it throws ends the reading.
 */
export async function* readWindows<Row extends object>(
  table: Table<Row, string>,
  onWindow: (rows: number) => void,
): AsyncGenerator<Row[], void> {
  const keyPath = String(table.schema.primKey.keyPath);
  let limit = FIRST_WINDOW_ROWS;
  let next: PromiseLike<Row[]> = table.orderBy(':id').limit(limit).toArray();
  for (;;) {
    const rows = await next;
    onWindow(rows.length);
    const last = rows.at(-1);
    if (last === undefined) return;
    limit = nextLimit(rows);
    next = table.where(':id').above(readField(last, keyPath)).limit(limit).toArray();
    yield rows;
  }
}

/** Weighs a sample. */
function nextLimit(rows: readonly object[]): number {
  const sample = rows.slice(0, 20);
  const perRow = approximateBytes(sample) / sample.length;
  return Math.max(1, Math.min(MOST_WINDOW_ROWS, Math.round(WINDOW_BYTES / perRow)));
}
