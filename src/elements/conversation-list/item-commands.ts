import type { LocalizeController } from '@shoelace-style/localize';
import { html, type LitElement } from 'lit';
import { outlineKey } from '../../model/outline.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineState } from '../../stores/outline-store.js';
import { outlineOrders } from '../../stores/outline-tree.js';
import type { Translation } from '../../locales/translation.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { DeleteDialog } from './delete-dialog.js';
import { isolated } from './isolated.js';
import type { ListActions } from './list-actions.js';
import { menuItems } from './menu-items.js';
import { MoveDialog } from './move-dialog.js';
import type { Renaming } from './renaming.js';
import type { RowFocus } from './row-focus.js';
import { RowMenu } from './row-menu.js';
import { shownTitle } from './tree-row.js';
import { UndoToast } from './undo-toast.js';
import type { TreeView } from './tree-view.js';

export interface ItemCommandParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  focus: RowFocus;
  renaming: Renaming;
  actions: ListActions;
  outline: () => OutlineState | undefined;
}

/** What a user can ask for by click, key or menu, with the questions that belong to it. */
export class ItemCommands {
  readonly #host: LitElement;
  readonly #parts: ItemCommandParts;
  readonly menu: RowMenu;
  readonly dialog: DeleteDialog;
  readonly confirm: ConfirmDialog;
  readonly moving: MoveDialog;
  readonly toast: UndoToast;

  constructor(host: LitElement, parts: ItemCommandParts) {
    this.#host = host;
    this.#parts = parts;
    this.menu = new RowMenu(host);
    this.dialog = new DeleteDialog(host, parts.localize);
    this.confirm = new ConfirmDialog(host, parts.localize);
    this.moving = new MoveDialog(host, parts.localize);
    this.toast = new UndoToast(host, parts.localize);
  }

  /** A project opens when it is selected; chosen again, it closes or opens. */
  choose(item: OutlineItem): void {
    const { actions } = this.#parts;
    const wasSelected = item === this.#selected;
    actions.select(item);
    if (item.type === 'project') this.toggle(item, wasSelected ? undefined : true);
  }

  toggle(item: OutlineItem, isOpen?: boolean): void {
    const { view } = this.#parts;
    const row = view.rows.row(view.rows.indexOf(item));
    view.setOpen([item], isOpen ?? row?.isExpanded !== true);
    this.#host.requestUpdate();
  }

  /** Opens every project beside the item, itself among them. */
  openSiblings(item: OutlineItem): void {
    const { view } = this.#parts;
    const siblings = view.siblingsOf(item).filter(({ children }) => children.length > 0);
    view.setOpen(siblings, true);
    this.#host.requestUpdate();
  }

  /** What was put away keeps its name. */
  rename(item: OutlineItem): void {
    if (item.shelf === 'active') this.#parts.renaming.start(item);
  }

  /** @param anchor What the menu opens at: an element, or the place of the pointer. */
  openMenu(item: OutlineItem, anchor: Element | DOMRect): void {
    const { localize, actions } = this.#parts;
    const items = menuItems(item, localize, {
      createConversation: () => void this.createConversation(item.id),
      createProject: () => void this.createProject(item.id),
      rename: () => this.rename(item),
      move: () => void this.move(item),
      duplicate: () => void this.duplicate(item),
      pin: (isPinned) => void actions.pin(item, isPinned),
      archive: (isArchived) => void this.archive(item, isArchived),
      export: (format) => void actions.export(item, format),
      delete: () => void this.delete(item),
      restore: () => void actions.restore(item),
      deleteForever: () => void this.deleteForever(item),
    });
    const label = localize.term('actionsFor', isolated(shownTitle(item, localize)));
    void this.menu.open(item.key, anchor, label, items);
  }

