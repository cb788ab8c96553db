import type { SidebarItemType } from '../model/events.js';
import { byTime, outlineKey, type OutlineEntry, type OutlineKey } from '../model/outline.js';
import { fold } from '../model/text-match.js';
import { withDescendants } from '../model/with-descendants.js';
import { OutlineItem, type OutlineShelf } from './outline-item.js';
import { OutlineRows } from './outline-rows.js';

/** The orders that a list can be in. */
export const outlineOrders = ['updated', 'created', 'name'] as const;
/** By what the items stand in order; pinned ones stand above the others in each. */
export type OutlineOrder = (typeof outlineOrders)[number];

/** The order that a view asks for, which another version may have remembered. */
export const outlineOrderOf = (view: { order: string } | undefined): OutlineOrder =>
  outlineOrders.find((order) => order === view?.order) ?? 'updated';

interface Matches {
  shelf: OutlineShelf;
  /** As `fold` makes it. */
  wanted: string;
  roots: readonly OutlineItem[];
  /** Of projects that hold matches, those. */
  shown: ReadonlyMap<OutlineItem, readonly OutlineItem[]>;
}

const none: readonly OutlineItem[] = [];

/**
 * The tree of conversations and projects in memory, for a hundred thousand of them: taking in a
 * change costs a few simple passes over arrays that are in order already. What hangs on a parent
 * that is not there, or on a ring of parents, is shown at the top level: nothing is ever left out.
 */
export class OutlineTree {
  readonly #items = new Map<OutlineKey, OutlineItem>();
  readonly #projects = new Set<OutlineItem>();
  #order: OutlineOrder = 'updated';
  /** All conversations in order, but for those in `#changed`. */
  #conversations: OutlineItem[] = [];
  /** Conversations that have come, gone or changed since they were put in order. */
  #changed = new Set<OutlineItem>();
  #roots: Record<OutlineShelf, OutlineItem[]> = { active: [], archived: [], trashed: [] };
  #isSettled = true;
  /** What was searched for last, as long as the tree is the same. */
  #latest: Matches | undefined;

  get size(): number {
    return this.#items.size;
  }

  get order(): OutlineOrder {
    return this.#order;
  }

