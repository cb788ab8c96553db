import type { LocalizeController } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import type { MarkedItems } from './marked-items.js';
import type { TreeView } from './tree-view.js';

/** A closed project opens when something is held over it for so long. */
const OPEN_MILLISECONDS = 600;

export interface RowDragParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  marks: MarkedItems;
  /** Moves items into a project, or to the top level with null. */
  drop: (items: readonly OutlineItem[], projectId: string | null) => void;
}

/** Where what is dragged would land: in a project, or at the top level. */
type Landing = { project: OutlineItem | undefined };

/** Moves rows by drag and drop, into projects and to the top level; listens on the tree. */
export class RowDrag {
  readonly #host: LitElement;
  readonly #parts: RowDragParts;
  #dragged: readonly OutlineItem[] = [];
  #landing: Landing | undefined;
  #opening: { item: OutlineItem; timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(host: LitElement, parts: RowDragParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController({ hostDisconnected: () => this.#end() });
  }

  /** The key of the project that shows that it would take what is dragged. */
  get landingKey(): string | undefined {
    return this.#landing?.project?.key;
  }

  /** Whether it would land at the top level. */
  get isLandingAtTop(): boolean {
    return this.#landing !== undefined && this.#landing.project === undefined;
  }

  readonly onDragstart = (event: DragEvent): void => {
    const item = this.#itemOf(event);
    if (!item || item.shelf !== 'active' || !event.dataTransfer) return;
    const items = this.#parts.marks.with(item);
    this.#dragged = items;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', items.map(({ title }) => title).join('\n'));
    if (items.length > 1) this.#showCount(event.dataTransfer, items.length);
  };

  readonly onDragover = (event: DragEvent): void => {
    const over = this.#itemOf(event);
    const landing = this.#landingAt(over);
    this.#openSoon(landing ? over : undefined);
    if (landing) {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
    }
    this.#show(landing);
  };

  readonly onDragleave = (event: DragEvent): void => {
    const { currentTarget, relatedTarget } = event;
    const isInside =
      currentTarget instanceof Node &&
      relatedTarget instanceof Node &&
      currentTarget.contains(relatedTarget);
    if (!isInside) this.#show(undefined);
  };

  readonly onDrop = (event: DragEvent): void => {
    const landing = this.#landingAt(this.#itemOf(event));
    const items = this.#dragged;
    this.#end();
    if (!landing) return;
    event.preventDefault();
    const projectId = landing.project?.id ?? null;
    this.#parts.drop(items, projectId);
  };

  readonly onDragend = (): void => this.#end();

  /** The browser would show the one row that the pointer took hold of. */
  #showCount(data: DataTransfer, count: number): void {
    const badge = document.createElement('div');
    badge.className = 'dragged';
    badge.textContent = this.#parts.localize.term('itemCount', count);
    this.#host.renderRoot.append(badge);
    data.setDragImage(badge, -12, -12);
    // It is a picture of it that is dragged, taken when this event is over.
    setTimeout(() => badge.remove());
  }

  /** On a conversation it would land beside it; undefined where all is already, or cannot go. */
  #landingAt(over: OutlineItem | undefined): Landing | undefined {
    const items = this.#dragged;
    const project = over?.type === 'project' ? over : over?.parent;
    if (items.every(({ parent }) => parent === project)) return undefined;
    const dragged = new Set(items);
    for (let above = project; above; above = above.parent) if (dragged.has(above)) return undefined;
    return { project };
  }

  #openSoon(item: OutlineItem | undefined): void {
    if (item === this.#opening?.item) return;
    clearTimeout(this.#opening?.timer);
    this.#opening = undefined;
    if (item?.type !== 'project' || item.children.length === 0) return;
    const open = (): void => {
      this.#parts.view.setOpen([item], true);
      this.#host.requestUpdate();
    };
    this.#opening = { item, timer: setTimeout(open, OPEN_MILLISECONDS) };
  }

  #show(landing: Landing | undefined): void {
    const { project } = landing ?? {};
    if (
      (landing === undefined) === (this.#landing === undefined) &&
      project === this.#landing?.project
    )
      return;
    this.#landing = landing;
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#dragged = [];
    this.#openSoon(undefined);
    this.#show(undefined);
  }

  #itemOf({ target }: Event): OutlineItem | undefined {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null;
    return this.#parts.view.item(row?.dataset['key']);
  }
}
