import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import type { SearchIndexStatus } from '../../stores/search-indexing.js';
import { icon } from '../shared/icons.js';
import { isolated } from './isolated.js';

type Localize = LocalizeController<Translation>;

/** What the words in the field are searched in. */
export type SearchPlace = 'titles' | 'messages';

export interface PlaceChoiceParts {
  place: SearchPlace;
  /** How much was found there, where that is known. */
  count: (place: SearchPlace) => number | undefined;
  choose: (place: SearchPlace) => void;
}

/** Below the field while there are words in it. */
export function placeChoice(
  localize: Localize,
  { place, count, choose }: PlaceChoiceParts,
): TemplateResult {
  const segment = (own: SearchPlace, name: string): TemplateResult => {
    const number = count(own);
    return html`
      <label>
        <input
          type="radio"
          name="search-place"
          value=${own}
          .checked=${own === place}
          @change=${() => choose(own)}
        />
        <span>${name}</span>
        ${number === undefined ? nothing : html`<span class="count">${localize.number(number)}</span>`}
      </label>
    `;
  };
  return html`
    <div
      class="places"
      part="search-places"
      role="radiogroup"
      aria-label=${localize.term('searchIn')}
      @mousedown=${keepFocus}
    >
      ${segment('titles', localize.term('inTitles'))}
      ${segment('messages', localize.term('inMessages'))}
    </div>
  `;
}

/** A press changes what is shown, and leaves the caret where the words are. */
export const keepFocus = (event: Event): void => event.preventDefault();

/** How far the index is, as long as it is not whole. */
export function indexProgress(
  localize: Localize,
  index: SearchIndexStatus,
): TemplateResult | typeof nothing {
  if (index.state !== 'building') return nothing;
  const { done, total } = index;
  const part = total > 0 ? Math.min(1, done / total) : 0;
  const words = localize.term(
    'preparingSearch',
    localize.number(Math.floor(part * 100) / 100, { style: 'percent' }),
  );
  return html`
    <div class="preparing" part="search-progress">
      <progress max="1" .value=${part} aria-label=${words}></progress>
      <span>${words}</span>
    </div>
  `;
}

/** The index could not be made, or the search not be done. */
export function searchFailure(
  localize: Localize,
  words: string,
  retry: () => void,
): TemplateResult {
  return html`
    <div class="failure" part="failure" role="alert">
      ${icon('circle-alert')}
      <span>${localize.term('searchFailed')} ${words}</span>
      <button class="link" type="button" @click=${retry}>${localize.term('tryAgain')}</button>
    </div>
  `;
}

export interface NoHitParts {
  query: string;
  isBuilding: boolean;
  /** Undefined where no filter is set. */
  clearFilters: (() => void) | undefined;
}

export function noHitMessage(
  localize: Localize,
  { query, isBuilding, clearFilters }: NoHitParts,
): TemplateResult {
  const words = isolated(query);
  return html`
    <div class="message" part="no-match">
      <p>${isBuilding ? localize.term('noHitYet', words) : localize.term('noHit', words)}</p>
      ${clearFilters ? html`<p>${localize.term('filtersAreSet')}</p>` : nothing}
      ${
        clearFilters
          ? html`<button type="button" @click=${clearFilters}>
              ${localize.term('clearFilters')}
            </button>`
          : nothing
      }
    </div>
  `;
}
