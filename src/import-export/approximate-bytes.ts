/** What a number, a flag or a date takes, and what a field or an element adds. */
const SCALAR_BYTES = 8;

/**
 * About how many bytes a value takes when it is stored. Unlike its JSON it can be told of whatever
 * IndexedDB can hold.
 */
export function approximateBytes(value: unknown): number {
  if (typeof value === 'string') return value.length + SCALAR_BYTES;
  if (typeof value !== 'object' || value === null || value instanceof Date) return SCALAR_BYTES;
  if (value instanceof Blob) return value.size;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  const items: Iterable<unknown> =
    value instanceof Map || value instanceof Set || Array.isArray(value)
      ? (value as Iterable<unknown>)
      : Object.entries(value).flat();
  let bytes = SCALAR_BYTES;
  for (const item of items) bytes += approximateBytes(item);
  return bytes;
}
