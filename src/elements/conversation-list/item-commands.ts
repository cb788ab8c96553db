import type { LocalizeController } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import { outlineKey } from '../../model/outline.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { ShownOutline } from '../../stores/outline-snapshot.js';
import { outlineOrders } from '../../stores/outline-tree.js';
import type { Translation } from '../../locales/translation.js';
import type { LazyPart } from '../shared/lazy-part.js';
import type { ListActions } from './list-actions.js';
import type { ListTools } from './list-tools.js';
import type { MarkedItems } from './marked-items.js';
import type { Renaming } from './renaming.js';
import type { RowFocus } from './row-focus.js';
import { shownTitle } from './tree-row.js';
import type { TreeView } from './tree-view.js';

export interface ItemCommandParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  focus: RowFocus;
  renaming: Renaming;
  marks: MarkedItems;
  actions: ListActions;
  tools: LazyPart<ListTools>;
  outline: () => ShownOutline | undefined;
}

/** What a user can ask for of one item by click, key or menu. */
export class ItemCommands {
  readonly #host: LitElement;
  readonly #parts: ItemCommandParts;

  constructor(host: LitElement, parts: ItemCommandParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** A project opens when it is selected; chosen again, it closes or opens. Nothing stays marked. */
  choose(item: OutlineItem): void {
    const { actions, marks } = this.#parts;
    marks.clear(item.key);
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

  /** What was put away keeps its name, and of several at once none gets one. */
  rename(item: OutlineItem): void {
    if (item.shelf === 'active' && this.#parts.marks.size < 2) this.#parts.renaming.start(item);
  }

  /** Marks it, and from here on what is clicked. */
  select(item: OutlineItem): void {
    this.#parts.marks.start(item);
    // The button that opened the menu may be gone meanwhile.
    this.#parts.focus.move(item.key);
  }

  /**
   * The menu of a row, or of all that is marked where the row is.
   *
   * @param anchor What it opens at: an element, or the place of the pointer.
   */
  openMenu(item: OutlineItem, anchor: Element | DOMRect): void {
    this.#parts.tools.use((tools) => {
      tools.openMenu(item, anchor, {
        createConversation: () => void this.createConversation(item.id),
        createProject: () => void this.createProject(item.id),
        rename: () => this.rename(item),
        select: () => this.select(item),
        duplicate: () => void this.duplicate(item),
      });
    });
  }

  /** The key of the row whose menu is open. */
  get openMenuKey(): string | undefined {
    return this.#parts.tools.current?.menu.openKey;
  }

  closeMenu(): void {
    this.#parts.tools.current?.menu.close();
  }

  /** @param anchor The button that opens it. */
  openOrderMenu(anchor: Element): void {
    const { localize, outline } = this.#parts;
    const items = outlineOrders.map((order) => ({
      label: localize.term(`order_${order}`),
      isChecked: order === outline()?.order,
      run: () => outline()?.setOrder(order),
    }));
    this.#parts.tools.use(({ menu }) => void menu.open('', anchor, localize.term('sort'), items));
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

  async duplicate(item: OutlineItem): Promise<void> {
    const { localize, actions } = this.#parts;
    await actions.duplicate(item, localize.term('copyOf', shownTitle(item, localize)));
  }

  get selectedKey(): string | undefined {
    return this.#selected?.key;
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
