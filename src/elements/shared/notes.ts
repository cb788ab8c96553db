import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DatabaseStatus } from '../../database/litechat-database.js';
import type { Progress } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from './icons.js';
import { pace, type ProgressUnit } from './pace.js';

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

/** Why nothing can be done with the data now; nothing when it can be, or soon. */
export function whyNotReady(
  status: DatabaseStatus | undefined,
  localize: LocalizeController<Translation>,
): TemplateResult | typeof nothing {
  const words = (() => {
    switch (status?.state) {
      case 'blocked':
        return `${localize.term('databaseBlocked')} ${localize.term('databaseBlockedDetail')}`;
      case 'outdated':
        return `${localize.term('databaseOutdated')} ${localize.term('databaseOutdatedDetail')}`;
      case 'newer':
        return `${localize.term('databaseNewer')} ${localize.term('databaseNewerDetail')}`;
      case 'failed':
        return localize.term('databaseFailed');
      default:
        return undefined;
    }
  })();
  return words === undefined ? nothing : html`<p class="words reason" part="reason">${words}</p>`;
}

/** Files are read and restored by bytes; the database is read by records. */
const unitOf = ({ phase }: Progress): ProgressUnit => (phase === 'reading' ? 'records' : 'bytes');

/** The last of a file is decrypted before it is known whether the passphrase is its own. */
function shareOf(progress: Progress | undefined): number | undefined {
  if (!progress || progress.total === 0) return undefined;
  const { phase, done, total } = progress;
  return phase === 'decrypting' && done >= total ? undefined : done / total;
}

/** What goes on, how far it is, how long it takes, and a way out where there is one. */
export function work(
  localize: LocalizeController<Translation>,
  words: string,
  progress: Progress | undefined,
  cancel?: () => void,
  unit?: ProgressUnit,
): TemplateResult {
  const share = shareOf(progress);
  const isMoving = progress !== undefined && progress.phase !== 'waiting';
  return html`
    <div class="work" part="work">
      <div>
        <span>${words}</span>
        <span class="number">
          ${share === undefined ? nothing : localize.number(share, { style: 'percent' })}
        </span>
      </div>
      <progress part="progress" aria-label=${words} value=${share ?? nothing}></progress>
      <div>
        <span class="number pace">
          ${isMoving ? pace(progress, unit ?? unitOf(progress), localize) : nothing}
        </span>
        ${
          cancel
            ? html`<button type="button" @click=${cancel}>${localize.term('cancel')}</button>`
            : nothing
        }
      </div>
    </div>
  `;
}
