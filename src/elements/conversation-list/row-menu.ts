import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { icon, type IconName } from '../shared/more-icons.js';

export interface MenuItem {
  label: string;
  icon?: IconName;
  isDangerous?: boolean;
  /** Of one of several, whether it is the one that holds. */
  isChecked?: boolean;
  run: () => void;
}

/** How near the menu comes to the edge of the window, and to what opened it. */
const MARGIN = 8;
const GAP = 4;

/** The menu of a row: one popover for all rows, filled when it opens. */
export class RowMenu {
  readonly #host: LitElement;
  readonly #popover = createRef<HTMLElement>();
  #openKey: string | undefined;
  #label = '';
  /** What had the focus when it opened. */
  #opener: Element | null | undefined;
  #items: readonly MenuItem[] = [];

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The key of the row whose menu is open. */
  get openKey(): string | undefined {
    return this.#openKey;
  }

  /** @param anchor What it opens at: an element, or the place of the pointer. */
  async open(
    key: string,
    anchor: Element | DOMRect,
    label: string,
    items: readonly MenuItem[],
  ): Promise<void> {
    this.#opener = this.#host.shadowRoot?.activeElement;
    this.#openKey = key;
    this.#label = label;
    this.#items = items;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popover = this.#popover.value;
    if (!popover?.isConnected) return;
    popover.showPopover();
    this.#place(popover, anchor instanceof Element ? anchor.getBoundingClientRect() : anchor);
    popover.querySelector('button')?.focus({ preventScroll: true });
  }

  /** Gives the focus back at once: the next key, or the default of this one, is for the row. */
  close(): void {
    if (this.#openKey === undefined) return;
    this.#returnFocus();
    this.#openKey = undefined;
    this.#popover.value?.hidePopover();
    this.#host.requestUpdate();
  }

  /** CSS anchors would do this; Firefox and Safari have them only since their latest versions. */
  #place(popover: HTMLElement, anchor: DOMRect): void {
    const { width, height } = popover.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    // A button stands at the end of its row; at the pointer, the menu begins.
    const isPoint = anchor.width === 0;
    const preferred = isRightToLeft === isPoint ? anchor.right - width : anchor.left;
    const left = Math.min(Math.max(preferred, MARGIN), innerWidth - width - MARGIN);
    const below = anchor.bottom + GAP;
    const fitsBelow = below + height <= innerHeight - MARGIN;
    const top = fitsBelow ? below : Math.max(MARGIN, anchor.top - GAP - height);
    popover.style.left = `${left}px`;
    popover.style.top = `${top}px`;
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open' || this.#openKey === undefined) return;
    this.#returnFocus();
    this.#openKey = undefined;
    this.#host.requestUpdate();
  };

  /** Chromium does not do so here. What was chosen or clicked may have taken the focus by now. */
  #returnFocus(): void {
    const { shadowRoot, ownerDocument } = this.#host;
    const isInMenu = this.#popover.value?.contains(shadowRoot?.activeElement ?? null) === true;
    const isNowhere = ownerDocument.activeElement === ownerDocument.body;
    if ((isInMenu || isNowhere) && this.#opener instanceof HTMLElement) {
      this.#opener.focus({ preventScroll: true });
    }
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const buttons = [...(this.#popover.value?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: at <= 0 ? buttons.length - 1 : at - 1,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') this.close();
    // Else a dialog around the list would close by the same stroke.
    if (event.key === 'Escape') event.preventDefault();
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };

  readonly #onContextMenu = (event: Event): void => event.preventDefault();

  #run(item: MenuItem): void {
    this.close();
    item.run();
  }

  render(): TemplateResult {
    return html`
      <div
        ${ref(this.#popover)}
        class="menu"
        part="menu"
        popover
        role="menu"
        aria-label=${this.#label}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeydown}
        @contextmenu=${this.#onContextMenu}
      >
        ${this.#openKey === undefined ? nothing : this.#items.map((item) => this.#renderItem(item))}
      </div>
    `;
  }

  /** The words are isolated: in a page of the other direction their dots stay behind them. */
  #renderItem(item: MenuItem): TemplateResult {
    return html`
      <button
        type="button"
        role=${item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked=${item.isChecked ?? nothing}
        tabindex="-1"
        class="item ${item.isDangerous ? 'dangerous' : ''}"
        part="menu-item"
        @click=${() => this.#run(item)}
      >
        ${item.icon ? icon(item.icon) : html`<span class="icon">${item.isChecked ? icon('check') : nothing}</span>`}
        <bdi>${item.label}</bdi>
      </button>
    `;
  }
}
