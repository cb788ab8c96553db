import type { Conversation, Project } from '../../model/entities.js';
import type { SidebarItemType } from '../../model/events.js';
import { fold, matchText, type TextPart } from './text-match.js';

/** A conversation or project as the list shows it. */
export interface TreeItem {
  /** Unique among both types. */
  key: string;
  type: SidebarItemType;
  id: string;
  /** May be empty. */
  title: string;
  updatedAt: unknown;
  /** The project it is shown in; undefined at the top level. */
  parent: TreeItem | undefined;
  children: TreeItem[];
}

/** One visible row of the tree. */
export interface TreeRow {
  item: TreeItem;
  /** From 1. */
  level: number;
  /** From 1, among its siblings. */
  position: number;
  siblings: number;
  /** Undefined for a row without children. */
  isExpanded: boolean | undefined;
  /** The title with its matches, while a filter is set. */
  parts: TextPart[] | undefined;
}

export interface Tree {
  roots: TreeItem[];
  items: ReadonlyMap<string, TreeItem>;
}

export function keyOf(type: SidebarItemType, id: string): string {
  return `${type}:${id}`;
}

/**
 * Puts everything into one tree, projects before conversations and both in the order given. What
 * hangs on a parent that is not there, or on a ring of parents, is shown at the top level: nothing
 * is ever left out.
 */
export function buildTree(
  projects: readonly Project[],
  conversations: readonly Conversation[],
): Tree {
  const items = new Map<string, TreeItem>();
  const add = (type: SidebarItemType, row: Project | Conversation): TreeItem => {
    const title: unknown = 'name' in row ? row.name : row.title;
    const item: TreeItem = {
      key: keyOf(type, row.id),
      type,
      id: row.id,
      title: typeof title === 'string' ? title.trim() : '',
      updatedAt: row.updatedAt,
      parent: undefined,
      children: [],
    };
    items.set(item.key, item);
    return item;
  };
  const parentOf = (id: unknown): TreeItem | undefined =>
    typeof id === 'string' ? items.get(keyOf('project', id)) : undefined;

  const projectItems = projects.map((project) => add('project', project));
  projects.forEach(({ parentId }, index) => {
    const item = projectItems[index];
    const parent = parentOf(parentId);
    if (item && parent && !isAtOrAbove(item, parent)) item.parent = parent;
  });
  for (const conversation of conversations) {
    add('conversation', conversation).parent = parentOf(conversation.projectId);
  }

  const roots: TreeItem[] = [];
  for (const item of items.values()) (item.parent?.children ?? roots).push(item);
  return { roots, items };
}

/** Whether making `parent` the item's parent would close a ring. */
function isAtOrAbove(item: TreeItem, parent: TreeItem): boolean {
  for (let above: TreeItem | undefined = parent; above; above = above.parent) {
    if (above === item) return true;
  }
  return false;
}

/** The rows to show: of open projects also what they hold. */
export function visibleRows(tree: Tree, isOpen: (item: TreeItem) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const show = (items: readonly TreeItem[], level: number): void => {
    items.forEach((item, index) => {
      const isExpanded = item.children.length > 0 ? isOpen(item) : undefined;
      const position = index + 1;
      rows.push({ item, level, position, siblings: items.length, isExpanded, parts: undefined });
      if (isExpanded) show(item.children, level + 1);
    });
  };
  show(tree.roots, 1);
  return rows;
}

/**
 * The rows that match the query, with the projects that hold them, which are open unless the user
 * closed them. A project that matches by its own name alone can be opened to all it holds.
 */
export function matchingRows(
  tree: Tree,
  query: string,
  { isOpen, isClosed }: Record<'isOpen' | 'isClosed', (item: TreeItem) => boolean>,
): TreeRow[] {
  const wanted = fold(query.trim());
  const matches = new Map<TreeItem, TextPart[]>();
  const holders = new Set<TreeItem>();
  for (const item of tree.items.values()) {
    const parts = matchText(item.title, wanted);
    if (!parts) continue;
    matches.set(item, parts);
    for (let above = item.parent; above && !holders.has(above); above = above.parent) {
      holders.add(above);
    }
  }

  const rows: TreeRow[] = [];
  const show = (items: readonly TreeItem[], level: number): void => {
    items.forEach((item, index) => {
      const holds = holders.has(item);
      const children = holds ? item.children.filter(isShown) : item.children;
      const isExpanded = children.length === 0 ? undefined : holds ? !isClosed(item) : isOpen(item);
      const parts = matches.get(item);
      rows.push({ item, level, position: index + 1, siblings: items.length, isExpanded, parts });
      if (isExpanded) show(children, level + 1);
    });
  };
  const isShown = (item: TreeItem): boolean => matches.has(item) || holders.has(item);
  show(tree.roots.filter(isShown), 1);
  return rows;
}
