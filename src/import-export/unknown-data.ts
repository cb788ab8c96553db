import type { TableSource } from '../database/transactions.js';
import type { UnknownData } from '../model/entities.js';
import { tableOf } from '../persistence/rows.js';

/**
 * Top-level values of backups that this version does not know, such as `workflows` of the existing
 * application. They travel with the settings, so that a backup of a newer application survives a
 * restore and the next backup.
 */

/** Reads them back as the fields they were. */
export async function loadUnknownData(
  source: TableSource,
): Promise<{ name: string; value: unknown }[]> {
  const fields = new Map<string, { name: string; value: unknown }>();
  const rows = await tableOf(source, 'unknownData').toArray();
  rows.sort((first, second) => (first.position ?? 0) - (second.position ?? 0));
  for (const { name, position, value } of rows) {
    const field = fields.get(name);
    if (position === null || position < 0) {
      fields.set(name, { name, value: position === null ? value : [] });
    } else if (Array.isArray(field?.value)) field.value.push(value);
    else fields.set(name, { name, value: [value] });
  }
  return [...fields.values()];
}

/** The row of a plain value. */
export const plainRow = (name: string, value: unknown): UnknownData => ({
  key: name,
  name,
  position: null,
  value,
});

/** The row that says that the field is an array, also when it is empty. */
export const listRow = (name: string): UnknownData => ({
  key: name,
  name,
  position: -1,
  value: null,
});

/** The row of one element of an array. */
export const itemRow = (name: string, position: number, value: unknown): UnknownData => ({
  key: `${name}/${String(position).padStart(9, '0')}`,
  name,
  position,
  value,
});
