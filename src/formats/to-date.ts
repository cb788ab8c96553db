/** A date as it may be stored: a `Date`, text or milliseconds; undefined when it is none of them. */
export function toDate(value: unknown): Date | undefined {
  const isDate = value instanceof Date || typeof value === 'string' || typeof value === 'number';
  const date = isDate ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
