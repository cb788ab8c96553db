import type { SidebarItemType } from './events.js';
import { idOf } from './id-of.js';
import { isIsoDate, marksIn } from './item-marks.js';

/** Names a conversation or a project. */
export interface OutlineReference {
  readonly type: SidebarItemType;
  readonly id: string;
}

/** What a list shows of a conversation or a project. */
export interface OutlineEntry extends OutlineReference {
  /** A conversation's title or a project's name; may be empty. */
  readonly title: string;
  /** The project it is in; empty for none. */
  readonly parentId: string;
  /** In milliseconds since 1970; NaN where the row has no date that is one. */
  readonly updatedAt: number;
  readonly createdAt: number;
  /** Stands above the others. */
  readonly isPinned: boolean;
  /** Put away, by the user's wish, with all that is in it. */
  readonly isArchived: boolean;
  /** Deleted, with all that is in it, and still to be had back. */
  readonly isTrashed: boolean;
}

/** The table that holds the rows of each type. */
export const outlineTables = { conversation: 'conversations', project: 'projects' } as const;

/** Names an entry among those of both types. */
export type OutlineKey = `${SidebarItemType}:${string}`;

export const outlineKey = (type: SidebarItemType, id: string): OutlineKey => `${type}:${id}`;

/**
 * Many entries by columns, of which the browser reads a hundred thousand in a twentieth of the time
 * that it needs for the rows they stand for.
 */
export interface OutlineColumns {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Bits, see {@link bits}. */
  readonly marks: Uint8Array;
  /** The ids of the projects that entries are in, each once. */
  readonly parents: readonly string[];
  /** By position in `parents`, counted from 1; 0 for none. */
  readonly parent: Uint32Array;
  readonly updatedAt: Float64Array;
  readonly createdAt: Float64Array;
}

/** In `marks` of a column. */
const bits = { project: 1, pinned: 2, archived: 4, trashed: 8 };

/** The entry of a row, which another application may have stored in any shape. */
export function outlineEntryOf(type: SidebarItemType, row: object): OutlineEntry {
  const field = (name: string): unknown => Reflect.get(row, name);
  const isProject = type === 'project';
  const title = field(isProject ? 'name' : 'title');
  const { pinned, archived, trashedAt } = marksIn(row);
  return {
    type,
    id: idOf(field('id')),
    title: typeof title === 'string' ? title : '',
    parentId: idOf(field(isProject ? 'parentId' : 'projectId')),
    updatedAt: timeOf(field('updatedAt')),
    createdAt: timeOf(field('createdAt')),
    isPinned: pinned === true,
    isArchived: archived === true,
    isTrashed: isIsoDate(trashedAt),
  };
}

const marksOf = ({ type, isPinned, isArchived, isTrashed }: OutlineEntry): number =>
  (type === 'project' ? bits.project : 0) |
  (isPinned ? bits.pinned : 0) |
  (isArchived ? bits.archived : 0) |
  (isTrashed ? bits.trashed : 0);

export function packOutline(entries: readonly OutlineEntry[]): OutlineColumns {
  const places = new Map<string, number>();
  const placeOf = (id: string): number => {
    if (id === '') return 0;
    const place = places.get(id) ?? places.size + 1;
    places.set(id, place);
    return place;
  };
  const parent = Uint32Array.from(entries, ({ parentId }) => placeOf(parentId));
  return {
    ids: entries.map(({ id }) => id),
    titles: entries.map(({ title }) => title),
    marks: Uint8Array.from(entries, marksOf),
    parents: [...places.keys()],
    parent,
    updatedAt: Float64Array.from(entries, ({ updatedAt }) => updatedAt),
    createdAt: Float64Array.from(entries, ({ createdAt }) => createdAt),
  };
}

export function* unpackOutline(columns: OutlineColumns): Generator<OutlineEntry, void> {
  const { ids, titles, marks, parents, parent, updatedAt, createdAt } = columns;
  for (const [index, id] of ids.entries()) {
    const mark = marks[index] ?? 0;
    yield {
      type: mark & bits.project ? 'project' : 'conversation',
      id,
      title: titles[index] ?? '',
      parentId: parents[(parent[index] ?? 0) - 1] ?? '',
      updatedAt: updatedAt[index] ?? NaN,
      createdAt: createdAt[index] ?? NaN,
      isPinned: (mark & bits.pinned) > 0,
      isArchived: (mark & bits.archived) > 0,
      isTrashed: (mark & bits.trashed) > 0,
    };
  }
}

/** Later times before earlier ones, and what is no time last. */
export function byTime(first: number, second: number): number {
  if (first === second) return 0;
  if (Number.isNaN(first)) return Number.isNaN(second) ? 0 : 1;
  return Number.isNaN(second) ? -1 : second - first;
}

/** Some applications stored dates as text. */
function timeOf(value: unknown): number {
  const isDate = value instanceof Date || typeof value === 'string' || typeof value === 'number';
  return isDate ? new Date(value).getTime() : NaN;
}
