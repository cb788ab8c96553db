import { readField } from '../formats/read-field.js';
import type { TableName } from '../model/entities.js';
import { dateFields } from '../model/schemas.js';

/**
 * Gives a row the `createdAt` and `updatedAt` it lacks, because readers sort by them: the one from
 * the other, or the fallback for both.
 *
 * @param onFilled Told the name of each field that was filled.
 */
export function fillDates<Row extends object>(
  table: TableName,
  row: Row,
  fallback: Date,
  onFilled: (field: string) => void,
): Row {
  const fields: readonly string[] = dateFields[table];
  const dates = ['createdAt', 'updatedAt'].filter((name) => fields.includes(name));
  const known = dates.map((name) => readField(row, name)).find(Boolean) ?? fallback;
  const missing = dates.filter((name) => !readField(row, name));
  missing.forEach(onFilled);
  return { ...row, ...Object.fromEntries(missing.map((name) => [name, known])) };
}
