import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/icons.js';
import { shelfNames, type PutAway } from './shelf-bar.js';

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
      <h2>${localize.term(shelfNames[shelf])}</h2>
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

/** Where nothing was put away. */
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
