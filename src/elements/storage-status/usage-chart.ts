import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { categories, type Category } from '../../model/categories.js';
import type { StorageUsage } from '../../persistence/measure-usage.js';
import { formatRoughly } from '../shared/bytes.js';
import { bytesOf, categoryCount, categoryName, categorySize } from '../shared/category-words.js';
import { cssVariables } from '../shared/css-variables.js';

type Localize = LocalizeController<Translation>;

/** Of the bar; below, it would be less than a pixel or two. */
const SMALLEST_SHARE = 0.004;

/** Turned by the golden angle, neighbours differ however many there are; conversations are blue. */
const hues = new Map(categories.map(({ id }, position) => [id, (78 + position * 137.5) % 360]));
const hueOf = ({ id }: Category): number => hues.get(id) ?? 0;

/** Those that hold anything, the largest first. */
export function filledCategories(usage: StorageUsage): Category[] {
  return categories
    .filter(({ collections }) => collections.some(({ key }) => usage.collections[key].records > 0))
    .sort((first, second) => bytesOf([second], usage) - bytesOf([first], usage));
}

/** How much there is in all, the shares of the categories as a bar, and as numbers. */
export function usageChart(usage: StorageUsage, localize: Localize): TemplateResult {
  const filled = filledCategories(usage);
  return html`
    <p class="total" part="total">${total(usage, filled, localize)}</p>
    <div class="bar" part="bar" aria-hidden="true">${shares(usage, filled)}</div>
    ${filled.length > 0 ? legend(usage, filled, localize) : nothing}
  `;
}

function total(
  usage: StorageUsage,
  filled: readonly Category[],
  localize: Localize,
): TemplateResult {
  const size = (bytes: number): string => formatRoughly(bytes, localize.lang());
  const words =
    filled.length > 0
      ? localize.term('about', size(bytesOf(filled, usage)))
      : localize.term('nothingStored');
  return html`
    <strong>${words}</strong>
    ${
      usage.usage === null || usage.quota === null
        ? nothing
        : html`<span> ${localize.term('usedOfQuota', size(usage.usage), size(usage.quota))} </span>`
    }
  `;
}

/** What is too small to be seen is left to the legend: made visible, it would seem more than it is. */
function shares(usage: StorageUsage, filled: readonly Category[]): TemplateResult[] {
  const all = bytesOf(filled, usage);
  return filled
    .map((category) => ({ category, share: bytesOf([category], usage) / all }))
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .map(
      ({ category, share }) =>
        html`<span ${cssVariables({ '--hue': hueOf(category), '--share': share })}></span>`,
    );
}

function legend(
  usage: StorageUsage,
  filled: readonly Category[],
  localize: Localize,
): TemplateResult {
  const counts = Object.fromEntries(
    Object.entries(usage.collections).map(([key, { records }]) => [key, records]),
  );
  return html`
    <ul class="legend" part="legend">
      ${filled.map(
        (category) => html`
          <li part="category">
            <span class="swatch" ${cssVariables({ '--hue': hueOf(category) })}></span>
            <span>${categoryName(category, localize)}</span>
            <span class="number count">${categoryCount(category, counts, localize)}</span>
            <span class="number size">${categorySize(category, usage, localize)}</span>
          </li>
        `,
      )}
    </ul>
  `;
}
