import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { tables } from './tables.mjs';

const ROWS_AT_ONCE = 200;

function* backupText(size) {
  yield '{\n"version": 1,\n"exportedAt": "2026-01-31T12:00:00.000Z"';
  for (const { table, count, row } of tables(size)) {
    yield `,\n"${table}": [\n`;
    for (let from = 0; from < count; from += ROWS_AT_ONCE) {
      const length = Math.min(ROWS_AT_ONCE, count - from);
      const lines = Array.from({ length }, (_, at) => JSON.stringify(row(from + at)));
      yield `${lines.join(',\n')}${from + length < count ? ',\n' : '\n'}`;
    }
    yield ']';
  }
  yield '\n}\n';
}

/** Writes the rows as a full backup, one record a line, as the kit does. */
export function writeBackupFile(file, size) {
  return pipeline(backupText(size), createWriteStream(file));
}
