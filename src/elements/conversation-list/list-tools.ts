import type { LitElement, TemplateResult } from 'lit';
import { html } from 'lit';
import type { EmptiedStorage } from '../../database/data-witness.js';
import '../../locales/en-with-tools.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import { addStyles } from '../shared/add-styles.js';
import { dialog } from '../shared/dialog.styles.js';
import { BatchCommands, type BatchCommandParts } from './batch-commands.js';
import { icon } from '../shared/icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { emptiedMessage, type EmptiedActions } from './emptied-message.js';
import { isolated } from './isolated.js';
import { MarkBar } from './mark-bar.js';
import { marked } from './marked.styles.js';
import { notKept } from './not-kept.styles.js';
import { menuItems, type MenuActions } from './menu-items.js';
import { moveDialog } from './move-dialog.styles.js';
import { openShelf } from './open-shelf.styles.js';
import { shelfEmpty, shelfHeader } from './open-shelf.js';
import { RowDrag } from './row-drag.js';
import { RowMenu } from './row-menu.js';
import { rowMenu } from './row-menu.styles.js';
import { toast } from './toast.styles.js';
import type { PutAway } from './shelf-bar.js';
import { shownTitle } from './tree-row.js';

/**
 * Menus, dialogs, the bar for what is marked, dragging and the offer to undo: what shows itself when
 * asked for.
 */
export class ListTools {
  readonly batch: BatchCommands;
  readonly menu: RowMenu;
  readonly bar: MarkBar;
  readonly drag: RowDrag;
  readonly #host: LitElement;
  readonly #parts: BatchCommandParts;

  constructor(host: LitElement, parts: BatchCommandParts) {
    addStyles(host, [dialog, rowMenu, moveDialog, marked, toast, openShelf, notKept]);
    this.#host = host;
    this.#parts = parts;
    this.menu = new RowMenu(host);
    this.batch = new BatchCommands(host, parts);
    this.bar = new MarkBar(host, { ...parts, batch: this.batch, menu: this.menu });
    const drop = (items: readonly OutlineItem[], projectId: string | null): void =>
      void this.batch.moveInto(items, projectId);
    this.drag = new RowDrag(host, { ...parts, drop });
  }

  /**
   * The menu of a row, or of all that is marked where the row is.
   *
   * @param anchor What it opens at: an element, or the place of the pointer.
   * @param own What the list does itself.
   */
  openMenu(
    item: OutlineItem,
    anchor: Element | DOMRect,
    own: Pick<
      MenuActions,
      'createConversation' | 'createProject' | 'rename' | 'select' | 'duplicate'
    >,
  ): void {
    const { batch } = this;
    const { localize, marks } = this.#parts;
    const items = marks.with(item);
    const entries = menuItems(items, localize, {
      ...own,
      move: () => void batch.move(items),
      pin: (isPinned) => void batch.pin(items, isPinned),
      archive: (isArchived) => void batch.archive(items, isArchived),
      export: (format) => void batch.export(items, format),
      delete: () => void batch.delete(items),
      restore: () => void batch.restore(items),
      deleteForever: () => void batch.deleteForever(items),
    });
    const label =
      items.length > 1
        ? localize.term('actionsForItems', items.length)
        : localize.term('actionsFor', isolated(shownTitle(item, localize)));
    void this.menu.open(item.key, anchor, label, entries);
  }

  /** What stands above the rows of a shelf. */
  renderShelfHeader(shelf: PutAway, isEmpty: boolean, back: () => void): TemplateResult {
    const mayEmpty = shelf === 'trashed' && !isEmpty;
    return shelfHeader(this.#parts.localize, shelf, {
      back,
      emptyTrash: mayEmpty ? () => void this.batch.emptyTrash() : undefined,
    });
  }

  /** What stands in the place of the rows where there are none. */
  renderShelfEmpty(shelf: PutAway, back: () => void): TemplateResult {
    return shelfEmpty(this.#parts.localize, shelf, back);
  }

  /** What stands in the place of the rows where conversations are gone that nobody has deleted. */
  renderEmptied(emptied: EmptiedStorage, actions: EmptiedActions): TemplateResult {
    const { dismiss } = actions;
    const dismissed = (): void => {
      dismiss?.();
      void moveFocus(this.#host, '[part=empty] button');
    };
    return emptiedMessage(this.#parts.localize, emptied, {
      ...actions,
      dismiss: dismiss && dismissed,
    });
  }

  /** At the foot of a list whose database goes with the page. */
  renderNotKept(): TemplateResult {
    const { localize } = this.#parts;
    return html`
      <div class="not-kept" part="not-persistent" role="status">
        ${icon('info')}
        <bdi>
          <strong>${localize.term('notPersistent')}</strong>
          ${localize.term('notPersistentDetail')}
        </bdi>
      </div>
    `;
  }

  /** What floats above the list. */
  render(): TemplateResult {
    return html`${this.menu.render()} ${this.batch.confirm.render()} ${this.batch.moving.render()}`;
  }
}
