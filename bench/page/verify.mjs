/* global indexedDB */
import { settled } from './settled.mjs';
import { tables } from '../data/tables.mjs';

/** A key that each row of the table has once, and no text holds. */
const marks = { conversations: '"projectId":', interactions: '"conversationId":' };

function expectEqual(actual, expected, what) {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) {
    throw new Error(`${what}: expected ${wanted.slice(0, 200)}, found ${found?.slice(0, 200)}`);
  }
}

/** Reads a database past whatever has written it. Rows in the middle and at the ends are compared. */
export async function verifyDatabase(name, size, { isEmpty = false } = {}) {
  const native = await settled(indexedDB.open(name));
  try {
    for (const { table, count, row } of tables(size)) {
      const store = native.transaction(table).objectStore(table);
      expectEqual(await settled(store.count()), isEmpty ? 0 : count, `rows of ${table}`);
      if (isEmpty) continue;
      for (const number of new Set([0, Math.floor(count / 2), count - 1])) {
        const expected = row(number);
        const actual = await settled(store.get(expected.id));
        expectEqual(sorted(actual), sorted(expected), `${number} of ${table}`);
        expectEqual(actual.createdAt instanceof Date, expected.createdAt instanceof Date, 'dates');
      }
    }
  } finally {
    native.close();
  }
}

function sorted(value) {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}

async function countMarks(blob) {
  const counts = { conversations: 0, interactions: 0 };
  for (const [table, mark] of Object.entries(marks)) {
    let rest = '';
    const text = blob.stream().pipeThrough(new TextDecoderStream());
    for await (const chunk of text) {
      const pieces = (rest + chunk).split(mark);
      counts[table] += pieces.length - 1;
      rest = pieces.at(-1).slice(-mark.length + 1);
    }
  }
  return counts;
}

/** @param {Blob | { conversations: number, interactions: number }} exported A file, or what was read. */
export async function verifyExport(exported, size, { encrypted = false } = {}) {
  if (encrypted) {
    // What is in it shows when it is restored, which is a measurement of its own.
    expectEqual(await exported.slice(0, 21).text(), 'age-encryption.org/v1', 'the file');
    return;
  }
  const counts = exported instanceof Blob ? await countMarks(exported) : exported;
  for (const { table, count } of tables(size)) {
    expectEqual(counts[table], count, `rows of ${table} in the file`);
  }
}
