import type { OutlineItem, OutlineShelf } from '../../stores/outline-item.js';
import { OutlineRows } from '../../stores/outline-rows.js';
import type { ShownOutline } from '../../stores/outline-snapshot.js';
import type { OutlineTree } from '../../stores/outline-tree.js';

/** Which projects are open, what is searched for, and the rows that follow from both. */
export class TreeView {
  #tree: OutlineTree | undefined;
  #revision = -1;
  #query = '';
  #shelf: OutlineShelf = 'active';
  #outline: ShownOutline | undefined;
  #expanded: ReadonlySet<string> = new Set();
  /** What the user closed among the projects that a search opened. */
  readonly #closedInSearch = new Set<string>();
  #rows: OutlineRows | undefined;

  get size(): number {
    return this.#tree?.size ?? 0;
  }

  get rows(): OutlineRows {
    const expanded = ({ key }: OutlineItem): boolean => this.#expanded.has(key);
    const closed = ({ key }: OutlineItem): boolean => this.#closedInSearch.has(key);
    if (!this.#tree) return OutlineRows.none;
    this.#rows ??= this.isSearching
      ? this.#tree.matches(this.#shelf, this.#query, { expanded, closed })
      : this.#tree.rows(this.#shelf, expanded);
    return this.#rows;
  }

  /** Another one when the tree is another. */
  get revision(): number {
    return this.#revision;
  }

  get query(): string {
    return this.#query;
  }

  get isSearching(): boolean {
    return this.#query.trim() !== '';
  }

  /** Which part of the tree is shown. */
  get shelf(): OutlineShelf {
    return this.#shelf;
  }

  set shelf(shelf: OutlineShelf) {
    this.#shelf = shelf;
    this.search('');
  }

  /** How many items are at the top of a shelf. */
  count(shelf: OutlineShelf): number {
    return this.#tree?.roots(shelf).length ?? 0;
  }

  item(key: string | undefined): OutlineItem | undefined {
    return key === undefined ? undefined : this.#tree?.item(key);
  }

  /** Shows an outline, or none, as it is now. */
  show(outline: ShownOutline | undefined): void {
    const { tree, revision = -1, expanded = this.#expanded } = outline ?? {};
    const isSame = tree === this.#tree && revision === this.#revision;
    if (!isSame || expanded !== this.#expanded) this.#rows = undefined;
    this.#outline = outline;
    this.#tree = tree;
    this.#revision = revision;
    this.#expanded = expanded;
  }

  search(query: string): void {
    this.#query = query;
    this.#closedInSearch.clear();
    this.#rows = undefined;
  }

  setOpen(items: readonly OutlineItem[], isOpen: boolean): void {
    const keys = items.map(({ key }) => key);
    for (const key of keys) {
      if (isOpen) this.#closedInSearch.delete(key);
      else this.#closedInSearch.add(key);
    }
    this.#rows = undefined;
    this.#expanded = this.#outline?.expand(keys, isOpen) ?? this.#expanded;
  }

  /** Those in the same list, itself among them. */
  siblingsOf(item: OutlineItem): readonly OutlineItem[] {
    return item.parent?.children ?? this.#tree?.roots(this.#shelf) ?? [];
  }

  /** The projects that items may be moved into, or all, as they stand in the tree. */
  destinationsFor(
    items: readonly OutlineItem[] = [],
  ): readonly { project: OutlineItem; depth: number }[] {
    const found: { project: OutlineItem; depth: number }[] = [];
    const moved = new Set(items);
    const look = (items: readonly OutlineItem[], depth: number): void => {
      for (const project of items) {
        if (project.type !== 'project' || moved.has(project)) continue;
        found.push({ project, depth });
        look(project.children, depth + 1);
      }
    };
    look(this.#tree?.roots('active') ?? [], 0);
    return found;
  }

  /** How much goes with the items. */
  contentsOf(items: readonly OutlineItem[]): { projects: number; conversations: number } {
    return this.#tree?.contentsOf(items) ?? { projects: 0, conversations: 0 };
  }

  /** Opens every project that the item is in. */
  reveal(item: OutlineItem): void {
    const above: OutlineItem[] = [];
    for (let { parent } = item; parent; { parent } = parent) above.push(parent);
    if (above.length > 0) this.setOpen(above, true);
  }
}
