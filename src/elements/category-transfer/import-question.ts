import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackupPreview } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import type { Category } from '../../model/categories.js';
import { categoryName, recordCount } from '../shared/category-words.js';
import type { Question } from '../shared/confirm-dialog.js';
import { keysSentElsewhere } from '../shared/key-destinations.js';
import { invalidList } from '../shared/restore-report.js';

type Localize = LocalizeController<Translation>;

/** As many as anyone reads in a dialog. */
const NAMES_SHOWN = 10;

/** What is asked before a category of a file comes in; undefined when nothing of it needs care. */
export function importQuestion(
  category: Category,
  preview: BackupPreview,
  localize: Localize,
): Question | undefined {
  const { mods, keysSentElsewhere: destinations, invalidCount } = preview;
  const code = category.carriesCode ? mods : [];
  if (code.length + destinations.length + invalidCount === 0) return undefined;
  return {
    title: localize.term('importQuestion', categoryName(category, localize)),
    content: html`
      ${renderAmount(category, preview, localize)}
      ${code.length === 0 ? nothing : renderCode(code, localize)}
      ${keysSentElsewhere(destinations, localize)}
      ${invalidCount === 0 ? nothing : invalidList(preview, localize)}
    `,
    action: localize.term(invalidCount === 0 ? 'import' : 'importTheRest'),
  };
}

function renderAmount(
  { collections }: Category,
  { outcome }: BackupPreview,
  localize: Localize,
): TemplateResult | typeof nothing {
  const keys = collections.map(({ key }) => key);
  const added = Object.fromEntries(keys.map((key) => [key, outcome[key]?.new ?? 0]));
  const isAny = Object.values(added).some((count) => count > 0);
  return isAny
    ? html`<p>${localize.term('foreseenNew', recordCount(added, keys, localize))}</p>`
    : nothing;
}

function renderCode(names: readonly string[], localize: Localize): TemplateResult {
  const more = names.length - NAMES_SHOWN;
  return html`
    <p>${localize.term('importCodeWords')}</p>
    <ul class="names">
      ${names.slice(0, NAMES_SHOWN).map((name) => html`<li><bdi>${name}</bdi></li>`)}
      ${more > 0 ? html`<li>${localize.term('andMore', more)}</li>` : nothing}
    </ul>
  `;
}
