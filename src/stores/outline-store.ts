import type { Conversation, Project } from '../model/entities.js';
import { conversationEvent, projectEvent, type SidebarItemType } from '../model/events.js';
import {
  outlineEntryOf,
  outlineKey,
  type OutlineEntry,
  type OutlineKey,
  type OutlineReference,
} from '../model/outline.js';
import type { ProjectConversations } from '../persistence/cascades.js';
import type { Saveable } from '../persistence/persistence.js';
import { onDemand } from '../on-demand.js';
import type { OutlineMove } from '../persistence/outline-items.js';
import { newRow } from '../persistence/rows.js';
import { LiveOutline, type EntryChange } from './live-outline.js';
import {
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import type { OutlineOrder, OutlineTree } from './outline-tree.js';
import { RememberedView } from './outline-view.js';
import { TitleAtHand } from './title-at-hand.js';

/**
 * The tree of projects and conversations for lists of any length: it is there at once, and no action
 * on it reads more than the rows that it changes.
 */
export interface OutlineState extends LiveState {
  /** The same object all the time; `revision` tells when to ask it again. */
  tree: OutlineTree;
  revision: number;
  /** Whether the tree holds everything; until then, all projects and the newest conversations. */
  isComplete: boolean;

  order: OutlineOrder;
  /** The keys of the projects that are expanded; remembered from one visit to the next. */
  expanded: ReadonlySet<string>;

  setOrder(order: OutlineOrder): void;
  /** Gives what is expanded from then on. */
  expand(keys: readonly string[], isExpanded?: boolean): ReadonlySet<string>;
  /** Resolves to the id. */
  addConversation(conversation: Partial<Saveable<Conversation>>): Promise<string>;
  /** Resolves to the id. */
  addProject(project: Partial<Saveable<Project>>): Promise<string>;
  /** Gives a conversation another title, or a project another name. */
  rename(item: OutlineReference, title: string): Promise<void>;
  /** Gets the title of an item ready to be written by a page that is about to go. */
  followTitle(item: OutlineReference): TitleAtHand;
  /** Puts above the others, or back among them. */
  pin(items: readonly OutlineReference[], isPinned?: boolean): Promise<void>;
  /** Puts away, with all that is in it, or back. */
  archive(items: readonly OutlineReference[], isArchived?: boolean): Promise<void>;
  /** Puts into the trash, with all that is in it. */
  trash(items: readonly OutlineReference[]): Promise<void>;
  /** Takes out of the trash; what was in a project that is still there comes to the top level. */
  restore(items: readonly OutlineReference[]): Promise<void>;
  /** Moves into a project, or to the top level with null. */
  move(items: readonly OutlineReference[], projectId: string | null): Promise<void>;
  /** Moves each to a place of its own. */
  place(moves: readonly OutlineMove[]): Promise<void>;
  /** Deletes for good, with all that is in it or as the option says. */
  delete(item: OutlineReference, options?: { conversations?: ProjectConversations }): Promise<void>;
  /** Deletes several for good, each with all that is in it. */
  deleteAll(items: readonly OutlineReference[]): Promise<void>;
  /** Deletes for good what is in the trash, or what was put there before a time; resolves to it. */
  emptyTrash(before?: Date): Promise<readonly OutlineReference[]>;
}

export type { OutlineMove };

/** What is in the trash for longer than that is deleted for good: 30 days. */
const TRASH_MILLISECONDS = 30 * 24 * 3_600_000;

/** Of no use before somebody acts on several items, or there is a trash to be emptied. */
const itemActions = onDemand(() => import('../persistence/outline-items.js'));

const keyOf = ({ type, id }: OutlineReference): OutlineKey => outlineKey(type, id);

export function createOutlineStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<OutlineState> {
  const outline = new LiveOutline(persistence.database, () => purge());
  const { tree } = outline;
  const view = new RememberedView(persistence.database, () => {
    if (view.order !== tree.order) outline.setOrder(view.order);
    store.setState({ order: view.order, expanded: view.expanded });
  });
  const purge = async (): Promise<void> => {
    if (tree.trashed().length === 0) return;
    await store.getState().emptyTrash(new Date(Date.now() - TRASH_MILLISECONDS));
  };

  const change = <Result>(
    item: OutlineReference,
    change: EntryChange,
    write: () => Promise<Result>,
  ): Promise<Result> => outline.optimistically(new Map([[keyOf(item), change]]), write);

  const changeAll = <Item extends OutlineReference>(
    items: readonly Item[],
    edit: (entry: OutlineEntry, item: Item) => OutlineEntry,
    write: () => Promise<void>,
  ): Promise<void> => {
    const edits: [OutlineKey, EntryChange][] = items.map((item) => [
      keyOf(item),
      (entry) => entry && edit(entry, item),
    ]);
    return outline.optimistically(new Map(edits), write);
  };

  const act = async <Result>(
    work: (use: typeof import('../persistence/outline-items.js')) => Promise<Result>,
  ): Promise<Result> => work(itemActions.loaded ?? (await itemActions.load()));

  const tellDeleted = ({ type, id }: OutlineReference): void => {
    if (type === 'project') events.emit(projectEvent.deleted, { projectId: id });
    else events.emit(conversationEvent.conversationDeleted, { conversationId: id });
  };

  const add = async (
    type: SidebarItemType,
    row: Conversation | Project,
    write: () => Promise<string>,
  ): Promise<string> => change({ type, id: row.id }, () => outlineEntryOf(type, row), write);

  const store = createLiveStore<OutlineState>({
    lists: [outline],
    watches: [view],
    shown: () => {
      const { revision, isComplete } = outline.state.getState();
      return { revision, isComplete };
    },
    state: () => ({
      status: { state: 'idle' },
      tree,
      revision: 0,
      isComplete: false,
      order: view.order,
      expanded: view.expanded,

      setOrder: (order) => view.setOrder(order),
      expand: (keys, isExpanded = true) => view.expand(keys, isExpanded),

      async addConversation(draft) {
        const conversation = newRow('conversations', { title: '', projectId: null, ...draft });
        const id = await add('conversation', conversation, () =>
          persistence.saveConversation(conversation),
        );
        events.emit(conversationEvent.conversationAdded, { conversation });
        return id;
      },

      async addProject(draft) {
        const project = newRow('projects', { name: '', parentId: null, ...draft });
        const id = await add('project', project, () => persistence.saveProject(project));
        events.emit(projectEvent.added, { project });
        return id;
      },

      async rename(item, title) {
        const updatedAt = new Date();
        const renamed: EntryChange = (entry) =>
          entry && { ...entry, title, updatedAt: updatedAt.getTime() };
        if (item.type === 'project') {
          const updates = { name: title, updatedAt };
          await change(item, renamed, () => persistence.updateRecord('projects', item.id, updates));
          events.emit(projectEvent.updated, { projectId: item.id, updates });
        } else {
          const updates = { title, updatedAt };
          await change(item, renamed, () =>
            persistence.updateRecord('conversations', item.id, updates),
          );
          events.emit(conversationEvent.conversationUpdated, { conversationId: item.id, updates });
        }
      },

      followTitle: (item) => new TitleAtHand(persistence, item),

      pin: (items, isPinned = true) =>
        changeAll(
          items,
          (entry) => ({ ...entry, isPinned }),
          () => act((use) => use.setMarks(persistence.database, items, { pinned: isPinned })),
        ),

      archive: (items, isArchived = true) =>
        changeAll(
          items,
          (entry) => ({ ...entry, isArchived }),
          () => act((use) => use.setMarks(persistence.database, items, { archived: isArchived })),
        ),

      trash: (items) =>
        changeAll(
          items,
          (entry) => ({ ...entry, isTrashed: true }),
          () => act((use) => use.setMarks(persistence.database, items, { trashed: true })),
        ),

      restore: (items) =>
        changeAll(
          items,
          (entry) => ({ ...entry, isTrashed: false }),
          () => act((use) => use.setMarks(persistence.database, items, { trashed: false })),
        ),

      async move(items, projectId): Promise<void> {
        await store.getState().place(items.map(({ type, id }) => ({ type, id, projectId })));
      },

      async place(moves) {
        await changeAll(
          moves,
          (entry, { projectId }) => ({ ...entry, parentId: projectId ?? '' }),
          () => act((use) => use.moveItems(persistence.database, moves)),
        );
        for (const { type, id, projectId } of moves) {
          if (type === 'project') {
            events.emit(projectEvent.updated, { projectId: id, updates: { parentId: projectId } });
          } else {
            const updates = { projectId };
            events.emit(conversationEvent.conversationUpdated, { conversationId: id, updates });
          }
        }
      },

      async emptyTrash(before) {
        await outline.whole();
        const items = await act((use) =>
          use.trashedBefore(persistence.database, tree.trashed(), before),
        );
        await outline.optimistically(
          new Map(items.map((item) => [keyOf(item), () => undefined])),
          () => act((use) => use.deleteItems(persistence.database, items)),
        );
        items.forEach(tellDeleted);
        return items;
      },

      async delete(item, options) {
        const { id, type } = item;
        if (type === 'conversation') {
          await change(
            item,
            () => undefined,
            () => persistence.deleteConversation(id),
          );
          tellDeleted(item);
          return;
        }
        await outline.follow();
        const doomed = tree.projectsWithin(id);
        await outline.optimistically(
          new Map(doomed.map((project) => [outlineKey('project', project), () => undefined])),
          () => persistence.deleteProject(id, options),
        );
        for (const projectId of doomed) tellDeleted({ type: 'project', id: projectId });
      },

      async deleteAll(items) {
        await outline.follow();
        const doomed = items.flatMap((item) =>
          item.type === 'conversation'
            ? [item]
            : tree.projectsWithin(item.id).map((id): OutlineReference => ({ type: 'project', id })),
        );
        await outline.optimistically(
          new Map(doomed.map((item) => [keyOf(item), () => undefined])),
          () => act((use) => use.deleteItems(persistence.database, items)),
        );
        doomed.forEach(tellDeleted);
      },

      getRegisteredActionHandlers: () => [],
    }),
  });
  return store;
}
