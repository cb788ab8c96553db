import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { categories, type Category, type CategoryId } from '../../model/categories.js';
import type { CollectionCounts } from '../../persistence/counts.js';
import type { StorageUsage } from '../../persistence/measure-usage.js';
import { formatRoughly } from '../shared/bytes.js';
import { categoryChecklist } from '../shared/category-checklist.js';
import { bytesOf, categoryCount, categoryName, categorySize } from '../shared/category-words.js';
import { icon } from '../shared/icons.js';

interface ClearChoice {
  localize: LocalizeController<Translation>;
  chosen: readonly Category[];
  counts: CollectionCounts | undefined;
  usage: StorageUsage | undefined;
  isDisabled: boolean;
  tick: (chosen: readonly Category[]) => void;
}

/** What goes, in one line that opens into a list to tick. */
export function clearChoice(choice: ClearChoice): TemplateResult {
  const { localize, chosen, counts, usage, isDisabled, tick } = choice;
  const bytes = usage ? bytesOf(chosen, usage) : 0;
  const entries = categories.map((category) => ({
    category,
    name: categoryName(category, localize),
    count: categoryCount(category, counts, localize),
    size: categorySize(category, usage, localize),
    isTicked: chosen.includes(category),
  }));
  const onToggle = (id: CategoryId, isTicked: boolean): void =>
    tick(categories.filter((other) => (other.id === id ? isTicked : chosen.includes(other))));
  return html`
    <details class="choice" part="choice">
      <summary>
        ${icon('chevron')}
        <span>${localize.term('clearChoice')}</span>
        <span class="number">
          ${localize.term('categoriesChosen', chosen.length, categories.length)}${
            bytes === 0
              ? nothing
              : ` · ${localize.term('about', formatRoughly(bytes, localize.lang()))}`
          }
        </span>
      </summary>
      <div class="ticks">
        <button
          class="link"
          type="button"
          aria-disabled=${isDisabled}
          @click=${() => tick(categories)}
        >
          ${localize.term('selectAll')}
        </button>
        <button class="link" type="button" aria-disabled=${isDisabled} @click=${() => tick([])}>
          ${localize.term('selectNone')}
        </button>
      </div>
      ${categoryChecklist(localize.term('clearChoice'), entries, onToggle, isDisabled)}
    </details>
  `;
}

interface CopyChoice {
  localize: LocalizeController<Translation>;
  /** About how much it takes. */
  bytes: number;
  keepsCopy: boolean;
  isDisabled: boolean;
  choose: (keepsCopy: boolean) => void;
}

/** Whether what goes can be brought back for a while. */
export function copyChoice(choice: CopyChoice): TemplateResult {
  const { localize, bytes, keepsCopy, isDisabled, choose } = choice;
  const size = bytes === 0 ? undefined : formatRoughly(bytes, localize.lang());
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) choose(target.checked);
  };
  return html`
    <label class="check copy">
      <input
        type="checkbox"
        name="keep-copy"
        .checked=${keepsCopy}
        ?disabled=${isDisabled}
        @change=${onChange}
      />
      <span>
        ${localize.term('clearKeepCopy', size)}
        <p class="words">${localize.term(keepsCopy ? 'clearKeepCopyWords' : 'clearNoCopyWords')}</p>
      </span>
    </label>
  `;
}
