import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CollectionOutcome } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import type { Category, Collection } from '../../model/categories.js';
import { categoryName } from '../shared/category-words.js';
import { icon } from '../shared/more-icons.js';
import { recordsIn, type RestoreChoices } from './restore-choices.js';

type Localize = LocalizeController<Translation>;
type Column = Exclude<keyof CollectionOutcome, 'secrets'>;

const columns = ['new', 'identical', 'different', 'kept', 'invalid', 'removed'] as const;
/** Always there; the others only when they have a number. */
const constant: ReadonlySet<Column> = new Set<Column>(['new', 'identical', 'different']);
const MODS_SHOWN = 5;

/** The categories of a file to tick, each with what a restore would do with its records. */
export function outcomeTable(
  choices: RestoreChoices,
  localize: Localize,
  isDisabled: boolean,
): TemplateResult {
  const { carried, preview, comparison } = choices;
  const shown = columns.filter(
    (column) =>
      constant.has(column) || Object.values(preview.outcome).some((entry) => entry[column] > 0),
  );
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const category = carried.find(({ id }) => id === target.value);
    if (category) choices.tick(category.id, target.checked);
  };
  return html`
    <fieldset part="checklist" ?disabled=${isDisabled} @change=${onChange}>
      <legend class="visually-hidden">${localize.term('whatToRestore')}</legend>
      <div class="outcome ${comparison.state === 'settled' ? '' : 'stale'}">
        <div class="columns" aria-hidden="true">
          ${shown.map(
            (column) =>
              html`<span class="in-${column}">${localize.term(`column_${column}`)}</span>`,
          )}
        </div>
        ${carried.map((category) => renderRow(category, shown, choices, localize))}
      </div>
    </fieldset>
  `;
}

function renderRow(
  category: Category,
  shown: readonly Column[],
  choices: RestoreChoices,
  localize: Localize,
): TemplateResult {
  const isTicked = choices.ticked.has(category.id);
  const inFile = choices.inFile(category);
  return html`
    <label class="row" part="category">
      <input type="checkbox" value=${category.id} .checked=${isTicked} />
      <span class="name">
        ${categoryName(category, localize)} ${renderHints(category, choices, localize)}
      </span>
      ${
        isTicked
          ? renderLines(category, shown, choices, localize)
          : html`<span class="left-out number">${localize.term('inTheFile', inFile)}</span>`
      }
      ${category.carriesCode ? renderNames(choices.whole.mods, localize) : nothing}
    </label>
  `;
}

/** What to know before ticking it. */
function renderHints(category: Category, { whole }: RestoreChoices, localize: Localize): unknown {
  const secrets = category.collections.reduce(
    (sum, { key }) => sum + (whole.outcome[key]?.secrets ?? 0),
    0,
  );
  return [
    category.carriesCode
      ? html`<span class="hint">${icon('code')}${localize.term('installsCode')}</span>`
      : nothing,
    secrets > 0
      ? html`<span class="hint">${icon('key')}${localize.term('secretCount', secrets)}</span>`
      : nothing,
  ];
}

/** One line of numbers a collection; where there are several, each with its name. */
function renderLines(
  { collections }: Category,
  shown: readonly Column[],
  choices: RestoreChoices,
  localize: Localize,
): unknown {
  const filled = collections.filter((collection) => {
    const outcome = choices.outcomeOf(collection);
    return recordsIn(outcome) + outcome.removed > 0;
  });
  const [first] = collections;
  const lines = filled.length === 0 && first ? [first] : filled;
  const isNamed = lines.length > 1 || lines[0]?.key !== first?.key;
  return lines.map(
    (collection) => html`
      <span class="line">
        ${isNamed ? html`<span class="collection">${nameOf(collection, localize)}</span>` : nothing}
        <span class="cells">${renderNumbers(choices.outcomeOf(collection), shown, localize)}</span>
      </span>
    `,
  );
}

function nameOf({ key }: Collection, localize: Localize): string {
  const term = `collection_${key}` as const;
  return localize.exists(term, { includeFallback: true }) ? localize.term(term) : key;
}

/** As bare numbers below the names of the columns, and as words for narrow cards and for ears. */
function renderNumbers(
  outcome: CollectionOutcome,
  shown: readonly Column[],
  localize: Localize,
): unknown {
  return shown.map((column) => {
    const number = outcome[column];
    return html`<span class="cell in-${column} ${number === 0 ? 'zero' : ''}"
      ><span class="bare" aria-hidden="true">${localize.number(number)}</span
      ><span class="worded">${localize.term(`outcome_${column}`, number)}</span></span
    >`;
  });
}

function renderNames(names: readonly string[], localize: Localize): TemplateResult {
  const more = names.length - MODS_SHOWN;
  return html`
    <span class="mods">
      ${names.slice(0, MODS_SHOWN).map((name) => html`<bdi class="mod">${name}</bdi>`)}
      ${more > 0 ? html`<span>${localize.term('andMore', more)}</span>` : nothing}
    </span>
  `;
}
