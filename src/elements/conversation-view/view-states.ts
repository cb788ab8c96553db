import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { Remedy } from '../shared/failure-bar.js';
import { icon } from '../shared/icons.js';

type Localize = LocalizeController<Translation>;

/** What the view shows in place of messages. */

export function loadingMessages(localize: Localize): TemplateResult {
  return html`
    <div class="waiting" role="status">
      <span class="visually-hidden">${localize.term('loadingMessages')}</span>
      ${[0, 1].map(
        () =>
          html`<div class="asked"></div>
            <div></div>
            <div></div>
            <div class="short"></div>`,
      )}
    </div>
  `;
}

export function nothingSelected(localize: Localize): TemplateResult {
  return html`
    <div class="message-box" part="nothing-selected">
      <slot name="nothing-selected">
        ${icon('message')}
        <p dir="auto">${localize.term('selectConversation')}</p>
      </slot>
    </div>
  `;
}

export function noMessages(localize: Localize): TemplateResult {
  return html`
    <div class="message-box" part="empty">
      <slot name="empty">
        ${icon('message')}
        <p dir="auto">${localize.term('noMessages')}</p>
      </slot>
    </div>
  `;
}

/** @param words What went wrong, unless that is said elsewhere. */
export function failedMessages(
  localize: Localize,
  words: string | undefined,
  remedy: Remedy,
): TemplateResult {
  return html`
    <div class="message-box" part="failure" role="alert">
      <p class="strong" dir="auto">${localize.term('messagesFailed')}</p>
      ${words === undefined ? nothing : html`<p dir="auto">${words}</p>`}
      <button type="button" @click=${remedy.run}>${icon('retry')} ${remedy.label}</button>
    </div>
  `;
}

export function blockedMessages(localize: Localize, isInFull: boolean): TemplateResult {
  return html`
    <div class="message-box" role="status">
      <p class="strong" dir="auto">${localize.term('databaseBlocked')}</p>
      ${isInFull ? html`<p dir="auto">${localize.term('databaseBlockedDetail')}</p>` : nothing}
    </div>
  `;
}
