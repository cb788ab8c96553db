/** Of what is added the best, so many: to put a hundred thousand in order for twenty takes 80 ms. */
export class BestOf<Item> {
  readonly #most: number;
  readonly #isBefore: (item: Item, other: Item) => boolean;
  /** A heap, the last of them on top. */
  readonly #items: Item[] = [];

  /** @param isBefore Whether one is better than another. */
  constructor(most: number, isBefore: (item: Item, other: Item) => boolean) {
    this.#most = most;
    this.#isBefore = isBefore;
  }

  /** What goes when something better comes; undefined as long as there is room. */
  get last(): Item | undefined {
    return this.#items.length < this.#most ? undefined : this.#items[0];
  }

  add(item: Item): void {
    const items = this.#items;
    if (items.length < this.#most) this.#rise(item);
    else if (items[0] !== undefined && this.#isBefore(item, items[0])) this.#sink(item);
  }

  /** Those that were kept, the best first. */
  all(): Item[] {
    return this.#items.toSorted((one, other) => (this.#isBefore(one, other) ? -1 : 1));
  }

  #rise(item: Item): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = items[above];
      if (other === undefined || !this.#isBefore(other, item)) break;
      items[at] = other;
      at = above;
    }
    items[at] = item;
  }

  /** Puts it in the place of the one on top. */
  #sink(item: Item): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      let other = items[below];
      const sibling = items[below + 1];
      if (other === undefined) break;
      if (sibling !== undefined && this.#isBefore(other, sibling)) {
        other = sibling;
        below++;
      }
      if (!this.#isBefore(item, other)) break;
      items[at] = other;
      at = below;
    }
    items[at] = item;
  }
}