  set order(order: OutlineOrder) {
    if (order === this.#order) return;
    this.#order = order;
    this.#conversations.sort(this.#compare);
    this.#isSettled = false;
  }

  /** The item as it is now; the same object as long as there is one of that key. */
  item(key: string): OutlineItem | undefined {
    this.settle();
    return this.#items.get(key as OutlineKey);
  }

  entry(key: OutlineKey): OutlineEntry | undefined {
    return this.#items.get(key)?.entry;
  }

  /** How many items are there, whatever they are in. */
  count(shelf: OutlineShelf): number {
    this.settle();
    let count = 0;
    for (const item of this.#items.values()) if (item.shelf === shelf) count++;
    return count;
  }

  put(entry: OutlineEntry): void {
    const key = outlineKey(entry.type, entry.id);
    const present = this.#items.get(key);
    const item = present ?? new OutlineItem(key, entry);
    if (present) present.entry = entry;
    else this.#items.set(key, item);
    if (item.type === 'conversation') this.#changed.add(item);
    else this.#projects.add(item);
    this.#isSettled = false;
  }

  remove(key: OutlineKey): void {
    const item = this.#items.get(key);
    if (!item) return;
    this.#items.delete(key);
    item.isGone = true;
    if (item.type === 'conversation') this.#changed.add(item);
    else this.#projects.delete(item);
    this.#isSettled = false;
  }

  clear(type: SidebarItemType): void {
    for (const item of [...this.#items.values()]) if (item.type === type) this.remove(item.key);
  }

  /** What of a shelf stands at the top level, in order. */
  roots(shelf: OutlineShelf): readonly OutlineItem[] {
    this.settle();
    return this.#roots[shelf];
  }

  /** The rows of a shelf: of projects that are expanded also what they hold. */
  rows(shelf: OutlineShelf, isExpanded: (item: OutlineItem) => boolean): OutlineRows {
    return new OutlineRows(this.roots(shelf), {
      look: (project) => ({
        children: project.children,
        isExpanded: project.children.length > 0 ? isExpanded(project) : undefined,
      }),
    });
  }

  /**
   * The rows whose titles hold the query, whatever its case and accents, with the projects that hold
   * them, which are expanded unless `isClosed` says otherwise. A project that matches by its own name
   * alone can be expanded to all it holds.
   */
  matches(
    shelf: OutlineShelf,
    query: string,
    is: Record<'expanded' | 'closed', (item: OutlineItem) => boolean>,
  ): OutlineRows {
    const wanted = fold(query.trim());
    const all = this.roots(shelf);
    const { roots: among, shown: inside } = this.#wider(shelf, wanted) ?? { roots: all };
    /** What is to be seen of projects that hold matches. */
    const shown = new Map<OutlineItem, readonly OutlineItem[]>();
    const childrenOf = (project: OutlineItem): readonly OutlineItem[] =>
      inside ? (inside.get(project) ?? none) : project.children;
    const look = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
      items.filter((item) => {
        const within = item.type === 'project' ? look(childrenOf(item)) : none;
        if (within.length > 0) shown.set(item, within);
        const isMatch = item.foldedTitle.includes(wanted);
        if (isMatch) found++;
        return isMatch || within.length > 0;
      });
    let found = 0;
    const roots = look(among);
    this.#latest = { shelf, wanted, roots, shown };
    return new OutlineRows(roots, {
      look: (project) => {
        const inside = shown.get(project);
        if (inside) return { children: inside, isExpanded: !is.closed(project) };
        const { children } = project;
        return { children, isExpanded: children.length > 0 ? is.expanded(project) : undefined };
      },
      query: wanted,
      found,
    });
  }

  /** What was found last, where it holds all that the words can find: they are more of the same. */
  #wider(shelf: OutlineShelf, wanted: string): Matches | undefined {
    const latest = this.#latest;
    return latest?.shelf === shelf && wanted.includes(latest.wanted) ? latest : undefined;
  }

  /** What was put into the trash by itself. */
  trashed(): OutlineItem[] {
    return [...this.#items.values()].filter(({ isTrashed }) => isTrashed);
  }

  /** The project and those below it by what their rows say; of a ring, the tree shows less. */
  projectsWithin(id: string): string[] {
    return withDescendants(
      [...this.#projects].map(({ entry }) => entry),
      id,
    );
  }

  /** How much goes with items when they are deleted with all that is in them. */
  contentsOf(items: readonly OutlineItem[]): { projects: number; conversations: number } {
    const projects = items.filter(({ type }) => type === 'project');
    if (projects.length === 0) return { projects: 0, conversations: 0 };
    const doomed = new Set(projects.flatMap(({ id }) => this.projectsWithin(id)));
    const isInside = ({ type: other, entry }: OutlineItem): boolean =>
      other === 'conversation' && doomed.has(entry.parentId);
    const inside = [...this.#items.values()].filter(isInside);
    return { projects: doomed.size - projects.length, conversations: inside.length };
  }

  /** Brings order, parents, children, shelves and sizes up to the entries, as the next question would. */
  settle(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#latest = undefined;
    this.#sortConversations();
    const projects = [...this.#projects];
    this.#findParents(projects);
    this.#look(projects);
    this.#roots = { active: [], archived: [], trashed: [] };
    const inOrder = merge(projects.sort(this.#compare), this.#conversations, this.#compare);
    for (const item of inOrder) {
      const isShownInParent = item.parent?.shelf === item.shelf;
      if (!isShownInParent) item.parent = undefined;
      (item.parent?.children ?? this.#roots[item.shelf]).push(item);
    }
  }

  #sortConversations(): void {
    const changed = this.#changed;
    if (changed.size === 0) return;
    const kept = this.#conversations.filter((item) => !changed.has(item));
    const come = [...changed].filter((item) => !item.isGone);
    this.#conversations = merge(kept, come.sort(this.#compare), this.#compare);
    this.#changed = new Set();
  }

  /** Those of conversations too. Of a ring of projects, one is shown at the top level. */
  #findParents(projects: readonly OutlineItem[]): void {
    for (const item of projects) {
      item.parent = undefined;
      item.children = [];
      item.conversations = 0;
      item.updatedAt = item.entry.updatedAt;
    }
    for (const item of projects) {
      const parent = this.#projectOf(item);
      if (parent && !isAtOrAbove(item, parent)) item.parent = parent;
    }
    for (const item of this.#conversations) item.parent = this.#projectOf(item);
  }

  #projectOf({ entry }: OutlineItem): OutlineItem | undefined {
    const { parentId } = entry;
    return parentId === '' ? undefined : this.#items.get(outlineKey('project', parentId));
  }

  /** Finds where items are, how much is in projects and how new the newest of it is. */
  #look(projects: readonly OutlineItem[]): void {
    for (const item of projects) item.shelf = shelfOf(item);
    for (const item of this.#conversations) {
      item.shelf = item.parent ? worse(ownShelf(item), item.parent.shelf) : ownShelf(item);
      for (let above = item.parent; above; above = above.parent) {
        // What was put away from within a project counts no more for it.
        if (above.shelf !== item.shelf) continue;
        above.conversations++;
        if (!(above.updatedAt >= item.updatedAt)) above.updatedAt = item.updatedAt;
      }
    }
  }

  readonly #compare = (first: OutlineItem, second: OutlineItem): number => {
    if (first.isPinned !== second.isPinned) return first.isPinned ? -1 : 1;
    return this.#compareByOrder(first, second) || compareText(first.key, second.key);
  };

  #compareByOrder(first: OutlineItem, second: OutlineItem): number {
    if (this.#order === 'name') return compareText(first.sortKey, second.sortKey);
    const date = this.#order === 'created' ? 'createdAt' : 'updatedAt';
    return byTime(first[date], second[date]);
  }
}

const ownShelf = ({ isTrashed, isArchived }: OutlineItem): OutlineShelf =>
  isTrashed ? 'trashed' : isArchived ? 'archived' : 'active';

const shelves: readonly OutlineShelf[] = ['active', 'archived', 'trashed'];
const worse = (one: OutlineShelf, other: OutlineShelf): OutlineShelf =>
  shelves.indexOf(one) > shelves.indexOf(other) ? one : other;

function shelfOf(project: OutlineItem): OutlineShelf {
  let shelf = ownShelf(project);
  for (let above = project.parent; above; above = above.parent) {
    shelf = worse(shelf, ownShelf(above));
  }
  return shelf;
}

/** Whether making `parent` the item's parent would close a ring. */
function isAtOrAbove(item: OutlineItem, parent: OutlineItem): boolean {
  for (let above: OutlineItem | undefined = parent; above; above = above.parent) {
    if (above === item) return true;
  }
  return false;
}

const compareText = (first: string, second: string): number =>
  first === second ? 0 : first < second ? -1 : 1;

/** Two lists in order as one. */
function merge(
  one: readonly OutlineItem[],
  other: readonly OutlineItem[],
  compare: (first: OutlineItem, second: OutlineItem) => number,
): OutlineItem[] {
  const merged: OutlineItem[] = [];
  let next = 0;
  for (const item of one) {
    for (let rival = other[next]; rival && compare(rival, item) < 0; rival = other[++next]) {
      merged.push(rival);
    }
    merged.push(item);
  }
  while (next < other.length) {
    const item = other[next++];
    if (item) merged.push(item);
  }
  return merged;
}
