/**
 * Reads a field that may not be there, of a row that may not have the shape its type says: it may
 * have been stored by another application, or by a version with bugs.
 */
export function readField(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined,
    value,
  );
}
