import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { cssVariables } from '../shared/css-variables.js';
import { icon } from '../shared/icons.js';

type Localize = LocalizeController<Translation>;

/** What the list shows in place of rows. */

export function loadingRows(localize: Localize): TemplateResult {
  return html`
    <div class="skeleton" role="status">
      <span class="visually-hidden">${localize.term('loadingConversations')}</span>
      ${[72, 54, 64, 40, 58].map((width) => html`<div ${cssVariables({ '--width': `${width}%` })}></div>`)}
    </div>
  `;
}

export function blockedMessage(localize: Localize): TemplateResult {
  return html`
    <div class="message" role="status">
      <p class="strong">${localize.term('databaseBlocked')}</p>
      <p>${localize.term('databaseBlockedDetail')}</p>
    </div>
  `;
}

export function emptyMessage(localize: Localize, create: () => void): TemplateResult {
  return html`
    <div class="message" part="empty">
      <p>${localize.term('noConversations')}</p>
      <button type="button" @click=${create}>
        ${icon('new-chat')} ${localize.term('newChat')}
      </button>
    </div>
  `;
}

export function noMatchMessage(
  localize: Localize,
  query: string,
  clear: () => void,
): TemplateResult {
  return html`
    <div class="message" part="no-match">
      <p>${localize.term('noMatch', query)}</p>
      <button type="button" @click=${clear}>${localize.term('clearSearch')}</button>
    </div>
  `;
}

export function failedMessage(
  localize: Localize,
  words: string,
  retry: () => void,
): TemplateResult {
  return html`
    <div class="message" part="failure" role="alert">
      <p class="strong">${localize.term('conversationsFailed')}</p>
      <p>${words}</p>
      <button type="button" @click=${retry}>${icon('retry')} ${localize.term('tryAgain')}</button>
    </div>
  `;
}

/** Below the rows: an action failed, or the rows are no longer fresh. */
export function failureBar(
  localize: Localize,
  words: string,
  { retry, dismiss }: { retry?: () => void; dismiss?: () => void },
): TemplateResult {
  return html`
    <div class="failure" part="failure" role="alert">
      ${icon('circle-alert')}
      <span>${words}</span>
      ${
        retry
          ? html`<button class="link" type="button" @click=${retry}>
              ${localize.term('tryAgain')}
            </button>`
          : nothing
      }
      ${
        dismiss
          ? html`<button
              class="quiet icon-only"
              type="button"
              aria-label=${localize.term('dismiss')}
              @click=${dismiss}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
    </div>
  `;
}
