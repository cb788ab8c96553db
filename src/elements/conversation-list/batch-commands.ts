import type { LocalizeController } from '@shoelace-style/localize';
import { html, type LitElement } from 'lit';
import { outlineKey, type OutlineReference } from '../../model/outline.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineMove } from '../../stores/outline-store.js';
import type { Translation } from '../../locales/translation.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { isolated } from './isolated.js';
import type { ListActions } from './list-actions.js';
import type { MarkedItems } from './marked-items.js';
import { MoveDialog } from './move-dialog.js';
import type { RowFocus } from './row-focus.js';
import { shownTitle } from './tree-row.js';
import { UndoToast } from './undo-toast.js';
import type { TreeView } from './tree-view.js';

export interface BatchCommandParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  focus: RowFocus;
  marks: MarkedItems;
  actions: ListActions;
}

/**
 * What a user can ask for of one item or of several alike, with the questions that belong to it and
 * the offer to take it back.
 */
export class BatchCommands {
  readonly #host: LitElement;
  readonly #parts: BatchCommandParts;
  readonly confirm: ConfirmDialog;
  readonly moving: MoveDialog;
  readonly toast: UndoToast;

  constructor(host: LitElement, parts: BatchCommandParts) {
    this.#host = host;
    this.#parts = parts;
    this.confirm = new ConfirmDialog(host, parts.localize);
    this.moving = new MoveDialog(host, parts.localize);
    this.toast = new UndoToast(host, parts.localize);
  }

