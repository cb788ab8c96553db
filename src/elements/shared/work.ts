import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { pace, type ProgressUnit } from './pace.js';

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
