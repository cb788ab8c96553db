import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { cssVariables } from '../shared/css-variables.js';
import type { Remedy } from '../shared/failure-bar.js';
import { icon } from '../shared/icons.js';
import { isolated } from './isolated.js';

type Localize = LocalizeController<Translation>;

/** In place of rows that are on their way. */
export function loadingRows(
  localize: Localize,
  words = localize.term('loadingConversations'),
): TemplateResult {
  return html`
    <div class="skeleton" role="status">
      <span class="visually-hidden">${words}</span>
      ${[72, 54, 64, 40, 58].map((width) => html`<div ${cssVariables({ '--width': `${width}%` })}></div>`)}
    </div>
  `;
}

/** @param isInFull Whether to say what to do; a provider's banner does so itself. */
export function blockedMessage(localize: Localize, isInFull: boolean): TemplateResult {
  return html`
    <div class="message" role="status">
      <p class="strong" dir="auto">${localize.term('databaseBlocked')}</p>
      ${isInFull ? html`<p dir="auto">${localize.term('databaseBlockedDetail')}</p>` : nothing}
    </div>
  `;
}

export function emptyMessage(
  localize: Localize,
  { canCreate, create }: { canCreate: boolean; create: () => void },
): TemplateResult {
  return html`
    <div class="message" part="empty">
      <p dir="auto">${localize.term('noConversations')}</p>
      <button type="button" ?disabled=${!canCreate} @click=${create}>
        ${icon('new-chat')} ${localize.term('newChat')}
      </button>
    </div>
  `;
}

/** @param searchMessages Undefined where messages are not searched. */
export function noMatchMessage(
  localize: Localize,
  query: string,
  { clear, searchMessages }: { clear: () => void; searchMessages: (() => void) | undefined },
): TemplateResult {
  const words = isolated(query);
  return html`
    <div class="message" part="no-match">
      <p dir="auto">
        ${searchMessages ? localize.term('noTitleMatch', words) : localize.term('noMatch', words)}
      </p>
      ${
        searchMessages
          ? html`<button part="search-messages" type="button" @click=${searchMessages}>
              ${icon('search')} ${localize.term('searchInMessages')}
            </button>`
          : nothing
      }
      <button class=${searchMessages ? 'quiet' : ''} type="button" @click=${clear}>
        ${localize.term('clearSearch')}
      </button>
    </div>
  `;
}

/** @param words What went wrong, unless that is said elsewhere. */
export function failedMessage(
  localize: Localize,
  words: string | undefined,
  remedy: Remedy,
): TemplateResult {
  return html`
    <div class="message" part="failure" role="alert">
      <p class="strong" dir="auto">${localize.term('conversationsFailed')}</p>
      ${words === undefined ? nothing : html`<p dir="auto">${words}</p>`}
      <button type="button" @click=${remedy.run}>${icon('retry')} ${remedy.label}</button>
    </div>
  `;
}
