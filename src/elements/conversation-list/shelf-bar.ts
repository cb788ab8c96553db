import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { OutlineShelf } from '../../stores/outline-item.js';
import { icon } from '../shared/icons.js';

export type PutAway = Exclude<OutlineShelf, 'active'>;

/** What the shelves are called. */
export const shelfNames = { archived: 'archived', trashed: 'trash' } as const;
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
            ${icon(icons[shelf])} ${localize.term(shelfNames[shelf])}
            <span class="aside">${localize.number(count(shelf))}</span>
          </button>
        `,
      )}
    </div>
  `;
}
