import { matchText, type TextPart } from '../model/text-match.js';
import type { OutlineItem } from './outline-item.js';

/** One visible row of the tree. */
export interface OutlineRow {
  readonly item: OutlineItem;
  /** From 1. */
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  /** Undefined for a row that has nothing to expand. */
  readonly isExpanded: boolean | undefined;
  /** The title with its matches, while a filter is set. */
  readonly parts: readonly TextPart[] | undefined;
}

/** What can be seen of a project. */
interface Inside {
  children: readonly OutlineItem[];
  /** Undefined where there is nothing to expand. */
  isExpanded: boolean | undefined;
}

/** Neighbouring rows of one list of siblings, with nothing expanded between them. */
interface Stretch {
  /** The index of its first row. */
  start: number;
  siblings: readonly OutlineItem[];
  /** Its part of the siblings. */
  from: number;
  end: number;
  level: number;
}

/** How the rows of a tree are to be found. */
export interface OutlineRowsOptions {
  /** Asked of projects alone. */
  look: (project: OutlineItem) => Inside;
  /** As `fold` makes it; empty for none. */
  query?: string;
  /** How many items match it. */
  found?: number;
}

/**
 * The visible rows of a tree, of which there may be a hundred thousand: they are kept as stretches of
 * the tree's own lists, and a row is made when it is asked for. Another state of the tree has other
 * rows.
 */
export class OutlineRows {
  readonly #stretches: Stretch[] = [];
  readonly #look: OutlineRowsOptions['look'];
  readonly #query: string;
  /** How many rows match the query, where there is one; the others lead to them. */
  readonly found: number;
  #length = 0;

  static readonly none = new OutlineRows([], {
    look: () => ({ children: [], isExpanded: undefined }),
  });

  constructor(roots: readonly OutlineItem[], { look, query = '', found = 0 }: OutlineRowsOptions) {
    this.#look = look;
    this.#query = query;
    this.found = found;
    this.#show(roots, 1);
  }

  get length(): number {
    return this.#length;
  }

  item(index: number): OutlineItem | undefined {
    const stretch = this.#stretchAt(index);
    return stretch?.siblings[stretch.from + index - stretch.start];
  }

  indexOf(item: OutlineItem | undefined): number {
    if (!item) return -1;
    for (const { siblings, from, end, start } of this.#stretches) {
      if (siblings[from]?.parent !== item.parent) continue;
      const at = siblings.indexOf(item, from);
      if (at >= 0 && at < end) return start + at - from;
    }
    return -1;
  }

  row(index: number): OutlineRow | undefined {
    const stretch = this.#stretchAt(index);
    if (!stretch) return undefined;
    const at = stretch.from + index - stretch.start;
    const item = stretch.siblings[at];
    if (!item) return undefined;
    return {
      item,
      level: stretch.level,
      position: at + 1,
      siblings: stretch.siblings.length,
      isExpanded: item.type === 'project' ? this.#look(item).isExpanded : undefined,
      parts: this.#query === '' ? undefined : matchText(item.title, this.#query),
    };
  }

  /** From one index up to another, which is not among them. */
  slice(from: number, to: number): OutlineRow[] {
    const rows: OutlineRow[] = [];
    for (let index = Math.max(0, from); index < Math.min(to, this.length); index++) {
      const row = this.row(index);
      if (row) rows.push(row);
    }
    return rows;
  }

  /** From one index up to another, which is not among them. */
  items(from = 0, to = this.length): OutlineItem[] {
    return this.#stretches.flatMap(({ siblings, from: first, end, start }) => {
      const at = (index: number): number => Math.min(Math.max(first, first + index - start), end);
      return siblings.slice(at(from), at(to));
    });
  }

  /** The same without the rows that do not match the query, where there is one. */
  matching(from?: number, to?: number): OutlineItem[] {
    const items = this.items(from, to);
    return this.#query === '' ? items : items.filter((item) => this.#isMatch(item));
  }

  /** The first from the index on, and then from the start, whose folded title begins so. */
  findTitle(start: string, from: number): OutlineItem | undefined {
    const begins = (item: OutlineItem): boolean => item.foldedTitle.startsWith(start);
    return this.#find(begins, from) ?? this.#find(begins, 0);
  }

  /** The first that matches the query. */
  get firstFound(): OutlineItem | undefined {
    if (this.#query === '') return undefined;
    return this.#find((item) => this.#isMatch(item), 0);
  }

  #isMatch(item: OutlineItem): boolean {
    return item.foldedTitle.includes(this.#query);
  }

  #find(isMeant: (item: OutlineItem) => boolean, first: number): OutlineItem | undefined {
    for (const { siblings, from, end, start } of this.#stretches) {
      for (let at = Math.max(from, from + first - start); at < end; at++) {
        const item = siblings[at];
        if (item && isMeant(item)) return item;
      }
    }
    return undefined;
  }

  #stretchAt(index: number): Stretch | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    let low = 0;
    for (let high = this.#stretches.length - 1; low < high;) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#stretches[middle]?.start ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return this.#stretches[low];
  }

  #show(siblings: readonly OutlineItem[], level: number): void {
    let from = 0;
    for (const [index, item] of siblings.entries()) {
      if (item.type !== 'project') continue;
      const { children, isExpanded } = this.#look(item);
      if (isExpanded !== true) continue;
      this.#add({ siblings, from, end: index + 1, level });
      from = index + 1;
      this.#show(children, level + 1);
    }
    this.#add({ siblings, from, end: siblings.length, level });
  }

  #add(stretch: Omit<Stretch, 'start'>): void {
    if (stretch.from === stretch.end) return;
    this.#stretches.push({ ...stretch, start: this.#length });
    this.#length += stretch.end - stretch.from;
  }
}
