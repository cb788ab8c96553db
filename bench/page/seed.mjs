import { settled } from './settled.mjs';
import { tables } from '../data/tables.mjs';

const WRITTEN_AT_ONCE = 1000;

/** Fills the empty tables of an open IndexedDB database with rows. */
export async function seed(native, size) {
  for (const { table, count, row } of tables(size)) {
    for (let from = 0; from < count; from += WRITTEN_AT_ONCE) {
      const transaction = native.transaction(table, 'readwrite');
      const store = transaction.objectStore(table);
      const end = Math.min(from + WRITTEN_AT_ONCE, count);
      for (let number = from; number < end; number++) store.put(row(number));
      await settled(transaction);
    }
  }
}

/** Every row of every table, in memory. */
export function rowsInMemory(size) {
  return Object.fromEntries(
    tables(size).map(({ table, count, row }) => [
      table,
      Array.from({ length: count }, (_, number) => row(number)),
    ]),
  );
}
