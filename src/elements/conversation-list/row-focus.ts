import type { LitElement, ReactiveController } from 'lit';

/** What of a row can have the focus. */
type RowPart = 'row' | 'more' | 'rename';

interface Focused {
  key: string;
  part: RowPart;
  /** The keys of the rows that may take its place: those after it, then those before it. */
  neighbours: readonly string[];
  selection: [number | null, number | null] | undefined;
}

/**
 * Keeps the focus where it is while rows come, go and change places: the browser takes it from an
 * element that is moved. Where the row itself goes, the one that takes its place gets the focus.
 */
export class RowFocus implements ReactiveController {
  readonly host: LitElement;
  #focused: Focused | undefined;
  #wanted: { key: string; part: RowPart } | undefined;
  #isUpdating = false;
  #activeKey: string | undefined;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  /** The key of the row that had the focus last, or is about to get it. */
  get activeKey(): string | undefined {
    return this.#activeKey;
  }

  /** Whether a blur comes from an update and not from the user. */
  get isUpdating(): boolean {
    return this.#isUpdating;
  }

  requestUpdate(): void {
    this.host.requestUpdate();
  }

  /** Focuses a row, or a part of it, with the next update. */
  move(key: string, part: RowPart = 'row'): void {
    this.#wanted = { key, part };
    this.#activeKey = key;
    this.host.requestUpdate();
  }

  /** Tells that the user, or the browser, has focused a row. */
  noteFocus(key: string): void {
    if (key === this.#activeKey) return;
    this.#activeKey = key;
    // Not at once: the focus may come from an update that is not over.
    queueMicrotask(() => this.host.requestUpdate());
  }

  rowElement(key: string): HTMLElement | undefined {
    return this.#rows().find((row) => row.dataset['key'] === key);
  }

  /** Brings a row into sight within the list. The page stays where its reader has it. */
  reveal(key: string): void {
    const row = this.rowElement(key);
    const tree = row?.closest('.tree');
    if (!row || !tree) return;
    const { top, bottom } = row.getBoundingClientRect();
    const view = tree.getBoundingClientRect();
    if (top < view.top) tree.scrollTop -= view.top - top;
    else if (bottom > view.bottom) tree.scrollTop += bottom - view.bottom;
  }

  hostUpdate(): void {
    this.#isUpdating = true;
    this.#focused = this.#whatIsFocused();
  }

  hostUpdated(): void {
    this.#isUpdating = false;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted) {
      this.#focus(wanted.key, wanted.part);
      this.rowElement(wanted.key)?.scrollIntoView({ block: 'nearest' });
    } else if (this.#focused) this.#restore(this.#focused);
  }

  #restore({ key, part, neighbours, selection }: Focused): void {
    const now = this.#whatIsFocused();
    if (now?.key === key && now.part === part) return;
    // The user has gone elsewhere with the same stroke, such as into a dialog.
    const active = this.host.shadowRoot?.activeElement;
    if (active && !now) return;
    if (this.rowElement(key)) {
      const element = this.#focus(key, part);
      if (selection && element instanceof HTMLInputElement) element.setSelectionRange(...selection);
      return;
    }
    const next = neighbours.find((other) => this.rowElement(other));
    (next === undefined ? this.#search() : this.rowElement(next))?.focus();
  }

  #focus(key: string, part: RowPart): HTMLElement | undefined {
    const row = this.rowElement(key);
    const inside = part === 'row' ? row : row?.querySelector<HTMLElement>(`.${part}`);
    const element = inside ?? row;
    element?.focus({ preventScroll: true });
    if (element instanceof HTMLInputElement) element.select();
    return element;
  }

  #whatIsFocused(): Focused | undefined {
    const active = this.host.shadowRoot?.activeElement;
    const row = active?.closest<HTMLElement>('.row');
    const key = row?.dataset['key'];
    if (!active || !row || key === undefined) return undefined;
    const isField = active instanceof HTMLInputElement;
    const keys = this.#rows().map(({ dataset }) => dataset['key'] ?? '');
    const at = keys.indexOf(key);
    return {
      key,
      part: isField ? 'rename' : active === row ? 'row' : 'more',
      neighbours: [...keys.slice(at + 1), ...keys.slice(0, at).reverse()],
      selection: isField ? [active.selectionStart, active.selectionEnd] : undefined,
    };
  }

  #rows(): HTMLElement[] {
    return [...(this.host.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? [])];
  }

  #search(): HTMLElement | null {
    return this.host.shadowRoot?.querySelector('input') ?? null;
  }
}
