/**
 * Whether two values of rows hold the same: plain objects, whatever the order of their fields,
 * arrays, dates and scalars. What is none of these is the same as itself only.
 */
export function isSame(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || !first || !second) return false;
  if (first instanceof Date || second instanceof Date) {
    return (
      first instanceof Date &&
      second instanceof Date &&
      Object.is(first.getTime(), second.getTime())
    );
  }
  if (Array.isArray(first) || Array.isArray(second)) {
    return (
      Array.isArray(first) &&
      Array.isArray(second) &&
      first.length === second.length &&
      first.every((item, position) => isSame(item, second[position]))
    );
  }
  if (!isPlain(first) || !isPlain(second)) return false;
  const names = Object.keys(first);
  return (
    names.length === Object.keys(second).length &&
    names.every(
      (name) =>
        Object.hasOwn(second, name) && isSame(Reflect.get(first, name), Reflect.get(second, name)),
    )
  );
}

const isPlain = (value: object): boolean =>
  Object.prototype.toString.call(value) === '[object Object]';
