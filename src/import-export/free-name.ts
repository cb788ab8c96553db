/** The name itself where it is free, else the first free of `name (2)`, `name (3)`, …; takes it. */
export function takeFreeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  taken.add(free);
  return free;
}
