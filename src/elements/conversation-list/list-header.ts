import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ref, type Ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/icons.js';

/** The field, and what it stands for. */
export interface SearchFieldState {
  field: Ref<HTMLInputElement>;
  query: string;
  label: string;
  /** While the arrows run through results from within the field. */
  results: { areShown: boolean; activeId: string | undefined } | undefined;
  onInput: (event: Event) => void;
  onKeydown: (event: KeyboardEvent) => void;
  clear: () => void;
}

export interface HeaderParts {
  search: SearchFieldState;
  /** While there is no database, there is nothing to add to. */
  canCreate: boolean;
  createConversation: () => void;
  createProject: () => void;
  openOrderMenu: (button: Element) => void;
}

/** The search field with the buttons beside it. */
export function listHeader(
  localize: LocalizeController<Translation>,
  parts: HeaderParts,
): TemplateResult {
  const icons = { 'order': 'order', 'new-chat': 'new-chat', 'new-project': 'folder-plus' } as const;
  const iconButton = (
    part: keyof typeof icons,
    name: string,
    run: (event: Event) => void,
  ): TemplateResult => html`
    <button
      class="quiet icon-only"
      part=${part}
      type="button"
      aria-label=${name}
      title=${name}
      ?disabled=${!parts.canCreate}
      @click=${run}
    >
      ${icon(icons[part])}
    </button>
  `;
  const { search } = parts;
  const { results } = search;
  return html`
    <div class="header" part="header">
      <div class="search" role="search">
        ${icon('search')}
        <input
          ${ref(search.field)}
          class="field"
          part="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          role=${results ? 'combobox' : nothing}
          aria-autocomplete=${results ? 'list' : nothing}
          aria-expanded=${results ? (results.areShown ? 'true' : 'false') : nothing}
          aria-controls=${results?.areShown ? 'found' : nothing}
          aria-activedescendant=${results?.activeId ?? nothing}
          aria-label=${search.label}
          aria-keyshortcuts="/"
          placeholder=${localize.term('search')}
          .value=${search.query}
          @input=${search.onInput}
          @keydown=${search.onKeydown}
        />
        ${
          search.query === ''
            ? html`<kbd aria-hidden="true">/</kbd>`
            : html`<button
                class="clear quiet icon-only"
                type="button"
                aria-label=${localize.term('clearSearch')}
                @click=${search.clear}
              >
                ${icon('close')}
              </button>`
        }
      </div>
      ${iconButton('order', localize.term('sort'), ({ currentTarget }) => {
        if (currentTarget instanceof Element) parts.openOrderMenu(currentTarget);
      })}
      ${iconButton('new-chat', localize.term('newChat'), parts.createConversation)}
      ${iconButton('new-project', localize.term('newProject'), parts.createProject)}
    </div>
  `;
}

/** Tells those who do not see the rows how many there are for what they typed. */
export function searchStatus(
  localize: LocalizeController<Translation>,
  matches: number | undefined,
): TemplateResult {
  return html`<div class="visually-hidden" role="status">
    ${matches === undefined ? nothing : localize.term('matchCount', matches)}
  </div>`;
}
