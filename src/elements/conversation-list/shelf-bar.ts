import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { OutlineShelf } from '../../stores/outline-item.js';
import { icon } from '../shared/icons.js';

type PutAway = Exclude<OutlineShelf, 'active'>;

const names = { archived: 'archived', trashed: 'trash' } as const;
const icons = { archived: 'archive', trashed: 'trash' } as const;

export interface ShelfBarParts {
  count: (shelf: PutAway) => number;
  open: (shelf: OutlineShelf) => void;
}

/** At the foot of the list: the ways to what was put away, where there is something. */
export function shelfBar(
  localize: LocalizeController<Translation>,
  { count, open }: ShelfBarParts,
): TemplateResult | typeof nothing {
  const filled = (['archived', 'trashed'] as const).filter((shelf) => count(shelf) > 0);
  if (filled.length === 0) return nothing;
  return html`
    <div class="shelves" part="shelves">
      ${filled.map(
        (shelf) => html`
          <button class="quiet" type="button" data-shelf=${shelf} @click=${() => open(shelf)}>
            ${icon(icons[shelf])} ${localize.term(names[shelf])}
            <span class="aside">${localize.number(count(shelf))}</span>
          </button>
        `,
      )}
    </div>
  `;
}

/** In the place of the buttons for new items: which shelf this is, and the way back. */
export function shelfHeader(
  localize: LocalizeController<Translation>,
  shelf: PutAway,
  { back, emptyTrash }: { back: () => void; emptyTrash: (() => void) | undefined },
): TemplateResult {
  return html`
    <div class="shelf" part="shelf-header">
      <button
        class="back quiet icon-only"
        type="button"
        aria-label=${localize.term('backToConversations')}
        title=${localize.term('backToConversations')}
        @click=${back}
      >
        ${icon('arrow-left')}
      </button>
      <h2>${localize.term(names[shelf])}</h2>
      ${
        emptyTrash
          ? html`<button class="empty-trash" part="empty-trash" type="button" @click=${emptyTrash}>
              ${localize.term('emptyTrash')}
            </button>`
          : nothing
      }
      ${shelf === 'trashed' ? html`<p>${localize.term('trashWords')}</p>` : nothing}
    </div>
  `;
}

export function shelfEmpty(
  localize: LocalizeController<Translation>,
  shelf: PutAway,
  back: () => void,
): TemplateResult {
  return html`
    <div class="message" part="empty">
      <p>${localize.term(shelf === 'trashed' ? 'trashEmpty' : 'archiveEmpty')}</p>
      <button type="button" @click=${back}>${localize.term('backToConversations')}</button>
    </div>
  `;
}
