import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';

type Step = 'closed' | 'what' | 'word';

/** What is asked about. */
export interface ClearQuestion {
  /** Undefined for everything; else what it is, in words. */
  what: string | undefined;
  /** Lists what goes. */
  list: () => TemplateResult;
  /** Whether it can be undone. */
  keepsCopy: boolean;
}

const nothingAsked: ClearQuestion = { what: undefined, list: () => html``, keepsCopy: false };

/** Asks twice: shows what goes, then wants a word to be typed. */
export class ClearDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #dialog = createRef<HTMLDialogElement>();
  #step: Step = 'closed';
  #typed = '';
  #question = nothingAsked;
  #answer: (isSure: boolean) => void = () => undefined;
  #asked: Promise<boolean> | undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Resolves to whether the user is sure. */
  async ask(question: ClearQuestion): Promise<boolean> {
    // The browser tells that a dialog was closed a moment after.
    await this.#asked;
    this.#question = question;
    this.#typed = '';
    await this.#go('what');
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected) return false;
    dialog.returnValue = '';
    dialog.showModal();
    this.#asked = new Promise((resolve) => {
      this.#answer = resolve;
    });
    return this.#asked;
  }

  async #go(step: Step): Promise<void> {
    this.#step = step;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (step === 'word') this.#dialog.value?.querySelector('input')?.focus();
  }

  /** The word, however it is cased; some keyboards begin with a capital letter and go on without. */
  get #isTyped(): boolean {
    const same = new Intl.Collator(this.#localize.lang(), { sensitivity: 'accent' });
    return same.compare(this.#typed.trim(), this.#localize.term('clearWord')) === 0;
  }

  readonly #onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.#typed = event.target.value;
    this.#host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    if (this.#step === 'word' && this.#isTyped) {
      this.#dialog.value?.close('sure');
    } else if (this.#step === 'what') {
      void this.#go('word');
    }
    event.preventDefault();
  };

  readonly #cancel = (): void => this.#dialog.value?.close();

  readonly #onClose = (): void => {
    this.#answer(this.#dialog.value?.returnValue === 'sure');
    void this.#go('closed');
  };

  render(): TemplateResult {
    return html`
      <dialog
        ${ref(this.#dialog)}
        part="dialog"
        aria-labelledby="clear-title"
        aria-describedby="clear-words"
        dir=${this.#localize.term('$dir')}
        @close=${this.#onClose}
      >
        ${this.#step === 'closed' ? nothing : this.#renderStep()}
      </dialog>
    `;
  }

  #renderStep(): TemplateResult {
    const localize = this.#localize;
    const { what } = this.#question;
    const isLast = this.#step === 'word';
    const question =
      what === undefined
        ? localize.term('clearQuestion')
        : localize.term('clearSomeQuestion', what);
    return html`
      <form @submit=${this.#onSubmit}>
        <h2 id="clear-title">${isLast ? localize.term('clearQuestionAgain') : question}</h2>
        ${isLast ? this.#renderWord() : this.#renderWhat()}
        <div class="actions">
          <button type="button" @click=${this.#cancel}>${localize.term('cancel')}</button>
          ${
            isLast
              ? html`<button class="danger" type="submit" ?disabled=${!this.#isTyped}>
                  ${localize.term(what === undefined ? 'clearFinally' : 'clearSomeFinally')}
                </button>`
              : html`<button type="submit">${localize.term('continue')}</button>`
          }
        </div>
      </form>
    `;
  }

  #renderWhat(): TemplateResult {
    const localize = this.#localize;
    const { list, keepsCopy } = this.#question;
    return html`
      <div id="clear-words">
        <p>${localize.term(keepsCopy ? 'clearUndoable' : 'clearForGood')}</p>
        <p>${localize.term('clearConsequence')}</p>
      </div>
      ${list()}
    `;
  }

  #renderWord(): TemplateResult {
    const localize = this.#localize;
    const words = localize.term('clearTypeWord', localize.term('clearWord'));
    return html`
      <p id="clear-words">
        ${words} ${this.#question.keepsCopy ? nothing : localize.term('clearNoCopyWords')}
      </p>
      <input
        class="field"
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-label=${words}
        .value=${this.#typed}
        @input=${this.#onInput}
      />
    `;
  }
}
