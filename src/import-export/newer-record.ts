import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { dateFields } from '../model/schemas.js';

/**
 * Whether the record of the file takes the place of the one here when the newer stays. Of two messages
 * as old as each other the one here does: a rating given since the backup moves no date.
 *
 * @param theirs When the record of the file changed last, by {@link lastChange}.
 */
export function isToWin(table: TableName, theirs: number, present: object): boolean {
  const ours = lastChange(table, present);
  return table === 'interactions' ? theirs > ours : theirs >= ours;
}

/** When a row changed last, in milliseconds since 1970; some applications stored dates as text. */
export function lastChange(table: TableName, row: object): number {
  const fields: readonly string[] = dateFields[table];
  for (const name of ['updatedAt', 'endedAt', 'startedAt']) {
    const value = fields.includes(name) ? readField(row, name) : undefined;
    const isDate = value instanceof Date || typeof value === 'string' || typeof value === 'number';
    const time = isDate ? new Date(value).getTime() : NaN;
    if (!Number.isNaN(time)) return time;
  }
  return -Infinity;
}