  /** Into the trash; what is there already, for good. */
  async delete(items: readonly OutlineItem[]): Promise<void> {
    const { actions } = this.#parts;
    if (items.every(({ shelf }) => shelf === 'trashed')) return this.deleteForever(items);
    const allowed = actions.deletable(items);
    const words = this.#words(allowed, 'movedToTrash', 'itemsMovedToTrash');
    if (!(await this.#act(allowed, () => actions.trash(allowed)))) return;
    this.toast.show({ words, undo: () => void this.#bringBack(actions.restore(allowed), allowed) });
  }

  /** What is archived with its project comes back with it alone. */
  async archive(items: readonly OutlineItem[], isArchived: boolean): Promise<void> {
    const { actions } = this.#parts;
    const chosen = isArchived ? items : items.filter((item) => item.isArchived);
    const words = this.#words(chosen, 'movedToArchive', 'itemsMovedToArchive');
    const isDone = await this.#act(chosen, () => actions.archive(chosen, isArchived));
    if (!isDone || !isArchived) return;
    const undo = (): void => void this.#bringBack(actions.archive(chosen, false), chosen);
    this.toast.show({ words, undo });
  }

  /** Out of the trash; what is there with its project comes back with it alone. */
  async restore(items: readonly OutlineItem[]): Promise<void> {
    const chosen = items.filter((item) => item.isTrashed);
    await this.#act(chosen, () => this.#parts.actions.restore(chosen));
  }

  async pin(items: readonly OutlineItem[], isPinned: boolean): Promise<void> {
    const chosen = items.filter((item) => item.isPinned !== isPinned);
    if (chosen.length > 0) await this.#parts.actions.pin(chosen, isPinned);
  }

  async export(items: readonly OutlineItem[], format: 'json' | 'md'): Promise<void> {
    await this.#parts.actions.export(items, format);
  }

  /** Asks where to. */
  async move(items: readonly OutlineItem[]): Promise<void> {
    const destinations = this.#parts.view.destinationsFor(items);
    const answer = await this.moving.ask({ items, destinations });
    if (answer) await this.moveInto(items, answer.projectId);
  }

  /** Into a project, which opens, or to the top level. */
  async moveInto(items: readonly OutlineItem[], projectId: string | null): Promise<void> {
    const { localize, actions, marks } = this.#parts;
    const places = items.map(placeOf).filter((place) => place.projectId !== projectId);
    const { keys } = marks;
    const moved = await actions.move(places.map((place) => ({ ...place, projectId })));
    if (!moved) marks.markAgain(keys);
    if (!moved || moved.length === 0) return;
    marks.clear();
    this.#show(moved);
    if (moved.length === 1) return;
    // One item is back as quickly by hand; several had places of their own.
    const isMoved = ({ type, id }: OutlineMove): boolean =>
      moved.some((other) => other.type === type && other.id === id);
    const before = places.filter(isMoved);
    this.toast.show({
      words: localize.term('itemsMoved', moved.length),
      undo: () => void actions.move(before).then((back) => this.#show(back ?? [])),
    });
  }

  async deleteForever(items: readonly OutlineItem[]): Promise<void> {
    const { localize, view, actions } = this.#parts;
    const allowed = actions.deletable(items);
    const [item, ...others] = allowed;
    if (!item) return;
    const { projects, conversations } = view.contentsOf(allowed);
    const own = allowed.filter(({ type }) => type === 'project').length;
    const title = isolated(shownTitle(item, localize));
    const question =
      others.length > 0
        ? {
            title: localize.term('deleteItemsTitle', allowed.length),
            words: localize.term(
              'deleteItemsWords',
              projects + own,
              conversations + allowed.length - own,
            ),
          }
        : item.type === 'project'
          ? {
              title: localize.term('deleteProjectTitle', title),
              words: localize.term('deleteProjectWords', projects, conversations),
            }
          : {
              title: localize.term('deleteConversationTitle', title),
              words: localize.term('deleteConversationWords'),
            };
    const isSure = await this.#isSure(question, localize.term('deleteForever'));
    if (isSure) await this.#act(allowed, () => actions.delete(allowed));
  }

  async emptyTrash(): Promise<void> {
    const { localize, view, actions } = this.#parts;
    const question = {
      title: localize.term('deleteItemsTitle', view.count('trashed')),
      words: localize.term('emptyTrashWords'),
    };
    if (await this.#isSure(question, localize.term('emptyTrash'))) await actions.emptyTrash();
  }

  #isSure({ title, words }: { title: string; words: string }, action: string): Promise<boolean> {
    return this.confirm.ask({ title, content: html`<p>${words}</p>`, action, isDangerous: true });
  }

  /** What goes away with the action is marked no more, unless the action fails. */
  async #act(items: readonly OutlineItem[], action: () => Promise<boolean>): Promise<boolean> {
    if (items.length === 0) return false;
    const { marks } = this.#parts;
    const { keys } = marks;
    const isDone = await action();
    if (!isDone) marks.markAgain(keys);
    await this.#host.updateComplete;
    if (keys.size > 0 && marks.size === 0) marks.clear();
    return isDone;
  }

  /** The button that was pressed is gone; the rows are the place to go on. */
  async #bringBack(isBack: Promise<boolean>, items: readonly OutlineItem[]): Promise<void> {
    if (!(await isBack)) return;
    await this.#host.updateComplete;
    this.#show(items);
  }

  /** Opens what the first of them is in, and focuses it. */
  #show([first]: readonly OutlineReference[]): void {
    const { view, focus } = this.#parts;
    const item = first && view.item(outlineKey(first.type, first.id));
    if (!item || item.shelf !== view.shelf) return;
    view.reveal(item);
    focus.move(item.key);
  }

  #words(
    items: readonly OutlineItem[],
    one: 'movedToTrash' | 'movedToArchive',
    several: 'itemsMovedToTrash' | 'itemsMovedToArchive',
  ): string {
    const { localize } = this.#parts;
    const [first, ...others] = items;
    return first && others.length === 0
      ? localize.term(one, isolated(shownTitle(first, localize)))
      : localize.term(several, items.length);
  }
}

/** Where it is now. */
function placeOf({ type, id, parent }: OutlineItem): OutlineMove {
  return { type, id, projectId: parent?.id ?? null };
}
