import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Translation } from '../../locales/translation.js';
import { fold } from '../../model/text-match.js';
import type { OutlineItem } from '../../stores/outline-item.js';
import { cssVariables } from '../shared/css-variables.js';
import { icon } from '../shared/icons.js';
import { isolated } from './isolated.js';
import { shownTitle } from './tree-row.js';

/** A project that something can be moved into. */
export interface Destination {
  project: OutlineItem;
  /** From 0. */
  depth: number;
}

export interface MoveQuestion {
  items: readonly OutlineItem[];
  destinations: readonly Destination[];
}

/** Where to: a project, or the top level. */
export interface MoveAnswer {
  projectId: string | null;
}

/** More projects than these are worth a field to find one. */
const MANY = 8;

/** Asks where conversations and projects are to be moved, for those who cannot or will not drag it. */
export class MoveDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #dialog = createRef<HTMLDialogElement>();
  #question: MoveQuestion | undefined;
  #query = '';
  #answer: (answer: MoveAnswer | undefined) => void = () => undefined;
  #last: Promise<MoveAnswer | undefined> | undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Resolves to undefined when the user would rather not. */
  async ask(question: MoveQuestion): Promise<MoveAnswer | undefined> {
    if (this.#dialog.value?.open) return undefined;
    // The event that the last one is closed may still be on its way, and would end this one.
    await this.#last;
    this.#question = question;
    this.#query = '';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected || dialog.open) return undefined;
    dialog.returnValue = '';
    dialog.showModal();
    dialog.querySelector<HTMLElement>('input:checked')?.focus();
    this.#last = new Promise((resolve) => {
      this.#answer = resolve;
    });
    return this.#last;
  }

  readonly #onClose = (): void => {
    const dialog = this.#dialog.value;
    const form = dialog?.querySelector('form');
    const chosen = form ? new FormData(form).get('destination') : null;
    const isMeant = dialog?.returnValue === 'move' && typeof chosen === 'string';
    this.#answer(isMeant ? { projectId: chosen === '' ? null : chosen } : undefined);
    this.#question = undefined;
    this.#host.requestUpdate();
  };

  readonly #onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.#query = event.target.value;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    return html`
      <dialog
        ${ref(this.#dialog)}
        class="move"
        part="dialog"
        aria-labelledby="move-title"
        @close=${this.#onClose}
      >
        ${this.#question ? this.#renderQuestion(this.#question) : nothing}
      </dialog>
    `;
  }

  #renderQuestion({ items, destinations }: MoveQuestion): TemplateResult {
    const localize = this.#localize;
    const wanted = fold(this.#query.trim());
    const found = destinations.filter(({ project }) => project.foldedTitle.includes(wanted));
    const [first, ...others] = items;
    const title =
      first && others.length === 0
        ? localize.term('moveTitle', isolated(shownTitle(first, localize)))
        : localize.term('moveItemsTitle', items.length);
    // Where they are, if all are in the same place.
    const places = new Set(items.map(({ parent }) => parent?.id ?? ''));
    const [place] = places.size === 1 ? places : [];
    return html`
      <form method="dialog">
        <h2 id="move-title" class="clamped" title=${title}>${title}</h2>
        ${destinations.length > MANY ? this.#renderField() : nothing}
        <fieldset class="destinations">
          <legend class="visually-hidden">${localize.term('moveWhere')}</legend>
          ${this.#renderDestination('', localize.term('topLevel'), 0, place)}
          ${repeat(
            found,
            ({ project }) => project.id,
            ({ project, depth }) =>
              this.#renderDestination(
                project.id,
                shownTitle(project, localize),
                wanted === '' ? depth : 0,
                place,
              ),
          )}
        </fieldset>
        <div class="actions">
          <button value="" formnovalidate>${localize.term('cancel')}</button>
          <button class="primary" value="move">${localize.term('move')}</button>
        </div>
      </form>
    `;
  }

  #renderField(): TemplateResult {
    return html`<input
      class="field"
      type="search"
      autocomplete="off"
      aria-label=${this.#localize.term('findProject')}
      placeholder=${this.#localize.term('findProject')}
      @input=${this.#onInput}
    />`;
  }

  #renderDestination(
    id: string,
    name: string,
    depth: number,
    place: string | undefined,
  ): TemplateResult {
    return html`
      <label class="destination" ${cssVariables({ '--depth': depth })}>
        <input type="radio" name="destination" value=${id} required ?checked=${id === place} />
        ${icon(id === '' ? 'message' : 'folder')}
        <span dir="auto">${name}</span>
      </label>
    `;
  }
}
