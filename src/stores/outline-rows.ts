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

interface Matches {
  found: ReadonlySet<OutlineItem>;
  /** Projects with matches in them. */
  holders: ReadonlySet<OutlineItem>;
  expanded: (item: OutlineItem) => boolean;
  closed: (item: OutlineItem) => boolean;
}

/** What of a row does not follow from its item. */
interface Place {
  level: number;
  position: number;
  siblings: number;
  isExpanded: boolean | undefined;
}

/**
 * The visible rows of a tree, of which there may be a hundred thousand: a row is made when it is
 * asked for. They do not change; another state of the tree has other rows.
 */
export class OutlineRows {
  readonly #items: OutlineItem[] = [];
  /** Of each item. */
  readonly #places: Place[] = [];
  #wanted = '';
  #matches: Matches | undefined;
  #found = 0;

  static readonly none = new OutlineRows();

  static ofTree(
    roots: readonly OutlineItem[],
    isExpanded: (item: OutlineItem) => boolean,
  ): OutlineRows {
    const rows = new OutlineRows();
    rows.#show(roots, 1, (item) => ({
      children: item.children,
      isExpanded: item.children.length > 0 ? isExpanded(item) : undefined,
    }));
    return rows;
  }

  /** @param wanted The query as `fold` makes it. */
  static ofMatches(roots: readonly OutlineItem[], wanted: string, matches: Matches): OutlineRows {
    const rows = new OutlineRows();
    rows.#wanted = wanted;
    rows.#matches = matches;
    rows.#found = matches.found.size;
    const { found, holders, expanded, closed } = matches;
    const isShown = (item: OutlineItem): boolean => found.has(item) || holders.has(item);
    rows.#show(roots.filter(isShown), 1, (item) => {
      const isHolder = holders.has(item);
      const children = isHolder ? item.children.filter(isShown) : item.children;
      const isOpen = isHolder ? !closed(item) : expanded(item);
      return { children, isExpanded: children.length > 0 ? isOpen : undefined };
    });
    return rows;
  }

  get length(): number {
    return this.#items.length;
  }

  /** How many rows match the query, where there is one; the others lead to them. */
  get found(): number {
    return this.#found;
  }

  item(index: number): OutlineItem | undefined {
    return this.#items[index];
  }

  indexOf(item: OutlineItem | undefined): number {
    return item ? this.#items.indexOf(item) : -1;
  }

  row(index: number): OutlineRow | undefined {
    const item = this.#items[index];
    const place = this.#places[index];
    if (!item || !place) return undefined;
    const isMatch = this.#matches?.found.has(item) === true;
    return { item, ...place, parts: isMatch ? matchText(item.title, this.#wanted) : undefined };
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

  /** The first from the index on, and then from the start, whose folded title begins so. */
  findTitle(start: string, from: number): OutlineItem | undefined {
    const begins = (item: OutlineItem): boolean => item.foldedTitle.startsWith(start);
    const at = this.#items.findIndex((item, index) => index >= from && begins(item));
    return at >= 0 ? this.#items[at] : this.#items.find(begins);
  }

  /** The first that matches the query. */
  get firstFound(): OutlineItem | undefined {
    return this.#items.find((item) => this.#matches?.found.has(item) === true);
  }

  #show(
    items: readonly OutlineItem[],
    level: number,
    look: (item: OutlineItem) => Pick<Place, 'isExpanded'> & { children: readonly OutlineItem[] },
  ): void {
    const siblings = items.length;
    for (const [index, item] of items.entries()) {
      const { isExpanded, children } = look(item);
      this.#items.push(item);
      this.#places.push({ level, position: index + 1, siblings, isExpanded });
      if (isExpanded === true) this.#show(children, level + 1, look);
    }
  }
}
