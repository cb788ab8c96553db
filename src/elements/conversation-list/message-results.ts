import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { StoreController } from '../../controllers/store-controller.js';
import '../../locales/en-with-tools.js';
import type { Translation } from '../../locales/translation.js';
import { outlineKey } from '../../model/outline.js';
import type { SearchGroup, SearchHit } from '../../persistence/search/search-types.js';
import type { LiveStore } from '../../stores/live-store.js';
import type { SearchState } from '../../stores/search-state.js';
import { addStyles } from '../shared/add-styles.js';
import { FoundRows } from './found-rows.js';
import { loadingRows } from './list-states.js';
import {
  isFiltered,
  messageFilters,
  noFilters,
  toSearchFilters,
  type MessageFilters,
} from './message-filters.js';
import { messageSearch } from './message-search.styles.js';
import { resultList } from './result-list.js';
import { hitId, type HitRow } from './result-rows.js';
import { ResultWindow } from './result-window.js';
import {
  indexProgress,
  noHitMessage,
  placeChoice,
  searchFailure,
  type PlaceChoiceParts,
} from './search-states.js';
import type { TreeView } from './tree-view.js';

export interface MessageResultsParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  open: (hit: SearchHit) => void;
  focusField: () => void;
}

interface Host extends LitElement {
  readonly context: PersistenceContext | undefined;
}

interface Asked {
  store: LiveStore<SearchState>;
  query: string;
  filters: MessageFilters;
}

/**
 * What a search finds in messages, in the place of the tree. The store is followed from the first
 * search on, and not before: it makes the index of words as soon as it is.
 */
export class MessageResults {
  readonly #host: Host;
  readonly #parts: MessageResultsParts;
  readonly #window: ResultWindow;
  readonly #search: StoreController<SearchState>;
  readonly #found = new FoundRows();
  #isWanted = false;
  #filters: MessageFilters = noFilters;
  #asked: Asked | undefined;
  /** Which search the rows are of: those of another one are other rows. */
  #run = 0;
  #isAskingMore = false;
  /** Whether the active result is not where it can be seen yet. */
  #isSeeking = false;

  constructor(host: Host, parts: MessageResultsParts) {
    this.#host = host;
    this.#parts = parts;
    addStyles(host, [messageSearch]);
    this.#window = new ResultWindow(host);
    this.#search = new StoreController(host, () => (this.#isWanted ? this.#store : undefined));
  }

