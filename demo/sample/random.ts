const ID_ALPHABET = 'useandom26T198340PX75pxJACKVERYMINDBUSHWOLFGQZbfghjklqvwyzrict-_';

/** The same choices for the same seed, on every machine (the mulberry32 generator). */
export class Random {
  #state: number;

  constructor(seed: number | string) {
    this.#state = hash(String(seed));
  }

  /** A generator of its own for one part, so that a change elsewhere does not reshuffle it. */
  fork(label: string): Random {
    return new Random(`${this.#state}/${label}`);
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  /** Picks by weight: `{ short: 3, long: 1 }` gives `short` three times out of four. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[];
    let rest = this.next() * names.reduce((total, name) => total + weights[name], 0);
    return names.find((name) => (rest -= weights[name]) < 0) ?? this.pick(names);
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, order: this.next() }))
      .sort((one, other) => one.order - other.order)
      .map(({ item }) => item);
  }

  /** Twenty-one characters, the shape of the ids the application gives. */
  id(): string {
    return Array.from({ length: 21 }, () => ID_ALPHABET.charAt(this.int(0, 63))).join('');
  }
}

/** Deals items in random order, all of them before one comes again, and never soon again. */
export class Deck<Item> {
  readonly #random: Random;
  readonly #items: readonly Item[];
  #order: readonly Item[];
  #dealt = 0;

  constructor(random: Random, items: readonly Item[]) {
    this.#random = random;
    this.#items = items;
    this.#order = random.shuffled(items);
  }

  deal(): Item {
    if (this.#dealt === this.#items.length) this.#shuffle();
    const item = this.#order[this.#dealt++];
    if (item === undefined) throw new RangeError('The deck is empty.');
    return item;
  }

  /** What was dealt last stays in the lower half. */
  #shuffle(): void {
    const half = Math.floor(this.#order.length / 2);
    this.#order = [
      ...this.#random.shuffled(this.#order.slice(0, half)),
      ...this.#random.shuffled(this.#order.slice(half)),
    ];
    this.#dealt = 0;
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let position = 0; position < text.length; position++) {
    state = Math.imul(state ^ text.charCodeAt(position), 0x01000193);
  }
  return state;
}
