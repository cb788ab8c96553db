import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createRef } from 'lit/directives/ref.js';

/** Before a row has been measured. */
const ESTIMATE = 64;
/** Rows beyond each edge. */
const OVERSCAN = 6;
/** So many cost nothing, in sight or not. */
const FEW = 24;
/** However high the window is. */
const MOST = 90;

/** A stretch of rows, and how much room the others take. */
export interface RowStretch {
  first: number;
  /** Not among them. */
  end: number;
  before: number;
  after: number;
}

const none: RowStretch = { first: 0, end: 0, before: 0, after: 0 };

/** Renders of many results, each as high as its words need, only those in sight. */
export class ResultWindow implements ReactiveController {
  readonly scroller = createRef<HTMLElement>();
  readonly #host: ReactiveControllerHost;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #keys: readonly string[] = [];
  #shown = none;
  #unmount: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#virtualizer = new Virtualizer(this.#options());
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostDisconnected(): void {
    this.#unmount?.();
    this.#unmount = undefined;
  }

  hostUpdated(): void {
    this.#virtualizer._willUpdate();
  }

  /** The rows to render. */
  get shown(): RowStretch {
    return this.#shown;
  }

  /** @param keys Of all rows; a row that keeps its key keeps its place in sight. */
  follow(keys: readonly string[]): void {
    this.#keys = keys;
    this.#virtualizer.setOptions(this.#options());
    const items = this.#virtualizer.getVirtualItems();
    const [top] = items;
    const bottom = items.at(-1);
    // Few rows are all rendered, and some before it is known how many are in sight.
    if (keys.length <= FEW || !top || !bottom) {
      this.#shown = { ...none, end: Math.min(FEW, keys.length) };
      return;
    }
    this.#shown = {
      first: top.index,
      end: bottom.index + 1,
      before: top.start,
      after: Math.max(0, this.#virtualizer.getTotalSize() - bottom.end),
    };
  }

  /** Whether the row is rendered. */
  has(index: number): boolean {
    return index >= this.#shown.first && index < this.#shown.end;
  }

  /** Scrolls no further than it takes to see the row, and one above it that belongs to it. */
  show(index: number, above = index): void {
    const [offset] = this.#virtualizer.getOffsetForIndex(above) ?? [];
    const isCutOff = offset !== undefined && offset < (this.#virtualizer.scrollOffset ?? 0);
    this.#virtualizer.scrollToIndex(isCutOff ? above : index);
  }

  toStart(): void {
    this.#virtualizer.scrollToOffset(0);
  }

  /** For `ref` on the element of a row. */
  readonly measure = (element: Element | undefined): void => {
    this.#virtualizer.measureElement(element instanceof HTMLElement ? element : null);
  };

  #options(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const keys = this.#keys;
    return {
      count: keys.length,
      getScrollElement: () => this.scroller.value ?? null,
      estimateSize: () => ESTIMATE,
      getItemKey: (index) => keys[index] ?? index,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      rangeExtractor: inRange,
      overscan: OVERSCAN,
      useAnimationFrameWithResizeObserver: true,
      // What comes into a group above leaves what is in sight where it is, unless that is the start.
      anchorTo: this.scroller.value?.scrollTop ? 'end' : 'start',
      initialRect: { width: 0, height: 600 },
      // Not at once: it may be told of in the middle of an update.
      onChange: () => queueMicrotask(() => this.#host.requestUpdate()),
    };
  }
}

const inRange = (range: Range): number[] => defaultRangeExtractor(range).slice(0, MOST);
