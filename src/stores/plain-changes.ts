import { toPlainValue } from '../model/plain-value.js';

/**
 * Copies changes to a record as they will be stored, so that neither a proxy nor what the caller
 * does to its object later shows. `undefined`, which removes a field, stays.
 *
 * @throws {LiteChatError} record-invalid with the path of what cannot be stored.
 */
export function plainChanges<Changes extends object>(
  changes: Changes,
  path: readonly string[],
  dateFields: readonly string[] = [],
): Changes {
  const copies = Object.entries(changes).map(([field, value]: [string, unknown]) => {
    const copy = value === undefined ? undefined : toPlainValue(value, [...path, field]);
    return [field, dateFields.includes(field) ? asDate(copy) : copy];
  });
  // A plain copy of a record's fields is of their types.
  return Object.fromEntries(copies) as Changes;
}

/** Text that is no date stays, for the write to refuse. */
function asDate(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date;
}
