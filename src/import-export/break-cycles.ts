/**
 * The keys whose parent must be taken away so that every chain of parents ends.
 *
 * @param parents The parent of each key; keys without one are left out.
 * @param mayCut Whether a key's parent can be taken away; every circle must have one.
 */
export function keysClosingCycles(
  parents: ReadonlyMap<string, string>,
  mayCut: (key: string) => boolean = () => true,
): Set<string> {
  const closing = new Set<string>();
  const safe = new Set<string>();
  for (const start of parents.keys()) {
    const walked = new Set<string>();
    let last = start;
    for (let at: string | undefined = start; at !== undefined && !safe.has(at);) {
      if (walked.has(at)) {
        const walk = [...walked];
        const circle = walk.slice(walk.indexOf(at)).reverse();
        closing.add(circle.find(mayCut) ?? last);
        break;
      }
      walked.add(at);
      last = at;
      at = closing.has(at) ? undefined : parents.get(at);
    }
    for (const key of walked) safe.add(key);
  }
  return closing;
}
