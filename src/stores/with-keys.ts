/** A set with keys more, or fewer. */
export function withKeys(
  keys: ReadonlySet<string>,
  changed: readonly string[],
  areIn: boolean,
): ReadonlySet<string> {
  const result = new Set(keys);
  for (const key of changed) {
    if (areIn) result.add(key);
    else result.delete(key);
  }
  return result;
}
