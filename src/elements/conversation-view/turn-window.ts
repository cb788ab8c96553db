import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createRef } from 'lit/directives/ref.js';

/** Before a turn has been measured. */
const ESTIMATE = 240;
/** So near to the end, what comes is followed. */
const NEAR_END = 64;
/** Above a message that is brought into sight. */
const TOP_MARGIN = 24;
/** Turns beyond each edge. */
const OVERSCAN = 4;

/**
 * Renders of a long conversation only the turns in sight, whatever their heights; begins at the end,
 * and stays there while answers arrive, unless the reader has scrolled away.
 */
export class TurnWindow implements ReactiveController {
  readonly scroller = createRef<HTMLElement>();
  readonly #host: ReactiveControllerHost;
  #keys: readonly string[] = [];
  #always: number | undefined;
  #extract = rangeWith(undefined);
  #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #unmount: (() => void) | undefined;
  #isAtStart = true;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#virtualizer = this.#create();
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
    if (!this.#isAtStart || this.#keys.length === 0 || !this.scroller.value) return;
    this.#isAtStart = false;
    this.#virtualizer.scrollToEnd();
  }

  /** Whether there is something below what is in sight. */
  get isBelow(): boolean {
    return this.#keys.length > 0 && !this.#isAtStart && !this.#virtualizer.isAtEnd(NEAR_END);
  }

  /** The first turn that begins in sight, else the one that fills the view and began above. */
  get firstInSight(): { index: number; beginsAbove: boolean } | undefined {
    const { scrollOffset, scrollRect } = this.#virtualizer;
    const top = scrollOffset ?? 0;
    const first = this.#virtualizer.getVirtualItemForOffset(top);
    if (!first) return undefined;
    const { index, start, end } = first;
    if (start >= top) return { index, beginsAbove: false };
    const isLast = index === this.#keys.length - 1;
    return !isLast && end < top + (scrollRect?.height ?? 0)
      ? { index: index + 1, beginsAbove: false }
      : { index, beginsAbove: true };
  }

  /** The height of all turns together. */
  get height(): number {
    return this.#virtualizer.getTotalSize();
  }

  /** The turns to render with their places, always among them the one of the number. */
  items(keys: readonly string[], always: number | undefined): VirtualItem[] {
    this.#keys = keys;
    if (always !== this.#always) {
      this.#always = always;
      this.#extract = rangeWith(always);
    }
    this.#virtualizer.setOptions(this.#options());
    return this.#virtualizer.getVirtualItems();
  }

  /** Begins at the end again, for another conversation. */
  reset(): void {
    this.#unmount?.();
    this.#keys = [];
    this.#isAtStart = true;
    this.#virtualizer = this.#create();
    this.#unmount = this.#virtualizer._didMount();
  }

  scrollToEnd(): void {
    this.#virtualizer.scrollToEnd();
  }

  /**
   * Scrolls at once so that what is in the scroller can be read: in its middle, or from its start
   * where it is higher.
   *
   * @returns Whether it was elsewhere.
   */
  bring(element: HTMLElement): boolean {
    const { value: scroller } = this.scroller;
    if (!scroller) return false;
    // Else the virtualizer goes on to where it was sent before, such as the end.
    this.#virtualizer.cancelScroll();
    const view = scroller.getBoundingClientRect();
    const { top, height } = element.getBoundingClientRect();
    const room = Math.max(TOP_MARGIN, (view.height - height) / 2);
    const before = scroller.scrollTop;
    scroller.scrollTop += top - view.top - room;
    return Math.abs(scroller.scrollTop - before) > 1;
  }

  /** For `ref` on the element of a turn. */
  readonly measure = (element: Element | undefined): void => {
    this.#virtualizer.measureElement(element instanceof HTMLElement ? element : null);
  };

  #create(): Virtualizer<HTMLElement, HTMLElement> {
    return new Virtualizer(this.#options());
  }

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
      rangeExtractor: this.#extract,
      overscan: OVERSCAN,
      // Else the browser complains of what grows while it tells what has grown.
      useAnimationFrameWithResizeObserver: true,
      anchorTo: 'end',
      followOnAppend: true,
      scrollEndThreshold: NEAR_END,
      // Until the size is known, as many as a screen may hold.
      initialRect: { width: 0, height: 800 },
      initialOffset: () => Math.max(0, keys.length * ESTIMATE - 800),
      // Not at once: it may be told of in the middle of an update.
      onChange: () => queueMicrotask(() => this.#host.requestUpdate()),
    };
  }
}

/** Another function for another number: the virtualizer remembers what the same one answered. */
function rangeWith(always: number | undefined): (range: Range) => number[] {
  return (range) => {
    const indexes = defaultRangeExtractor(range);
    if (always === undefined || always >= range.count || indexes.includes(always)) return indexes;
    return [...indexes, always].sort((one, other) => one - other);
  };
}
