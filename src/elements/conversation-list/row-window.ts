import type { LitElement, ReactiveController } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import type { TreeRow } from './tree-rows.js';

/** Shorter lists are rendered as a whole: the browser's own search then finds every row. */
const SMALL = 200;
/** Rows beyond each edge, so that a quick scroll shows no gap. */
const MARGIN = 20;

/**
 * Renders of a long list only the rows in sight. All rows are of one height, so that their places
 * follow from their numbers.
 */
export class RowWindow implements ReactiveController {
  /** The element as high as all rows together. */
  readonly whole = createRef<HTMLElement>();
  readonly #host: LitElement;
  readonly #observer = new ResizeObserver(() => this.look());
  #count = 0;
  #first = 0;
  #end = SMALL;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    // In a page that scrolls as a whole.
    this.#host.ownerDocument.addEventListener('scroll', this.look, { passive: true });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#host.ownerDocument.removeEventListener('scroll', this.look);
  }

  hostUpdated(): void {
    // Not at once: what is in sight may ask for another update.
    queueMicrotask(this.look);
  }

  /** The rows to render with their numbers, always among them those of the keys. */
  rendered(
    rows: readonly TreeRow[],
    keys: readonly (string | undefined)[],
  ): { row: TreeRow; index: number }[] {
    this.#count = rows.length;
    const all = rows.map((row, index) => ({ row, index }));
    if (rows.length <= SMALL) return all;
    return all.filter(
      ({ row, index }) =>
        (index >= this.#first && index < this.#end) || keys.includes(row.item.key),
    );
  }

  /** Finds out which rows are in sight. */
  readonly look = (): void => {
    const { value: whole } = this.whole;
    if (this.#count <= SMALL || !whole) return;
    const tree = whole.parentElement?.getBoundingClientRect();
    const { top, height } = whole.getBoundingClientRect();
    if (!tree || height === 0) return;
    const numberAt = (y: number): number => Math.floor(((y - top) / height) * this.#count);
    const first = numberAt(Math.max(tree.top, 0)) - MARGIN;
    const end = numberAt(Math.min(tree.bottom, innerHeight)) + 1 + MARGIN;
    // Half the margin may pass before the next rows are needed.
    const isNear = (one: number, other: number): boolean => Math.abs(one - other) < MARGIN / 2;
    if (isNear(first, this.#first) && isNear(end, this.#end)) return;
    this.#first = first;
    this.#end = end;
    this.#host.requestUpdate();
  };
}
