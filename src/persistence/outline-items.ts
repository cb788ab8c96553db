import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Conversation, Project } from '../model/entities.js';
import type { SidebarItemType } from '../model/events.js';
import { outlineKey, outlineTables, type OutlineReference } from '../model/outline.js';
import { isIsoDate, marksIn, withMarks, type ItemMarks } from '../model/item-marks.js';
import { deleteConversations, deleteProject } from './cascades.js';
import { idOf, keysOf } from './record-keys.js';
import { findRow, notFound, putRows, tableOf } from './rows.js';
import { run } from './run.js';

/**
 * Use cases over several conversations and projects at once, each all or nothing. None of them is
 * news of a conversation: `updatedAt` stays.
 */

/**
 * Pins, archives or puts into the trash, or takes back from there. What is in a project goes with it
 * unmarked, and comes back with it.
 *
 * @throws {LiteChatError} not-found, quota-exceeded, …
 */
export function setMarks(
  database: LiteChatDatabase,
  items: readonly OutlineReference[],
  marks: ItemMarks,
): Promise<void> {
  return inOneTransaction(database, async () => {
    const goneProjects = marks.trashed === false ? await trashedProjects(database, items) : noIds;
    await changeAll(database, items, (type, row) => {
      const marked = withMarks(row, marks);
      // Out of the trash and still in a project that is there, it would not be seen.
      return goneProjects.has(parentOf(type, row)) ? inProject(type, marked, null) : marked;
    });
  });
}

/** An item and where it goes: into a project, or to the top level with null. */
export interface OutlineMove extends OutlineReference {
  projectId: string | null;
}

/**
 * Moves each to its place.
 *
 * @throws {LiteChatError} not-found, cycle, …
 */
export function moveItems(
  database: LiteChatDatabase,
  moves: readonly OutlineMove[],
): Promise<void> {
  const places = new Map(moves.map(({ type, id, projectId }) => [outlineKey(type, id), projectId]));
  return inOneTransaction(database, async () => {
    for (const projectId of new Set(places.values())) {
      if (projectId !== null && !(await findRow(database, 'projects', projectId))) {
        throw notFound('projects', projectId);
      }
    }
    await changeAll(database, moves, (type, row) =>
      inProject(type, row, places.get(outlineKey(type, idOf(row.id))) ?? null),
    );
  });
}

/** Deletes for good, projects with all that is in them. */
export function deleteItems(
  database: LiteChatDatabase,
  items: readonly OutlineReference[],
): Promise<void> {
  return inOneTransaction(database, async () => {
    await deleteConversations(database, idsOf(items, 'conversation'));
    for (const id of idsOf(items, 'project')) {
      await deleteProject(database, id, { conversations: 'delete' });
    }
  });
}

/** Of items in the trash, those that were put there before a time; all, unless it is given. */
export function trashedBefore(
  database: LiteChatDatabase,
  items: readonly OutlineReference[],
  before?: Date,
): Promise<OutlineReference[]> {
  return run(database, async () => {
    const found: OutlineReference[] = [];
    for (const { type, id } of items) {
      const row = await findRow(database, outlineTables[type], id);
      const { trashedAt } = marksIn(row ?? {});
      if (isIsoDate(trashedAt) && (!before || new Date(trashedAt) < before))
        found.push({ type, id });
    }
    return found;
  });
}

/** So many rows are read and written together. */
const AT_ONCE = 1000;

const noIds: ReadonlySet<string> = new Set();

/** The projects in the trash with those below them, but for those that come out of it now. */
async function trashedProjects(
  database: LiteChatDatabase,
  restored: readonly OutlineReference[],
): Promise<ReadonlySet<string>> {
  const rows = await database.projects.toArray();
  const back = new Set(restored.flatMap(({ type, id }) => (type === 'project' ? [id] : [])));
  const isTrashed = (row: Project): boolean =>
    isIsoDate(marksIn(row).trashedAt) && !back.has(idOf(row.id));
  const gone = new Set(rows.filter(isTrashed).map(({ id }) => idOf(id)));
  // A project may come before the one that it is in.
  for (let size = -1; size !== gone.size;) {
    size = gone.size;
    for (const { id, parentId } of rows) if (gone.has(idOf(parentId))) gone.add(idOf(id));
  }
  return gone;
}

const idsOf = (items: readonly OutlineReference[], type: SidebarItemType): string[] =>
  items.filter((item) => item.type === type).map(({ id }) => id);

const parentOf = (type: SidebarItemType, row: Conversation | Project): string =>
  idOf(Reflect.get(row, type === 'project' ? 'parentId' : 'projectId'));

function inProject<Row extends Conversation | Project>(
  type: SidebarItemType,
  row: Row,
  projectId: string | null,
): Row {
  return { ...row, [type === 'project' ? 'parentId' : 'projectId']: projectId };
}

type Edit = <Row extends Conversation | Project>(type: SidebarItemType, row: Row) => Row;

/** A request to the browser for each item would take minutes for a hundred thousand of them. */
async function changeAll(
  database: LiteChatDatabase,
  items: readonly OutlineReference[],
  edit: Edit,
): Promise<void> {
  for (const type of ['project', 'conversation'] as const) {
    const ids = idsOf(items, type);
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await change(database, type, ids.slice(start, start + AT_ONCE), edit);
    }
  }
}

async function change(
  database: LiteChatDatabase,
  type: SidebarItemType,
  ids: readonly string[],
  edit: Edit,
): Promise<void> {
  const table = outlineTables[type];
  const stored = await tableOf(database, table).where(':id').anyOf(ids.flatMap(keysOf)).toArray();
  // Of two under one id, the one under a text comes last and counts.
  const rows = new Map(stored.map((row) => [idOf(row.id), row]));
  const missing = ids.find((id) => !rows.has(id));
  if (missing !== undefined) throw notFound(table, missing);
  await putRows(
    database,
    table,
    [...rows.values()].map((row) => edit(type, row)),
  );
}

function inOneTransaction(database: LiteChatDatabase, work: () => Promise<void>): Promise<void> {
  const tables = [database.conversations, database.projects, database.interactions];
  return run(database, () => database.transaction('rw', tables, work));
}
