import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { OutlineItem, OutlineShelf } from '../../stores/outline-item.js';
import { icon, type IconName } from '../shared/more-icons.js';
import { moveFocus } from '../shared/move-focus.js';
import type { BatchCommands } from './batch-commands.js';
import type { MarkedItems } from './marked-items.js';
import { exportItems, pinItem } from './menu-items.js';
import type { MenuItem, RowMenu } from './row-menu.js';
import type { TreeView } from './tree-view.js';

export interface MarkBarParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  marks: MarkedItems;
  menu: RowMenu;
  batch: BatchCommands;
}

interface BarButton {
  label: string;
  icon: IconName;
  /** Whether there is anything to do. */
  isEnabled: boolean;
  run: (items: readonly OutlineItem[]) => void;
}

/** At the foot of the list: how many rows are marked, and what can be done to all of them. */
export class MarkBar implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: MarkBarParts;
  #hadFocus = false;

  constructor(host: LitElement, parts: MarkBarParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = Boolean(this.#host.shadowRoot?.activeElement?.closest('.marked-bar'));
  }

  /** Where the bar goes with the focus in it, the rows are the place to go on. */
  hostUpdated(): void {
    if (!this.#hadFocus || this.#host.shadowRoot?.activeElement) return;
    void moveFocus(this.#host, '.row[tabindex="0"]', 'input');
  }

  /** The region is always there, so that what comes into it is read out. */
  renderStatus(): TemplateResult {
    const { localize, marks } = this.#parts;
    return html`<div class="visually-hidden" role="status">
      ${marks.isOffered ? localize.term('selectedCount', marks.size) : nothing}
    </div>`;
  }

  render(): TemplateResult {
    const { localize, view, marks } = this.#parts;
    const clear = localize.term('clearSelection');
    return html`
      <div
        class="marked-bar"
        part="marked-bar"
        role="group"
        aria-label=${localize.term('selectedItems')}
        @keydown=${this.#onKeydown}
      >
        <span class="count">
          <button
            class="clear-marks quiet icon-only"
            type="button"
            aria-label=${clear}
            title=${clear}
            @click=${this.#clear}
          >
            ${icon('close')}
          </button>
          <span dir=${localize.term('$dir')}>${localize.term('selectedCount', marks.size)}</span>
        </span>
        <span class="buttons">
          ${this.#buttons(view.shelf).map((button) => this.#renderButton(button))}
          ${this.#renderOpener('download', localize.term('export'), this.#formats, marks.size > 0)}
          ${this.#renderButton(this.#deletion(view.shelf))}
          ${this.#renderOpener('more', localize.term('moreActions'), this.#more)}
        </span>
      </div>
    `;
  }

  readonly #clear = (): void => {
    this.#parts.marks.clear();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#clear();
  };

  readonly #formats = (items: readonly OutlineItem[]): MenuItem[] => {
    const { localize, batch } = this.#parts;
    return exportItems(items, localize, {
      export: (format) => void batch.export(items, format),
    });
  };

  readonly #more = (items: readonly OutlineItem[]): MenuItem[] => {
    const { localize, view, marks, batch } = this.#parts;
    const pin = pinItem(items, localize, {
      pin: (isPinned) => void batch.pin(items, isPinned),
    });
    return [
      { label: localize.term('selectAll'), icon: 'circle-check', run: () => marks.all() },
      ...(view.shelf === 'active' && items.length > 0 ? [pin] : []),
    ];
  };

  /** Those that differ from shelf to shelf. */
  #buttons(shelf: OutlineShelf): BarButton[] {
    const { localize, marks, batch } = this.#parts;
    const isEnabled = marks.size > 0;
    switch (shelf) {
      case 'active':
        return [
          {
            label: localize.term('moveTo'),
            icon: 'folder',
            isEnabled,
            run: (items) => void batch.move(items),
          },
          {
            label: localize.term('archive'),
            icon: 'archive',
            isEnabled,
            run: (items) => void batch.archive(items, true),
          },
        ];
      case 'archived':
        return [
          {
            label: localize.term('unarchive'),
            icon: 'archive-restore',
            isEnabled: marks.some((item) => item.isArchived),
            run: (items) => void batch.archive(items, false),
          },
        ];
      case 'trashed':
        return [
          {
            label: localize.term('restoreItem'),
            icon: 'undo',
            isEnabled: marks.some((item) => item.isTrashed),
            run: (items) => void batch.restore(items),
          },
        ];
    }
  }

  #deletion(shelf: OutlineShelf): BarButton {
    const { localize, marks, batch } = this.#parts;
    return {
      label: localize.term(shelf === 'trashed' ? 'deleteForever' : 'delete'),
      icon: 'trash',
      isEnabled: marks.size > 0,
      run: (items) => void batch.delete(items),
    };
  }

  #renderButton({ label, icon: name, isEnabled, run }: BarButton): TemplateResult {
    return html`
      <button
        class="quiet icon-only"
        type="button"
        aria-label=${label}
        title=${label}
        ?disabled=${!isEnabled}
        @click=${() => run(this.#parts.marks.topmost())}
      >
        ${icon(name)}
      </button>
    `;
  }

  #renderOpener(
    name: IconName,
    label: string,
    entries: (items: readonly OutlineItem[]) => MenuItem[],
    isEnabled = true,
  ): TemplateResult {
    const { menu, marks } = this.#parts;
    const open = ({ currentTarget }: Event): void => {
      if (!(currentTarget instanceof Element)) return;
      void menu.open('', currentTarget, label, entries(marks.topmost()));
    };
    return html`
      <button
        class="quiet icon-only"
        type="button"
        aria-haspopup="menu"
        aria-label=${label}
        title=${label}
        ?disabled=${!isEnabled}
        @click=${open}
      >
        ${icon(name)}
      </button>
    `;
  }
}
