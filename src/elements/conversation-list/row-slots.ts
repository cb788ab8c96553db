/**
 * Which element of a list shows which row. A row that stays in the document keeps its element, and with
 * it the focus; others are shown by the elements that are free: to remove a row and make another takes
 * many times as long as to fill one anew.
 */
export class RowSlots {
  /** By the keys of the rows, in the order of the document. */
  #slots = new Map<string, number>();

  /** @returns For each of the keys, in the order of the document, the number of its element. */
  assign(keys: readonly string[]): number[] {
    const before = this.#slots;
    const wanted = new Set(keys);
    const free = [...before].filter(([key]) => !wanted.has(key)).map(([, slot]) => slot);
    const taken = new Set(before.values());
    let number = 0;
    const another = (): number => {
      while (taken.has(number)) number++;
      return number++;
    };
    let position = 0;
    this.#slots = new Map(
      keys.map((key) => [key, before.get(key) ?? free[position++] ?? another()]),
    );
    return [...this.#slots.values()];
  }
}
