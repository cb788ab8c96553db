import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { categoryName as fileNameOf } from '../../formats/file-names.js';
import { saveFile } from '../../import-export/save-file.js';
import type { Repair, RestoreOutcome, RestoreReport } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { categories, type Category } from '../../model/categories.js';
import { countList, recordCount } from './category-words.js';
import { icon } from './more-icons.js';
import { goodNote } from './notes.js';

type Localize = LocalizeController<Translation>;

/** More than anyone reads; all of the skipped ones can be saved as a file. */
const LISTED = 100;

const repairKinds = [
  'reference-cleared',
  'name-changed',
  'id-changed',
  'cycle-broken',
  'conversation-recovered',
  'date-filled',
  'destination-kept',
  'record-dropped',
] as const satisfies readonly Repair['kind'][];

/**
 * What a restore or an import did: how much came in, what the user left out of it, and what could
 * not come in as it was.
 */
export function restoreReport(
  report: RestoreReport,
  localize: Localize,
  leftOut?: string,
): TemplateResult {
  const { kind, counts } = report;
  return goodNote(html`
    <p>${localize.term(kind === 'backup' ? 'restored' : 'added')}</p>
    ${
      Object.values(counts).some((count) => count > 0)
        ? countList(categories, counts, localize)
        : html`<p class="number">${localize.term('nothingInFile')}</p>`
    }
    ${kind === 'backup' ? html`<p class="number">${changeWords(report, localize)}</p>` : nothing}
    ${leftOut === undefined ? nothing : html`<p>${localize.term('leftOut', leftOut)}</p>`}
    ${skippedRecords(report, localize)} ${repairLists(report, localize)}
  `);
}

/** What the import of one category did, below its name. */
export function importReport(
  report: RestoreReport,
  { collections }: Category,
  localize: Localize,
): TemplateResult {
  const { counts } = report;
  const keys = collections.map(({ key }) => key);
  const isEmpty = Object.values(counts).every((count) => count === 0);
  return goodNote(html`
    <p>${localize.term('imported')}</p>
    <p class="number">
      ${isEmpty ? localize.term('nothingInFile') : recordCount(counts, keys, localize)}
    </p>
    ${report.kind === 'backup' ? html`<p class="number">${changeWords(report, localize)}</p>` : nothing}
    ${skippedRecords(report, localize)} ${repairLists(report, localize)}
  `);
}

/** "12 added, 3 changed, 200 left as they were" */
export function changeWords({ outcome }: RestoreOutcome, localize: Localize): string {
  const sums = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const { new: added, identical, different, kept, removed } of Object.values(outcome)) {
    sums.added += added;
    sums.changed += different - kept;
    sums.removed += removed;
    sums.unchanged += identical + kept;
  }
  const { added, changed, removed, unchanged } = sums;
  return localize.term('outcomeWords', added, changed, removed, unchanged);
}

/** What does not come in as it is, a list to open for each way in which it is mended. */
export function repairLists(
  { repairs, repairCounts }: Pick<RestoreOutcome, 'repairs' | 'repairCounts'>,
  localize: Localize,
): unknown {
  return repairKinds.map((kind) => {
    const count = repairCounts[kind] ?? 0;
    if (count === 0) return nothing;
    const paths = repairs.filter((repair) => repair.kind === kind).map(({ path }) => path);
    return html`
      <details>
        <summary>${localize.term(`repairs_${kind}`, count)}</summary>
        ${listOf(paths, count, localize, (path) => html`<code dir="ltr">${path}</code>`)}
      </details>
    `;
  });
}

/** The records that cannot be stored, with what is wrong with each. */
export function invalidList(
  { invalid, invalidCount }: Pick<RestoreOutcome, 'invalid' | 'invalidCount'>,
  localize: Localize,
  words = localize.term('invalidCount', invalidCount),
): TemplateResult {
  // The reason is in English, whatever language the page speaks.
  return html`
    <details>
      <summary>${words}</summary>
      ${listOf(
        invalid,
        invalidCount,
        localize,
        ({ path, reason }) => html`
          <span lang="en" dir="ltr">${reason}</span> <code dir="ltr">${path}</code>
        `,
      )}
    </details>
  `;
}

/** What was skipped, to be read and to be saved. */
export function skippedRecords(
  { invalid, invalidCount, skipped }: RestoreReport,
  localize: Localize,
): TemplateResult | typeof nothing {
  if (!skipped) return nothing;
  const save = (): void => {
    saveFile(fileNameOf('skipped_records', new Date()), 'application/json', skipped).catch(
      (error: unknown) => {
        // The user closed the browser's dialog, and can open it again.
        if (!(error instanceof DOMException && error.name === 'AbortError')) reportError(error);
      },
    );
  };
  const words = localize.term('skippedCount', invalidCount);
  return html`
    ${invalidList({ invalid, invalidCount }, localize, words)}
    <button type="button" part="skipped" @click=${save}>
      ${icon('download')} ${localize.term('downloadSkipped')}
    </button>
  `;
}

function listOf<Item>(
  items: readonly Item[],
  count: number,
  localize: Localize,
  renderItem: (item: Item) => TemplateResult,
): TemplateResult {
  const shown = items.slice(0, LISTED);
  const more = count - shown.length;
  return html`
    <ul class="repairs" tabindex="0">
      ${shown.map((item) => html`<li>${renderItem(item)}</li>`)}
      ${more > 0 ? html`<li>${localize.term('andMore', more)}</li>` : nothing}
    </ul>
  `;
}
