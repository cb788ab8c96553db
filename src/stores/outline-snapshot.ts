import { createStore, type StoreApi } from 'zustand/vanilla';
import { glanceAtOutline, type OutlineGlance } from '../persistence/glance-at-outline.js';
import type { OutlineState } from './outline-store.js';
import { OutlineTree, outlineOrderOf } from './outline-tree.js';
import { withKeys } from './with-keys.js';

/** What a list shows of an outline. */
export type ShownOutline = Pick<
  OutlineState,
  'tree' | 'revision' | 'expanded' | 'expand' | 'order' | 'setOrder'
>;

/**
 * The tree of the page's own database as it was at one moment, which a list shows until the store that
 * follows the database takes its place. What the user does to the view meanwhile is not lost.
 */
export class OutlineSnapshot {
  readonly state: StoreApi<ShownOutline>;
  /** Whether the tree holds everything. */
  readonly isWhole: boolean;
  readonly #remembered: readonly string[];
  #isChanged = false;

  constructor({ entries, isWhole, view }: OutlineGlance) {
    this.isWhole = isWhole;
    this.#remembered = view?.expanded ?? [];
    const tree = new OutlineTree();
    for (const entry of entries) tree.put(entry);
    tree.order = outlineOrderOf(view);
    this.state = createStore<ShownOutline>((set, get) => ({
      tree,
      revision: 0,
      order: tree.order,
      expanded: new Set(this.#remembered),

      expand: (keys, isExpanded = true) => {
        const expanded = withKeys(get().expanded, keys, isExpanded);
        this.#isChanged = true;
        set({ expanded });
        return expanded;
      },

      setOrder: (order) => {
        this.#isChanged = true;
        tree.order = order;
        set({ order, revision: get().revision + 1 });
      },
    }));
  }

  /** Gives the store the view that the user has made of this one. */
  handOver(outline: ShownOutline): void {
    if (!this.#isChanged) return;
    const { expanded, order } = this.state.getState();
    // All of it: what was remembered does not count once something was chosen.
    const closed = this.#remembered.filter((key) => !expanded.has(key));
    outline.expand(closed, false);
    outline.expand([...expanded]);
    outline.setOrder(order);
  }
}

/** Undefined where there is nothing to be shown before the database is opened. */
export async function takeOutlineSnapshot(): Promise<OutlineSnapshot | undefined> {
  const glance = await glanceAtOutline();
  return glance && glance.entries.length > 0 ? new OutlineSnapshot(glance) : undefined;
}
