import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RestoreReport } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { collections } from '../../model/categories.js';
import { recordCount } from './category-words.js';
import { goodNote } from './notes.js';

/** What a restore or an import did: how much came in, and what could not come in as it was. */
export function restoreReport(
  report: RestoreReport,
  localize: LocalizeController<Translation>,
): TemplateResult {
  const { kind, counts, repairs, repairCount } = report;
  const written = collections.map(({ key }) => key).filter((key) => (counts[key] ?? 0) > 0);
  const more = repairCount - repairs.length;
  return goodNote(html`
    <p>${localize.term(kind === 'backup' ? 'restored' : 'added')}</p>
    <p class="number">
      ${
        written.length === 0
          ? localize.term('nothingInFile')
          : recordCount(counts, written, localize)
      }
    </p>
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
