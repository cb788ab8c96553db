import type { Table } from 'dexie';

/** Tables of up to as many rows are read whole. */
export const LARGEST_SAMPLE = 300;
const WINDOWS = 30;

/** Printable ASCII, of which ids consist. */
const FIRST_CODE = 32;
const CODES = 96;
const DIGITS = 3;

/**
 * A part of a table that stands for all of it, in a time that does not grow with the table: short
 * runs of rows after keys that lie evenly between the first and the last. To skip to the n-th row
 * instead, IndexedDB would walk over all before it.
 */
export async function sampleRows(
  table: Table<object, string>,
  count: number,
): Promise<readonly object[]> {
  if (count <= LARGEST_SAMPLE) return table.toArray();
  const [first] = await table.orderBy(':id').limit(1).primaryKeys();
  const [last] = await table.orderBy(':id').reverse().limit(1).primaryKeys();
  const keyPath = String(table.schema.primKey.keyPath);
  const runs = await Promise.all(
    keysBetween(String(first), String(last)).map((key) =>
      table
        .where(':id')
        .aboveOrEqual(key)
        .limit(LARGEST_SAMPLE / WINDOWS)
        .toArray(),
    ),
  );
  // Where keys lie far apart, runs overlap.
  const sample = new Map(runs.flat().map((row) => [Reflect.get(row, keyPath) as unknown, row]));
  return sample.size > 0 ? [...sample.values()] : table.limit(LARGEST_SAMPLE).toArray();
}

/** Keys that need not exist, evenly spread from the first to the last. */
function keysBetween(first: string, last: string): string[] {
  let shared = 0;
  while (shared < first.length && first[shared] === last[shared]) shared++;
  const prefix = first.slice(0, shared);
  const from = toNumber(first.slice(shared));
  const to = toNumber(last.slice(shared));
  return Array.from(
    { length: WINDOWS },
    (_, window) => prefix + toText(Math.floor(from + ((to - from) * window) / WINDOWS)),
  );
}

/** The first characters as digits of one number. */
function toNumber(text: string): number {
  let number = 0;
  for (let position = 0; position < DIGITS; position++) {
    const code = position < text.length ? text.charCodeAt(position) : FIRST_CODE;
    number = number * CODES + Math.min(Math.max(code - FIRST_CODE, 0), CODES - 1);
  }
  return number;
}

function toText(number: number): string {
  const codes = Array.from({ length: DIGITS }, (_, position) => {
    const digit = Math.floor(number / CODES ** (DIGITS - 1 - position)) % CODES;
    return digit + FIRST_CODE;
  });
  return String.fromCharCode(...codes).trimEnd();
}
