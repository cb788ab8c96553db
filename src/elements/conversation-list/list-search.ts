import type { LocalizeController } from '@shoelace-style/localize';
import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import type { Translation } from '../../locales/translation.js';
import { onDemand } from '../../on-demand.js';
import { failureBar } from '../shared/failure-bar.js';
import { failureWords } from '../shared/failure-words.js';
import { lazyPart, type LazyPart } from '../shared/lazy-part.js';
import type { ItemCommands } from './item-commands.js';
import type { ListActions } from './list-actions.js';
import { searchStatus, type SearchFieldState } from './list-header.js';
import { loadingRows, noMatchMessage } from './list-states.js';
import type { MessageResults } from './message-results.js';
import type { RowFocus } from './row-focus.js';
import { SearchShortcut } from './search-shortcut.js';
import type { SearchPlace } from './search-states.js';
import type { TreeView } from './tree-view.js';

const inMessages = onDemand(() => import('./message-results.js'));

export interface ListSearchParts {
  localize: LocalizeController<Translation>;
  view: TreeView;
  focus: RowFocus;
  commands: ItemCommands;
  actions: ListActions;
  /** The key of the one row that Tab reaches. */
  tabStop: () => string | undefined;
}

interface Host extends LitElement {
  readonly context: PersistenceContext | undefined;
}

/** The words in the field, and whether they are searched in titles or in messages. */
export class ListSearch implements ReactiveController {
  readonly field = createRef<HTMLInputElement>();
  readonly #host: Host;
  readonly #parts: ListSearchParts;
  readonly #messages: LazyPart<MessageResults>;
  #place: SearchPlace = 'titles';

  constructor(host: Host, parts: ListSearchParts) {
    this.#host = host;
    this.#parts = parts;
    const { localize, view, actions } = parts;
    this.#messages = lazyPart(
      host,
      inMessages,
      (module) =>
        new module.MessageResults(host, {
          localize,
          view,
          open: (hit) => actions.openHit(hit),
          focusField: () => this.field.value?.focus(),
        }),
    );
    new SearchShortcut(host, () => this.field.value);
    host.addController(this);
  }

  /** Whether what is found in messages stands in the place of the tree. */
  get isInMessages(): boolean {
    return this.#place === 'messages' && this.#hasPlaces;
  }

  /** Whether something that belongs to the words in the field is not loaded yet. */
  get isLoading(): boolean {
    return this.#hasPlaces && this.#messages.isLoading;
  }

  /** Resolves when it is, or cannot be. */
  loaded(): Promise<void> {
    return this.#messages.settled();
  }

  /** Loads what a search in messages needs, before it is needed. */
  prepare(): void {
    this.#messages.begin();
  }

  /** What was put away, and what is not there, is searched by its titles alone. */
  get #hasPlaces(): boolean {
    const { isSearching, shelf, size } = this.#parts.view;
    return isSearching && shelf === 'active' && size > 0;
  }

  get fieldState(): SearchFieldState {
    const { localize, view } = this.#parts;
    return {
      field: this.field,
      query: view.query,
      label: localize.term(this.isInMessages ? 'searchMessages' : 'searchConversations'),
      results: this.isInMessages
        ? {
            areShown: this.#messages.current?.hasRows === true,
            activeId: this.#messages.current?.activeId,
          }
        : undefined,
      onInput: this.#onInput,
      onKeydown: this.#onKeydown,
      clear: this.clear,
    };
  }

  hostUpdate(): void {
    this.#messages.current?.follow(this.isInMessages ? this.#parts.view.query : '');
  }

  hostDisconnected(): void {
    this.#messages.current?.follow('');
  }

  /** Empties the field, and leaves the caret in it. */
  readonly clear = (): void => {
    this.#place = 'titles';
    this.#search('');
    this.field.value?.focus();
  };

  readonly #onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.#search(event.target.value);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // The keys that end a word of Chinese or Japanese are not meant for us.
    if (event.isComposing) return;
    const isDone = this.isInMessages
      ? this.#messages.current?.onKeydown(event) === true || this.#backToTitles(event)
      : this.#obey(event);
    if (isDone) event.preventDefault();
  };

  #backToTitles({ key }: KeyboardEvent): boolean {
    if (key === 'Escape') this.#choose('titles');
    return key === 'Escape';
  }

  #obey({ key }: KeyboardEvent): boolean {
    const { view, focus, commands } = this.#parts;
    const tabStop = this.#parts.tabStop();
    const match = view.rows.firstFound;
    if (key === 'Escape' && view.query !== '') this.clear();
    else if (key === 'ArrowDown' && tabStop !== undefined) focus.move(tabStop);
    else if (key === 'Enter' && view.isSearching && match) commands.choose(match);
    else if (key === 'Enter' && this.#hasPlaces) this.#choose('messages');
    else return false;
    return true;
  }

  #search(query: string): void {
    this.#parts.view.search(query);
    if (this.#hasPlaces) this.prepare();
    this.#host.requestUpdate();
  }

  readonly #choose = (place: SearchPlace): void => {
    this.#place = place;
    this.prepare();
    this.#host.requestUpdate();
  };

  readonly #searchMessages = (): void => {
    this.#choose('messages');
    this.field.value?.focus();
  };

  /** The choice of a place, while there are words. */
  renderPlaces(): TemplateResult | typeof nothing {
    const messages = this.#messages.current;
    if (!this.#hasPlaces || !messages) return nothing;
    const { view } = this.#parts;
    const { isInMessages } = this;
    return messages.renderPlaces({
      place: this.#place,
      // Titles are not searched for the sake of a number.
      count: (place) => {
        if (place === 'messages') return isInMessages ? messages.total : undefined;
        return isInMessages ? undefined : view.rows.found;
      },
      choose: this.#choose,
    });
  }

  renderMessages(): TemplateResult {
    const { current, error } = this.#messages;
    if (current) return current.render();
    const { localize } = this.#parts;
    if (error === undefined) return loadingRows(localize, localize.term('searching'));
    const remedy = { label: localize.term('tryAgain'), run: () => this.prepare() };
    return failureBar(localize, failureWords(error, localize), { remedy });
  }

  renderNoMatch(): TemplateResult {
    const { localize, view } = this.#parts;
    return noMatchMessage(localize, view.query.trim(), {
      clear: this.clear,
      searchMessages: this.#hasPlaces ? this.#searchMessages : undefined,
    });
  }

  /** Tells those who do not see the results how many there are. */
  renderStatus(): TemplateResult {
    const { localize, view } = this.#parts;
    if (this.isInMessages) return searchStatus(localize, this.#messages.current?.announced);
    return searchStatus(localize, view.isSearching ? view.rows.found : undefined);
  }
}
