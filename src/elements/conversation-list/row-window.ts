import type { LitElement, ReactiveController } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { OutlineRow, OutlineRows } from '../../stores/outline-rows.js';
import { RowSlots } from './row-slots.js';

/** However high the window is; shorter lists are rendered as a whole. */
const MOST = 90;

/** Rows beyond each edge, so that a quick scroll shows no gap. */
const MARGIN = 8;

/** As high as a row is unless set otherwise, with the gap below. */
const USUAL_HEIGHT = 33;

/** A row to render: its number in the list, and that of the element which shows it. */
export interface RenderedRow {
  row: OutlineRow;
  index: number;
  slot: number;
}

/**
 * Renders of a long list only the rows in sight, in a list that scrolls or in a page that does. All
 * rows are of one height, so that their places follow from their numbers: `@tanstack/virtual-core`,
 * which shows messages and what a search found, each of a height of its own, would take 1 to 9 ms here
 * at each change of 100,000 rows, and render all of them where the page scrolls.
 */
export class RowWindow implements ReactiveController {
  /** The element as high as all rows together. */
  readonly whole = createRef<HTMLElement>();
  readonly #host: LitElement;
  /** Made once in a page: a server has none. */
  #observer: ResizeObserver | undefined;
  readonly #slots = new RowSlots();
  #isWaiting = false;
  #count = 0;
  #first = 0;
  /** Undefined until rows have been painted. */
  #end: number | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => this.look());
    this.#observer.observe(this.#host);
    // In a page that scrolls as a whole.
    this.#host.ownerDocument.addEventListener('scroll', this.look, { passive: true });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#host.ownerDocument.removeEventListener('scroll', this.look);
  }

  hostUpdated(): void {
    if (this.#end !== undefined || this.#count <= MOST) {
      // Not at once: what is in sight may ask for another update.
      queueMicrotask(this.look);
    } else if (!this.#isWaiting) {
      // The first rows are painted before anything is measured, or rendered beyond the edges.
      this.#isWaiting = true;
      requestAnimationFrame(() =>
        setTimeout(() => {
          // A list that is not to be seen yet is looked at again.
          this.#isWaiting = false;
          this.look();
        }),
      );
    }
  }

  /** The rows to render with their numbers, always among them those of the items. */
  rendered(rows: OutlineRows, items: readonly (OutlineItem | undefined)[]): RenderedRow[] {
    this.#count = rows.length;
    const isWhole = rows.length <= MOST;
    const [first, end] = isWhole ? [0, rows.length] : [Math.max(0, this.#first), this.#lastEnd];
    const inSight = rows.slice(first, end).map((row, index) => ({ row, index: first + index }));
    const indexes = isWhole ? [] : [...new Set(items.map((item) => rows.indexOf(item)))];
    const others = indexes
      .filter((index) => index >= 0 && (index < first || index >= end))
      .flatMap((index) => rows.slice(index, index + 1).map((row) => ({ row, index })));
    const rendered = [...inSight, ...others].sort((one, other) => one.index - other.index);
    const slots = this.#slots.assign(rendered.map(({ row }) => row.item.key));
    return rendered.map((row, position) => ({ ...row, slot: slots[position] ?? position }));
  }

  /** Before it is known what is in sight: as many as a page is high. */
  get #lastEnd(): number {
    return this.#end ?? Math.min(MOST, Math.ceil(innerHeight / USUAL_HEIGHT) + 1);
  }

  /** Finds out which rows are in sight. */
  readonly look = (): void => {
    const { value: whole } = this.whole;
    if (this.#count <= MOST || !whole) return;
    const tree = whole.parentElement?.getBoundingClientRect();
    const { top: start, height } = whole.getBoundingClientRect();
    if (!tree || height === 0) return;
    const numberAt = (y: number): number => Math.floor(((y - start) / height) * this.#count);
    const top = numberAt(Math.max(tree.top, 0));
    const bottom = numberAt(Math.min(tree.bottom, innerHeight)) + 1;
    const margin = Math.max(1, Math.min(MARGIN, Math.floor((MOST - (bottom - top)) / 2)));
    const first = top - margin;
    const end = bottom + margin;
    // Half the margin may pass before the next rows are needed.
    const isNear = (one: number, other: number): boolean => Math.abs(one - other) < margin / 2;
    if (isNear(first, this.#first) && isNear(end, this.#end ?? 0)) return;
    this.#first = first;
    this.#end = end;
    this.#host.requestUpdate();
  };
}
