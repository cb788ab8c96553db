import type { OutlineReference } from '../model/outline.js';
import { findTitled, keepTitle, type TitledRow } from '../persistence/keep-title.js';
import { observe } from '../persistence/observe.js';
import type { Persistence } from '../persistence/persistence.js';

/**
 * The row of an item whose title is being typed. It is read as the typing begins and after every
 * write to it, here or elsewhere, so that a page that is about to go can put it without reading it
 * first, and nothing is lost that this page could have shown.
 */
export class TitleAtHand {
  readonly #persistence: Persistence;
  readonly #item: OutlineReference;
  readonly #end: () => void;
  #row: TitledRow | undefined;

  constructor(persistence: Persistence, item: OutlineReference) {
    this.#persistence = persistence;
    this.#item = item;
    this.#end = observe(
      () => findTitled(persistence.database, item),
      (row) => {
        this.#row = row;
      },
      () => {
        // The list follows the same database, and tells of its failure.
        this.#row = undefined;
      },
    );
  }

  /** Starts to write the title before it returns, where the row is known and still there. */
  keep(title: string): void {
    if (this.#row) keepTitle(this.#persistence.database, this.#item.type, this.#row, title);
  }

  /** Ends following the row. */
  end(): void {
    this.#end();
  }
}