  /** @param anchor The button that opens it. */
  openOrderMenu(anchor: Element): void {
    const { localize, outline } = this.#parts;
    const state = outline();
    const items = outlineOrders.map((order) => ({
      label: localize.term(`order_${order}`),
      isChecked: order === state?.order,
      run: () => state?.setOrder(order),
    }));
    void this.menu.open('', anchor, localize.term('sort'), items);
  }

  /** @param projectId The project at hand unless given. */
  async createConversation(projectId = this.#projectAtHand): Promise<void> {
    this.#showAll();
    await this.#parts.actions.createConversation(projectId);
  }

  /** Adds a project, whose name can be typed at once. */
  async createProject(parentId = this.#selectedProject): Promise<void> {
    const { localize, view, actions } = this.#parts;
    this.#showAll();
    const id = await actions.createProject(localize.term('newProject'), parentId);
    await this.#host.updateComplete;
    const item = view.item(outlineKey('project', id ?? ''));
    if (!item) return;
    view.reveal(item);
    this.rename(item);
  }

  /** Into the trash; what is there already, for good. */
  async delete(item: OutlineItem): Promise<void> {
    const { localize, actions } = this.#parts;
    if (item.shelf === 'trashed') return this.deleteForever(item);
    if (!actions.mayDelete(item)) return;
    if (!(await actions.trash(item))) return;
    const words = localize.term('movedToTrash', isolated(shownTitle(item, localize)));
    this.toast.show({ words, undo: () => void actions.restore(item) });
  }

  async archive(item: OutlineItem, isArchived: boolean): Promise<void> {
    const { localize, actions } = this.#parts;
    if (!(await actions.archive(item, isArchived)) || !isArchived) return;
    const words = localize.term('movedToArchive', isolated(shownTitle(item, localize)));
    this.toast.show({ words, undo: () => void actions.archive(item, false) });
  }

  /** Asks where to. */
  async move(item: OutlineItem): Promise<void> {
    const destinations = this.#parts.view.destinationsFor(item);
    const answer = await this.moving.ask({ item, destinations });
    if (answer) await this.moveInto(item, answer.projectId);
  }

  /** Into a project, which opens, or to the top level. */
  async moveInto(item: OutlineItem, projectId: string | null): Promise<void> {
    const { view, actions, focus } = this.#parts;
    if (projectId === (item.parent?.id ?? null)) return;
    if (!(await actions.move(item, projectId))) return;
    view.reveal(item);
    focus.move(item.key);
  }

  async duplicate(item: OutlineItem): Promise<void> {
    const { localize, actions } = this.#parts;
    await actions.duplicate(item, localize.term('copyOf', shownTitle(item, localize)));
  }

  async deleteForever(item: OutlineItem): Promise<void> {
    const { localize, view, actions } = this.#parts;
    if (!actions.mayDelete(item)) return;
    const isSure = await this.dialog.ask({
      type: item.type,
      title: shownTitle(item, localize),
      ...view.contentsOf(item),
    });
    if (isSure) await actions.delete(item);
  }

  async emptyTrash(): Promise<void> {
    const { localize, view, actions } = this.#parts;
    const isSure = await this.confirm.ask({
      title: localize.term('emptyTrashTitle', view.count('trashed')),
      content: html`<p>${localize.term('emptyTrashWords')}</p>`,
      action: localize.term('emptyTrash'),
      isDangerous: true,
    });
    if (isSure) await actions.emptyTrash();
  }

  get #selected(): OutlineItem | undefined {
    const { view, actions } = this.#parts;
    return actions.selected && view.item(outlineKey(actions.selected.type, actions.selected.id));
  }

  get #selectedProject(): string | null {
    return this.#selected?.type === 'project' ? this.#selected.id : null;
  }

  /** The selected project, or that of the selected conversation. */
  get #projectAtHand(): string | null {
    return this.#selectedProject ?? this.#selected?.parent?.id ?? null;
  }

  /** A search would hide what is new. */
  #showAll(): void {
    this.#parts.view.shelf = 'active';
    this.#host.requestUpdate();
  }
}
