import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RestoreReport } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { categories } from '../../model/categories.js';
import { countList } from './category-words.js';
import { goodNote } from './notes.js';

/**
 * What a restore or an import did: how much came in, what the user left out of it, and what could
 * not come in as it was.
 */
export function restoreReport(
  report: RestoreReport,
  localize: LocalizeController<Translation>,
  leftOut?: string,
): TemplateResult {
  const { kind, counts, repairs, repairCount } = report;
  const more = repairCount - repairs.length;
  return goodNote(html`
    <p>${localize.term(kind === 'backup' ? 'restored' : 'added')}</p>
    ${
      Object.values(counts).some((count) => count > 0)
        ? countList(categories, counts, localize)
        : html`<p class="number">${localize.term('nothingInFile')}</p>`
    }
    ${leftOut === undefined ? nothing : html`<p>${localize.term('leftOut', leftOut)}</p>`}
    ${
      repairCount === 0
        ? nothing
        : html`
            <details>
              <summary>${localize.term('repairCount', repairCount)}</summary>
              <ul class="repairs" tabindex="0">
                ${repairs.map(
                  (repair) => html`
                    <li>${localize.term(`repair_${repair.kind}`)} <code>${repair.path}</code></li>
                  `,
                )}
                ${more > 0 ? html`<li>${localize.term('andMore', more)}</li>` : nothing}
              </ul>
            </details>
          `
    }
  `);
}
