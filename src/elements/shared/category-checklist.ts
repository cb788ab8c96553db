import { html, nothing, type TemplateResult } from 'lit';
import type { Category, CategoryId, FullImportOptions } from '../../model/categories.js';

export interface ChecklistEntry {
  category: Category;
  name: string;
  /** How much of it there is, in words. */
  count: string;
  /** How much room it takes, in words. */
  size?: string | undefined;
  isTicked: boolean;
  /** What to know before ticking it. */
  note?: TemplateResult | undefined;
}

/** A list of categories to tick. */
export function categoryChecklist(
  legend: string,
  entries: readonly ChecklistEntry[],
  onToggle: (id: CategoryId, isTicked: boolean) => void,
  isDisabled: boolean,
): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const entry = entries.find(({ category }) => category.id === target.value);
    if (entry) onToggle(entry.category.id, target.checked);
  };
  return html`
    <fieldset class="checklist" part="checklist" ?disabled=${isDisabled} @change=${onChange}>
      <legend class="visually-hidden">${legend}</legend>
      ${entries.map(
        ({ category, name, count, size, isTicked, note }) => html`
          <label class="check" part="category">
            <input type="checkbox" value=${category.id} .checked=${isTicked} />
            <span class="name"
              >${name}${note ? html` <span class="hint">${note}</span>` : nothing}</span
            >
            <span class="number">${count}</span>
            ${size === undefined ? nothing : html`<span class="size">${size}</span>`}
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** The switches of the ticked categories. */
export function optionsOf(
  categories: readonly Category[],
  ticked: ReadonlySet<CategoryId>,
): FullImportOptions {
  const flags = categories.filter(({ id }) => ticked.has(id)).map(({ flag }) => [flag, true]);
  return Object.fromEntries(flags) as FullImportOptions;
}
