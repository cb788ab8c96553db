import { outlineKey } from '../../model/outline.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { SelectionState } from '../../stores/selection-store.js';
import type { TreeView } from './tree-view.js';

/** Keeps the element's `selected` and the store's selection the same, whoever changes which. */
export class Selection {
  /** The key of the selected item, be it in the list or not. */
  key: string | undefined;
  /** Whether the selected item came into the list with this update; it is revealed once. */
  isNew = false;
  /** Whether the store has let go of the selection, be it that the selected item is gone. */
  isCleared = false;
  #followed: string | null = null;
  #wasInList = false;

  /**
   * @param wanted What the element's property says.
   * @returns What it should say.
   */
  follow(wanted: string | null, store: SelectionState | undefined, view: TreeView): string | null {
    this.isCleared = false;
    if (!store) {
      const item = wanted === null ? undefined : find(wanted, view);
      this.#look(item?.key, view);
      return wanted;
    }
    let { itemId: id, itemType: type } = store;
    // The store's own news win; else a difference is a wish of the page.
    if (id === this.#followed && wanted !== id) {
      const item = wanted === null ? null : find(wanted, view);
      if (item === undefined) return wanted;
      id = item?.id ?? null;
      type = item?.type ?? null;
      store.select(id, type, item !== null);
    } else {
      this.isCleared = id === null && this.#followed !== null;
    }
    this.#followed = id;
    this.#look(id !== null && type !== null ? outlineKey(type, id) : undefined, view);
    return id;
  }

  #look(key: string | undefined, view: TreeView): void {
    if (key !== this.key) this.#wasInList = false;
    this.key = key;
    const item = view.item(key);
    this.isNew = item !== undefined && !this.#wasInList;
    if (item) this.#wasInList = true;
    if (item && this.isNew) view.reveal(item);
  }
}

/** An item that is not in the list yet may still come. */
function find(id: string, view: TreeView): OutlineItem | undefined {
  return view.item(outlineKey('conversation', id)) ?? view.item(outlineKey('project', id));
}
