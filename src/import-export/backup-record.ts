import { nanoid } from 'nanoid';
import { readField } from '../formats/read-field.js';
import type { BackupEvent } from '../formats/backup-reader.js';
import { LiteChatError } from '../errors.js';
import { SETTING_PREFIX } from '../model/categories.js';
import { formatPath, toPlainValue, type PathSegment } from '../model/plain-value.js';
import { parseRecord, toRow } from '../model/row.js';
import { mcpServerSchema } from '../model/schemas.js';
import { keyFieldOf } from '../model/tables.js';

/** A record as it stands in a file. */
export type RecordEvent = Extract<BackupEvent, { type: 'record' }>;

/** Nothing refers to an MCP server by its id, and not every application gives it one. */
function withId(value: unknown, path: readonly PathSegment[]): unknown {
  const plain = toPlainValue(value, path);
  const isNameless = readField(plain, 'id') === undefined;
  return isNameless && plain instanceof Object && !Array.isArray(plain)
    ? Object.assign({ id: nanoid() }, plain)
    : value;
}

/** A record of a file as it will be stored: a row of its table, or an entry of a setting. */
export interface BackupRecord {
  key: string;
  row: object;
}

/**
 * Checks a record of a backup and turns it into what is stored.
 *
 * @throws {LiteChatError} record-invalid with the path of the field.
 */
export function toRecord({ collection, path, value }: RecordEvent): BackupRecord {
  const step = path.at(-1) ?? '';
  if (collection.shape === 'setting-list') {
    const entry = parseRecord(mcpServerSchema, withId(value, path), path);
    return { key: entry.id, row: entry };
  }
  const { table, owns } = collection;
  const isSetting = collection.shape === 'settings';
  const row = isSetting
    ? { key: `${SETTING_PREFIX}${step}`, value: toPlainValue(value, path) ?? null }
    : toRow(table, value, path);
  // Templates and agents share a table and may have changed type; settings must not trespass.
  if (table === 'appState' && owns?.(row) === false) {
    const where = formatPath(path);
    throw new LiteChatError(
      'record-invalid',
      `${where} does not belong in ${collection.key}. Nothing was changed.`,
      { path: where },
    );
  }
  return { key: String(readField(row, keyFieldOf(table))), row };
}
