import type { LiteChatDatabase } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import { loadOutlineView, saveOutlineView } from '../persistence/outline-view.js';
import { outlineOrderOf, type OutlineOrder } from './outline-tree.js';
import { withKeys } from './with-keys.js';

/** Several changes in a row are remembered once. */
const REST_MILLISECONDS = 300;

/** Which projects are expanded and in what order items stand, remembered from one visit to the next. */
export class RememberedView {
  readonly #database: LiteChatDatabase;
  readonly #changed: () => void;
  #order: OutlineOrder = 'updated';
  #expanded: ReadonlySet<string> = new Set();
  #loading: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: LiteChatDatabase, changed: () => void) {
    this.#database = database;
    this.#changed = changed;
  }

  get order(): OutlineOrder {
    return this.#order;
  }

  get expanded(): ReadonlySet<string> {
    return this.#expanded;
  }

  /** Reads once what was remembered; what the user has chosen meanwhile counts more. */
  follow(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  stop(): void {
    if (this.#timer !== undefined) this.#save();
  }

  setOrder(order: OutlineOrder): void {
    this.#order = order;
    this.#saveSoon();
  }

  expand(keys: readonly string[], isExpanded: boolean): ReadonlySet<string> {
    this.#expanded = withKeys(this.#expanded, keys, isExpanded);
    this.#saveSoon();
    return this.#expanded;
  }

  async #load(): Promise<void> {
    try {
      const remembered = await loadOutlineView(this.#database);
      if (!remembered || this.#timer !== undefined) return;
      this.#order = outlineOrderOf(remembered);
      this.#expanded = new Set(remembered.expanded);
      this.#changed();
    } catch (error) {
      // The list says itself that the database cannot be read.
      if (!(error instanceof LiteChatError)) throw error;
      this.#loading = undefined;
    }
  }

  #saveSoon(): void {
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), REST_MILLISECONDS);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const view = { order: this.#order, expanded: [...this.#expanded] };
    // Not to be remembered is no harm, and the database's own state is told elsewhere.
    saveOutlineView(this.#database, view).catch((error: unknown) => {
      if (!(error instanceof LiteChatError)) reportError(error);
    });
  }
}
