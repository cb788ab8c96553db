import type { LitElement } from 'lit';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { LazyPart } from '../shared/lazy-part.js';
import type { ItemCommands } from './item-commands.js';
import type { ListTools } from './list-tools.js';
import type { MarkedItems } from './marked-items.js';
import type { Renaming } from './renaming.js';
import type { RowFocus } from './row-focus.js';
import { TreeKeys, type TreeCommand } from './tree-keys.js';
import type { TreeView } from './tree-view.js';

export interface TreeGestureParts {
  view: TreeView;
  focus: RowFocus;
  renaming: Renaming;
  marks: MarkedItems;
  commands: ItemCommands;
  tools: LazyPart<ListTools>;
}

/** Turns what the user does on the rows into commands; listens on the tree for all of them. */
export class TreeGestures {
  readonly #host: LitElement;
  readonly #parts: TreeGestureParts;
  #closing: OutlineItem | undefined;
  readonly #keys = new TreeKeys();

  constructor(host: LitElement, parts: TreeGestureParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The press that closes an open menu, as any does, must not open it again. */
  readonly onPointerdown = (event: Event): void => {
    const item = this.#itemOf(event);
    this.#closing = item?.key === this.#parts.commands.openMenuKey ? item : undefined;
  };

  readonly onClick = (event: MouseEvent): void => {
    const { commands, marks } = this.#parts;
    const item = this.#itemOf(event);
    if (!item || !(event.target instanceof Element)) return;
    const more = event.target.closest('.more');
    const isClosing = item === this.#closing;
    this.#closing = undefined;
    if (more && isClosing) commands.closeMenu();
    else if (more) commands.openMenu(item, more);
    else if (event.target.closest('.rename')) return;
    else if (event.shiftKey) marks.extendTo(item, commands.selectedKey);
    else if (event.ctrlKey || event.metaKey) marks.toggle(item);
    else if (event.target.closest('.toggle')) commands.toggle(item);
    else if (marks.isSelecting) marks.toggle(item);
    else commands.choose(item);
  };

  readonly onContextMenu = (event: MouseEvent): void => {
    const { commands, renaming } = this.#parts;
    const item = this.#itemOf(event);
    if (!item || item.key === renaming.key) return;
    event.preventDefault();
    commands.openMenu(item, new DOMRect(event.clientX, event.clientY));
  };

  readonly onFocus = (event: Event): void => {
    const item = this.#itemOf(event);
    if (item) this.#parts.focus.noteFocus(item.key);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const item = this.#itemOf(event);
    const { target } = event;
    if (!item || !(target instanceof Element) || target.matches('.rename')) return;
    if (target.matches('.more') && (event.key === 'Enter' || event.key === ' ')) return;
    const { rows } = this.#parts.view;
    const index = rows.indexOf(item);
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const page = rowsInSight(target);
    const { isMarking } = this.#parts.marks;
    const command = this.#keys.command(event, rows, index, { isRightToLeft, page, isMarking });
    if (!command) return;
    event.preventDefault();
    this.#obey(command, item);
  };

  #itemOf({ target }: Event): OutlineItem | undefined {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    return this.#parts.view.item(row?.dataset['key']);
  }

  #obey(command: TreeCommand, item: OutlineItem): void {
    const { commands, tools, marks, focus } = this.#parts;
    switch (command.do) {
      case 'focus':
        return focus.move(command.key);
      case 'extend':
        marks.extendFrom(item, command.key);
        return focus.move(command.key);
      case 'mark':
        return marks.toggle(item);
      case 'mark-range':
        return marks.extendTo(item, commands.selectedKey);
      case 'mark-all':
        return marks.all();
      case 'unmark':
        return marks.clear(item.key);
      case 'open':
      case 'close':
        return commands.toggle(item, command.do === 'open');
      case 'open-siblings':
        return commands.openSiblings(item);
      case 'select':
        return commands.choose(item);
      case 'rename':
        return commands.rename(item);
      case 'delete': {
        const items = marks.size > 0 ? marks.topmost() : [item];
        return tools.use(({ batch }) => void batch.delete(items));
      }
      case 'menu': {
        const row = focus.rowElement(item.key);
        const more = row?.querySelector('.more');
        // While rows are marked by taps, the button is not there.
        const anchor = more && more.getClientRects().length > 0 ? more : row;
        if (anchor) commands.openMenu(item, anchor);
      }
    }
  }
}

/** How many rows of the target's tree are in sight at once, less one that stays for orientation. */
function rowsInSight(target: Element): number {
  const tree = target.closest('.tree')?.clientHeight ?? 0;
  const row = target.closest('.row')?.clientHeight ?? 0;
  // In a page that scrolls as a whole, the tree is higher than the window.
  return row === 0 ? 1 : Math.max(1, Math.floor(Math.min(tree, innerHeight) / (row + 1)) - 1);
}
