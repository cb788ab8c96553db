import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/**
 * How something ended, or what is to be known before it begins; it stays until the next step. The
 * focus can be moved to one that stands where a control was.
 */

export function goodNote(content: unknown): TemplateResult {
  return html`<div class="note good" part="result" tabindex="-1">
    ${icon('circle-check')}
    <div>${content}</div>
  </div>`;
}

export function plainNote(content: unknown): TemplateResult {
  return html`<div class="note" part="result" tabindex="-1">
    ${icon('info')}
    <div>${content}</div>
  </div>`;
}

export function cautionNote(content: unknown): TemplateResult {
  return html`<div class="note caution">
    ${icon('warning')}
    <div>${content}</div>
  </div>`;
}

export function badNote(content: unknown): TemplateResult {
  return html`<div class="note bad" part="error" role="alert" tabindex="-1">
    ${icon('circle-alert')}
    <div>${content}</div>
  </div>`;
}

/**
 * What goes on, for those who do not see it. Always there, as words that come together with their
 * live region are often not read out.
 */
export function statusLine(words: string): TemplateResult {
  return html`<div class="visually-hidden" role="status">${words}</div>`;
}
