import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from './icons.js';

/** How something ended, or what is to be known before it begins; it stays until the next step. */

export function goodNote(content: unknown): TemplateResult {
  return html`<div class="note good" part="result" role="status">
    ${icon('circle-check')}
    <div>${content}</div>
  </div>`;
}

export function plainNote(content: unknown): TemplateResult {
  return html`<div class="note" part="result" role="status">
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
  return html`<div class="note bad" part="error" role="alert">
    ${icon('circle-alert')}
    <div>${content}</div>
  </div>`;
}

/** What goes on, how far it is, and a way out where there is one. */
export function work(
  localize: LocalizeController<Translation>,
  words: string,
  progress: Progress | undefined,
  cancel?: () => void,
): TemplateResult {
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return html`
    <div class="work" part="work">
      <div>
        <span>${words}</span>
        <span class="number">
          ${share === undefined ? nothing : localize.number(share, { style: 'percent' })}
        </span>
      </div>
      <progress part="progress" aria-label=${words} value=${share ?? nothing}></progress>
      ${
        cancel
          ? html`<div>
              <button type="button" @click=${cancel}>${localize.term('cancel')}</button>
            </div>`
          : nothing
      }
    </div>
  `;
}
