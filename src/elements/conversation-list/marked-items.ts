import type { OutlineItem, OutlineShelf } from '../../stores/outline-item.js';
import { OutlineRows } from '../../stores/outline-rows.js';
import type { TreeView } from './tree-view.js';

const none: ReadonlySet<string> = new Set();

/**
 * The rows that are marked for an action on all of them, apart from the one that is open. Marks are
 * of rows that are there to be seen: what goes, be it into a closed project, is no longer marked.
 */
export class MarkedItems {
  readonly #view: TreeView;
  readonly #changed: () => void;
  #rows = OutlineRows.none;
  #shelf: OutlineShelf = 'active';
  #keys = none;
  #isSelecting = false;
  /** Where a range begins, and where the present one ends. */
  #anchor: string | undefined;
  #end: string | undefined;
  /** What was marked before the present range, and stays so as it changes. */
  #before = none;

  constructor(view: TreeView, changed: () => void) {
    this.#view = view;
    this.#changed = changed;
  }

  get size(): number {
    return this.#keys.size;
  }

  /** Whether a click marks, as it does on touch after "Select". */
  get isSelecting(): boolean {
    return this.#isSelecting;
  }

  /** Whether there are marks, or are about to be. */
  get isMarking(): boolean {
    return this.#isSelecting || this.#keys.size > 0;
  }

  /** Whether actions are offered for all that is marked. */
  get isOffered(): boolean {
    return this.#isSelecting || this.#keys.size > 1;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  some(is: (item: OutlineItem) => boolean): boolean {
    for (const key of this.#keys) {
      const item = this.#view.item(key);
      if (item && is(item)) return true;
    }
    return false;
  }

  /** The keys of what is marked now, which stay the same. */
  get keys(): ReadonlySet<string> {
    return this.#keys;
  }

  /** What an action on the item is meant for: all that is marked, where the item is. */
  with(item: OutlineItem): readonly OutlineItem[] {
    return this.#keys.size > 1 && this.has(item.key) ? this.topmost() : [item];
  }

  /** In the order of the rows, without what is in a project that is marked too. */
  topmost(): readonly OutlineItem[] {
    const isMarked = ({ key }: OutlineItem): boolean => this.#keys.has(key);
    const isInMarked = (item: OutlineItem): boolean => {
      for (let { parent } = item; parent; { parent } = parent) if (isMarked(parent)) return true;
      return false;
    };
    return this.#rows.items().filter((item) => isMarked(item) && !isInMarked(item));
  }

  /** Lets go of what is not in the rows any more. */
  follow(): void {
    const { rows, shelf } = this.#view;
    if (rows === this.#rows) return;
    this.#rows = rows;
    if (shelf !== this.#shelf) this.#isSelecting = false;
    this.#shelf = shelf;
    if (this.#keys.size === 0) return;
    const kept = rows.items().flatMap(({ key }) => (this.#keys.has(key) ? [key] : []));
    if (kept.length === this.#keys.size) return;
    this.#keys = new Set(kept);
    this.#before = new Set(kept.filter((key) => this.#before.has(key)));
  }

  /** From here on a click marks, first of all the item. */
  start(item: OutlineItem): void {
    this.#isSelecting = true;
    this.#begin(item.key, new Set([...this.#keys, item.key]));
  }

  toggle({ key }: OutlineItem): void {
    const keys = new Set(this.#keys);
    if (!keys.delete(key)) keys.add(key);
    this.#begin(key, keys);
  }

  /**
   * Marks all from where the last mark was set to the item, in place of the last range.
   *
   * @param otherwise The key of where it begins when no mark was set yet.
   */
  extendTo(item: OutlineItem, otherwise: string | undefined): void {
    const isThere = (key: string | undefined): boolean => this.#indexOf(key) >= 0;
    const from = [this.#anchor, otherwise, item.key].find(isThere);
    if (from !== undefined && from !== this.#anchor) this.#setAnchor(from, this.#keys);
    this.#extend(item.key);
  }

  /** Marks what lies between two rows; goes on with the last range where the first is its end. */
  extendFrom(from: OutlineItem, to: string): void {
    if (from.key !== this.#end) this.#setAnchor(from.key, this.#keys);
    this.#extend(to);
  }

  all(): void {
    this.#keys = withItems(none, this.#view.rows.matching());
    this.#changed();
  }

  /** Marks what was marked before an action that failed. */
  markAgain(keys: ReadonlySet<string>): void {
    this.#keys = new Set([...keys].filter((key) => this.#indexOf(key) >= 0));
    this.#changed();
  }

  /** @param anchor The key of where the next range begins. */
  clear(anchor?: string): void {
    this.#isSelecting = false;
    this.#begin(anchor, none);
  }

  #begin(anchor: string | undefined, keys: ReadonlySet<string>): void {
    this.#keys = keys;
    this.#setAnchor(anchor, keys);
    this.#changed();
  }

  #setAnchor(key: string | undefined, before: ReadonlySet<string>): void {
    this.#anchor = key;
    this.#end = key;
    this.#before = before;
  }

  #extend(to: string): void {
    const ends = [this.#indexOf(this.#anchor), this.#indexOf(to)];
    const range = this.#view.rows.matching(Math.min(...ends), Math.max(...ends) + 1);
    this.#end = to;
    this.#keys = withItems(this.#before, range);
    this.#changed();
  }

  #indexOf(key: string | undefined): number {
    return this.#view.rows.indexOf(this.#view.item(key));
  }
}

/** In a loop: lists in between would double the time of a hundred thousand. */
function withItems(keys: ReadonlySet<string>, items: readonly OutlineItem[]): ReadonlySet<string> {
  const all = new Set(keys);
  for (const { key } of items) all.add(key);
  return all;
}
