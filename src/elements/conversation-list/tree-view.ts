import type { Conversation, Project } from '../../model/entities.js';
import { withDescendants } from '../../persistence/cascades.js';
import {
  buildTree,
  matchingRows,
  visibleRows,
  type Tree,
  type TreeItem,
  type TreeRow,
} from './tree-rows.js';

/** Which projects are open, what is searched for, and the rows that follow from both. */
export class TreeView {
  #tree: Tree = { roots: [], items: new Map() };
  #projects: readonly Project[] = [];
  #conversations: readonly Conversation[] = [];
  #query = '';
  readonly #open = new Set<string>();
  /** What the user closed among the projects that a search opened. */
  readonly #closedInSearch = new Set<string>();
  #rows: TreeRow[] | undefined;

  get items(): ReadonlyMap<string, TreeItem> {
    return this.#tree.items;
  }

  get rows(): readonly TreeRow[] {
    const isOpen = ({ key }: TreeItem): boolean => this.#open.has(key);
    const isClosed = ({ key }: TreeItem): boolean => this.#closedInSearch.has(key);
    this.#rows ??= this.isSearching
      ? matchingRows(this.#tree, this.#query, { isOpen, isClosed })
      : visibleRows(this.#tree, isOpen);
    return this.#rows;
  }

  get query(): string {
    return this.#query;
  }

  get isSearching(): boolean {
    return this.#query.trim() !== '';
  }

  /** Shows these from now on; does nothing when they are the same lists as before. */
  show(projects: readonly Project[], conversations: readonly Conversation[]): void {
    if (projects === this.#projects && conversations === this.#conversations) return;
    this.#projects = projects;
    this.#conversations = conversations;
    this.#tree = buildTree(projects, conversations);
    this.#rows = undefined;
  }

  search(query: string): void {
    this.#query = query;
    this.#closedInSearch.clear();
    this.#rows = undefined;
  }

  setOpen({ key }: TreeItem, isOpen: boolean): void {
    if (isOpen) {
      this.#open.add(key);
      this.#closedInSearch.delete(key);
    } else {
      this.#open.delete(key);
      this.#closedInSearch.add(key);
    }
    this.#rows = undefined;
  }

  /** How much goes with the item. Of a ring of parents, the tree shows less than that. */
  contentsOf({ type, id }: TreeItem): { projects: number; conversations: number } {
    if (type === 'conversation') return { projects: 0, conversations: 0 };
    const doomed = new Set<unknown>(withDescendants(this.#projects, id));
    const inside = this.#conversations.filter(({ projectId }) => doomed.has(projectId));
    return { projects: doomed.size - 1, conversations: inside.length };
  }

  /** Opens every project that the item is in. */
  reveal(item: TreeItem): void {
    for (let above = item.parent; above; above = above.parent) this.setOpen(above, true);
  }
}
