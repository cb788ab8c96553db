import type { LocalizeController } from '@shoelace-style/localize';
import { html, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { Category, CollectionKey } from '../../model/categories.js';
import type { StorageUsage } from '../../persistence/measure-usage.js';
import { formatRoughly } from './bytes.js';

const NO_BREAK_SPACE = '\u00a0';

type Localize = LocalizeController<Translation>;
type Counts = Partial<Record<CollectionKey, number>>;

/** The category's name in the reader's language. */
export function categoryName({ id }: Pick<Category, 'id'>, localize: Localize): string {
  return localize.term(`category_${id}`);
}

/** How many records a category has: a number, or words where it holds several kinds of them. */
export function categoryCount(
  { collections }: Category,
  counts: Counts | undefined,
  localize: Localize,
): string {
  if (!counts) return '';
  const kinds = collections.filter(({ key, sparse }) => !sparse || (counts[key] ?? 0) > 0);
  const keys = kinds.map(({ key }) => key);
  const [only, ...others] = keys;
  return only !== undefined && others.length === 0
    ? localize.number(counts[only] ?? 0)
    : recordCount(counts, keys, localize);
}

/** How many bytes the categories' records take, more or less; none where there are no records. */
export function bytesOf(chosen: readonly Category[], { collections }: StorageUsage): number {
  return chosen
    .flatMap((category) => category.collections)
    .filter(({ key }) => collections[key].records > 0)
    .reduce((sum, { key }) => sum + collections[key].bytes, 0);
}

/** How much a category takes: "12 MB"; nothing while it is not known, or when there is nothing. */
export function categorySize(
  category: Category,
  usage: StorageUsage | undefined,
  localize: Localize,
): string {
  const bytes = usage ? bytesOf([category], usage) : 0;
  return bytes === 0 ? '' : formatRoughly(bytes, localize.lang());
}

/** The categories that have any records, beside how many. */
export function countList(
  categories: readonly Category[],
  counts: Counts | undefined,
  localize: Localize,
): TemplateResult {
  const filled = categories.filter(({ collections }) =>
    collections.some(({ key }) => (counts?.[key] ?? 0) > 0),
  );
  return html`
    <ul class="counts">
      ${filled.map(
        (category) => html`
          <li>
            <span>${categoryName(category, localize)}</span>
            <span class="number">${categoryCount(category, counts, localize)}</span>
          </li>
        `,
      )}
    </ul>
  `;
}

/** How many records of each of the collections, as a list in words; those without any are left out. */
export function recordCount(
  counts: Counts,
  keys: readonly CollectionKey[],
  localize: Localize,
  type: Intl.ListFormatType = 'unit',
): string {
  const words = keys
    .map((key) => ({ key, count: counts[key] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => countInWords(key, count, localize));
  if (words.length === 0) return localize.number(0);
  return new Intl.ListFormat(localize.lang(), {
    type,
    style: type === 'unit' ? 'short' : 'long',
  }).format(words);
}

/** A number is not parted from its word at the end of a line. */
function countInWords(collection: CollectionKey, count: number, localize: Localize): string {
  return localize.term(`count_${collection}`, count).replaceAll(' ', NO_BREAK_SPACE);
}