  get #store(): LiveStore<SearchState> | undefined {
    return this.#host.context?.stores.search;
  }

  /** Of the words at hand; another list on the page may search for others. */
  get #state(): SearchState | undefined {
    const { state } = this.#search;
    return state && state.query === this.#asked?.query ? state : undefined;
  }

  get #isDone(): boolean {
    return this.#state?.progress.state === 'done';
  }

  /** How many messages have the words, as far as that is known. */
  get total(): number | undefined {
    return this.#isDone || this.hasRows ? this.#state?.total : undefined;
  }

  /** The same once it stands. */
  get announced(): number | undefined {
    return this.#isDone ? this.total : undefined;
  }

  get hasRows(): boolean {
    return this.#found.rows.length > 0;
  }

  /** The id of the result that the arrows have reached, where it is rendered. */
  get activeId(): string | undefined {
    const { active, rows } = this.#found;
    return active && this.#window.has(rows.indexOf(active)) ? hitId(active.key) : undefined;
  }

  /** The choice of what is searched, which stands above the tree too. */
  renderPlaces(places: PlaceChoiceParts): TemplateResult {
    return placeChoice(this.#parts.localize, places);
  }

  /** Searches for these words from now on, or ends with none; shows what has been found by now. */
  follow(query: string): void {
    const asked = this.#asked;
    if (!asked && query === '') return;
    const isSame = asked?.query === query && asked.filters === this.#filters;
    if (!isSame || asked.store !== this.#store) this.#ask(query);
    const found = this.#found;
    const state = this.#state;
    const wasInSight = this.activeId !== undefined;
    if (state && found.show(state.groups) && wasInSight) this.#isSeeking = true;
    this.#window.follow(found.rows.map(({ key }) => `${String(this.#run)} ${key}`));
    this.#seek();
  }

  /** The active result stays in sight while rows come and go, and where it is far it comes there. */
  #seek(): void {
    const { active, rows } = this.#found;
    if (!active || !this.#isSeeking) return;
    const index = rows.indexOf(active);
    this.#isSeeking = !this.#window.has(index);
    // With the first passage of a conversation its title.
    this.#window.show(index, rows[index - 1]?.kind === 'title' ? index - 1 : index);
  }

  #ask(query: string): void {
    const store = this.#store;
    const asked = this.#asked;
    this.#found.active = undefined;
    this.#run++;
    if (query === '' || !store) {
      this.#asked = undefined;
      this.#found.show([]);
      void asked?.store.getState().search('');
      return;
    }
    this.#isWanted = true;
    this.#asked = { store, query, filters: this.#filters };
    this.#window.toStart();
    this.#begin(this.#asked);
  }

  /** @returns Whether the key was meant for the results. */
  onKeydown({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey || shiftKey) return false;
    const field = target instanceof HTMLInputElement ? target : undefined;
    const isSelecting = field?.selectionStart !== field?.selectionEnd;
    const { active, count } = this.#found;
    switch (key) {
      case 'ArrowDown':
        return this.#moveTo((active?.position ?? 0) + 1);
      case 'ArrowUp':
        return this.#moveTo((active?.position ?? count + 1) - 1);
      case 'Home':
        return !isSelecting && this.#moveTo(1);
      case 'End':
        return !isSelecting && this.#moveTo(count);
      case 'Enter':
        return this.#openActive();
      case 'Escape':
        return active !== undefined && this.#moveTo(0);
      default:
        return false;
    }
  }

  #begin({ store, query, filters }: Asked): void {
    const found = store.getState().search(query, toSearchFilters(filters, new Date()));
    found.catch(() => {
      // The state tells of it.
    });
  }

  /** What failed of the index is begun anew, and the search with it. */
  readonly #retry = (): void => {
    if (!this.#asked) return;
    this.#asked.store.stop();
    this.#begin(this.#asked);
  };

  readonly #more = (): void => {
    const store = this.#asked?.store;
    if (!store || this.#isAskingMore || !this.#isDone || !this.#state?.hasMore) return;
    this.#isAskingMore = true;
    const rest = (): void => {
      this.#isAskingMore = false;
      this.#host.requestUpdate();
    };
    store.getState().more().then(rest, rest);
  };

  readonly #setFilters = (filters: Partial<MessageFilters>): void => {
    this.#filters = { ...this.#filters, ...filters };
    this.#host.requestUpdate();
  };

  /** To the result at a position from 1; from the first one up, the caret is alone again. */
  #moveTo(position: number): boolean {
    const found = this.#found;
    if (found.count === 0) return false;
    found.active = position === 0 ? undefined : found.hitAt(position);
    this.#isSeeking = true;
    this.#host.requestUpdate();
    return true;
  }

  #openActive(): boolean {
    // What was found for former words is not what is meant.
    const row = this.#isDone ? (this.#found.active ?? this.#found.hitAt(1)) : undefined;
    if (row) this.#open(row);
    return row !== undefined;
  }

  readonly #open = (row: HitRow): void => {
    this.#found.active = row;
    this.#host.requestUpdate();
    this.#parts.open(row.hit);
  };

  /** The arrows lead back from the button below the results. */
  readonly #onKeydownBelow = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || !this.onKeydown(event)) return;
    event.preventDefault();
    this.#parts.focusField();
  };

  render(): TemplateResult {
    const { localize, view } = this.#parts;
    const state = this.#state;
    const failed = [state?.progress, state?.index].find((each) => each?.state === 'failed');
    return html`
      ${messageFilters(localize, {
        filters: this.#filters,
        projects: () => view.destinationsFor(),
        revision: view.revision,
        change: this.#setFilters,
      })}
      ${state ? indexProgress(localize, state.index) : nothing}
      ${failed ? searchFailure(localize, failed.error.message, this.#retry) : nothing}
      ${this.hasRows ? this.#renderRows() : this.#renderNoRows(state)}
    `;
  }

  #renderNoRows(state: SearchState | undefined): TemplateResult | typeof nothing {
    const { localize } = this.#parts;
    if (state?.progress.state === 'failed') return nothing;
    if (!this.#isDone) return loadingRows(localize, localize.term('searching'));
    return noHitMessage(localize, {
      query: state?.query.trim() ?? '',
      isBuilding: state?.index.state === 'building',
      clearFilters: isFiltered(this.#filters) ? () => this.#setFilters(noFilters) : undefined,
    });
  }

  #renderRows(): TemplateResult {
    const { localize, view } = this.#parts;
    const titleIn = (key: string): string | undefined => view.item(key)?.title;
    return resultList(this.#found, this.#window, {
      localize,
      now: new Date(),
      // As the list has it now, which hears of a new name at once.
      titleOf: ({ conversationId, title }: SearchGroup) =>
        (titleIn(outlineKey('conversation', conversationId)) ?? title) || localize.term('untitled'),
      projectOf: ({ projectId }: SearchGroup) =>
        projectId === null ? '' : (titleIn(outlineKey('project', projectId)) ?? ''),
      hasMore: this.#state?.hasMore === true,
      more: this.#more,
      open: this.#open,
      onKeydown: this.#onKeydownBelow,
    });
  }
}
