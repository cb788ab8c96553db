import type { PersistenceContext } from '../../context/persistence-context.js';
import { LiteChatError } from '../../errors.js';
import type { SidebarItemType } from '../../model/events.js';
import { outlineKey } from '../../model/outline.js';
import type { SearchHit } from '../../persistence/search/search-types.js';
import type { OutlineMove, OutlineState } from '../../stores/outline-store.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import type { ItemRef, MarkEvent } from './list-events.js';

interface Host extends EventTarget {
  readonly context: PersistenceContext | undefined;
  selected: string | null;
}

export interface ListActionParts {
  /** Resolves to what to act on, or to undefined where that cannot be expected. */
  whenReady: () => Promise<PersistenceContext | undefined>;
  /** Called with the error of an action, and with undefined as the next begins. */
  failed: (error: unknown) => void;
}

/**
 * What a user can do to the items of the list. Each action asks first by a cancelable event, acts,
 * and tells by an event that it is done; one that fails has changed nothing.
 */
export class ListActions {
  readonly #host: Host;
  readonly #parts: ListActionParts;

  constructor(host: Host, parts: ListActionParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** What the store has selected at this moment, be it shown already or not. */
  get selected(): ItemRef | undefined {
    const { itemId: id = null, itemType: type = null } =
      this.#host.context?.stores.selection.getState() ?? {};
    return id !== null && type !== null ? { id, type } : undefined;
  }

  /** @param isThere Whether it is in the list; what is not may still come, and does not go. */
  select({ id, type }: ItemRef, isThere = true): void {
    const { selected } = this;
    if (id === selected?.id && type === selected.type) return;
    const store = this.#host.context?.stores.selection.getState();
    if (store) store.select(id, type, isThere);
    // Taken over by the store when it is there.
    else this.#host.selected = id;
    announce(this.#host, 'litechat-selection-changed', { id, type });
  }

  /** Selects the conversation of a message, whose views bring that into sight. */
  openHit({ conversationId, interactionId, role }: SearchHit): void {
    const { outline, selection } = this.#host.context?.stores ?? {};
    // Messages may have outlived their conversation, and can be read all the same.
    const item = outline?.getState().tree.item(outlineKey('conversation', conversationId));
    this.select({ id: conversationId, type: 'conversation' }, item !== undefined);
    selection?.getState().reveal({ conversationId, interactionId, role });
    announce(this.#host, 'litechat-search-hit-opened', { conversationId, interactionId });
  }

  /** For when the selected item is no longer there. */
  announceNoSelection(): void {
    announce(this.#host, 'litechat-selection-changed', { id: null, type: null });
  }

  /** Resolves to the id of the new conversation, which is selected. */
  async createConversation(projectId: string | null): Promise<string | undefined> {
    const request = { type: 'conversation', projectId } as const;
    if (!mayGoOn(this.#host, 'litechat-create-requested', request)) return undefined;
    return this.#attempt(async ({ stores }) => {
      const id = await stores.outline.getState().addConversation({ title: '', projectId });
      announce(this.#host, 'litechat-conversation-created', { id, projectId });
      this.select({ id, type: 'conversation' });
      return id;
    });
  }

  /** Resolves to the id of the new project. */
  async createProject(name: string, parentId: string | null): Promise<string | undefined> {
    const request = { type: 'project', projectId: parentId } as const;
    if (!mayGoOn(this.#host, 'litechat-create-requested', request)) return undefined;
    return this.#attempt(async ({ stores }) => {
      const id = await stores.outline.getState().addProject({ name, parentId });
      announce(this.#host, 'litechat-project-created', { id, parentId });
      return id;
    });
  }

  /** @param keep Called at once if the page lets it be renamed. */
  async rename({ id, type }: ItemRef, title: string, keep?: () => void): Promise<void> {
    if (!mayGoOn(this.#host, 'litechat-rename-requested', { id, type, title })) return;
    keep?.();
    await this.#attempt(async ({ stores }) => {
      await stores.outline.getState().rename({ id, type }, title);
      announce(this.#host, 'litechat-renamed', { id, type, title });
    });
  }

  /** Those that the page lets be deleted; nothing is deleted yet. */
  deletable<Item extends ItemRef>(items: readonly Item[]): Item[] {
    return items.filter(({ id, type }) =>
      mayGoOn(this.#host, 'litechat-delete-requested', { id, type }),
    );
  }

  /** Into the trash, with all that is in them. Resolves to whether they are there. */
  async trash(items: readonly ItemRef[]): Promise<boolean> {
    return this.#mark(items, 'litechat-trashed', ({ trash }) => trash(items));
  }

  async restore(items: readonly ItemRef[]): Promise<boolean> {
    return this.#mark(items, 'litechat-untrashed', ({ restore }) => restore(items));
  }

  async archive(items: readonly ItemRef[], isArchived: boolean): Promise<boolean> {
    const told = isArchived ? 'litechat-archived' : 'litechat-unarchived';
    return this.#mark(items, told, ({ archive }) => archive(items, isArchived));
  }

  async pin(items: readonly ItemRef[], isPinned: boolean): Promise<boolean> {
    const told = isPinned ? 'litechat-pinned' : 'litechat-unpinned';
    return this.#mark(items, told, ({ pin }) => pin(items, isPinned));
  }

  /** Makes a conversation with the same messages, which is selected. */
  async duplicate({ id }: ItemRef, title: string): Promise<void> {
    await this.#attempt(async ({ importExport }) => {
      const { conversation, interactions } = await importExport.exportConversationData(id);
      const projectId = conversation.projectId ?? null;
      if (!mayGoOn(this.#host, 'litechat-create-requested', { type: 'conversation', projectId })) {
        return;
      }
      const copy = {
        conversation: { ...conversation, title, updatedAt: new Date() },
        interactions,
      };
      const file = new Blob([JSON.stringify(copy)]);
      const [made = ''] = (await importExport.importConversation(file)).conversationIds;
      announce(this.#host, 'litechat-conversation-created', { id: made, projectId });
      this.select({ id: made, type: 'conversation' });
    });
  }

  /**
   * Each into a project, or to the top level with null. Resolves to those that are there then, or to
   * undefined after a failure.
   */
  async move(moves: readonly OutlineMove[]): Promise<OutlineMove[] | undefined> {
    const allowed = moves.filter((move) =>
      mayGoOn(this.#host, 'litechat-move-requested', { ...move }),
    );
    if (allowed.length === 0) return allowed;
    return this.#attempt(async ({ stores }) => {
      await stores.outline.getState().place(allowed);
      for (const move of allowed) announce(this.#host, 'litechat-moved', { ...move });
      return allowed;
    });
  }

  /** For good, with all that is in them. Resolves to whether they are gone. */
  async delete(items: readonly ItemRef[]): Promise<boolean> {
    return this.#mark(items, 'litechat-deleted', ({ deleteAll }) => deleteAll(items));
  }

  async emptyTrash(): Promise<void> {
    await this.#attempt(async ({ stores }) => {
      const items = await stores.outline.getState().emptyTrash();
      for (const { id, type } of items) announce(this.#host, 'litechat-deleted', { id, type });
    });
  }

  /** One change of all, then a word of each. */
  async #mark(
    items: readonly ItemRef[],
    told: MarkEvent,
    change: (outline: OutlineState) => Promise<void>,
  ): Promise<boolean> {
    const isDone = await this.#attempt(async ({ stores }) => {
      await change(stores.outline.getState());
      for (const { id, type } of items) announce(this.#host, told, { id, type });
      this.#letGoOfWhatIsAway();
      return true;
    });
    return isDone === true;
  }

  /** What is in the trash or the archive is not selected in the list any more. */
  #letGoOfWhatIsAway(): void {
    const { selected } = this;
    const tree = this.#host.context?.stores.outline.getState().tree;
    const item = selected && tree?.item(outlineKey(selected.type, selected.id));
    if (item && item.shelf !== 'active') {
      this.#host.context?.stores.selection.getState().select(null, null);
    }
  }

  /** One item as a file of its kind, several as one file with all their conversations. */
  async export(items: readonly ItemRef[], format: 'json' | 'md'): Promise<void> {
    const chosen = items.filter(({ id, type }) =>
      mayGoOn(this.#host, 'litechat-export-requested', { id, type, format }),
    );
    const [first] = chosen;
    if (!first) return;
    await this.#attempt(async ({ importExport }) => {
      const idsOf = (type: SidebarItemType): string[] =>
        chosen.filter((item) => item.type === type).map(({ id }) => id);
      if (chosen.length > 1) {
        const projectIds = idsOf('project');
        await importExport.exportConversations(idsOf('conversation'), format, { projectIds });
      } else if (first.type === 'project') await importExport.exportProject(first.id);
      else await importExport.exportConversation(first.id, format);
      for (const { id, type } of chosen) {
        announce(this.#host, 'litechat-exported', { id, type, format });
      }
    });
  }

  async #attempt<Result>(
    action: (context: PersistenceContext) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { failed, whenReady } = this.#parts;
    try {
      const context = this.#host.context ?? (await whenReady());
      if (!context) return undefined;
      failed(undefined);
      return await action(context);
    } catch (error) {
      if (!(error instanceof LiteChatError)) reportError(error);
      failed(error);
      return undefined;
    }
  }
}
