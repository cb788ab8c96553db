import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';

/** What is asked, and the button that agrees. */
export interface Question {
  title: string;
  content: TemplateResult;
  action: string;
  /** Whether to agree destroys something. */
  isDangerous?: boolean;
}

/** Asks one question, with Cancel first and what is asked about on the other button. */
export class ConfirmDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #dialog = createRef<HTMLDialogElement>();
  #question: Question | undefined;
  #answer: (isSure: boolean) => void = () => undefined;
  #last: Promise<boolean> | undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Resolves to whether the user agreed. */
  async ask(question: Question): Promise<boolean> {
    if (this.#dialog.value?.open) return false;
    // The event that the last one is closed may still be on its way, and would end this one.
    await this.#last;
    this.#question = question;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected || dialog.open) return false;
    dialog.returnValue = '';
    dialog.showModal();
    this.#last = new Promise((resolve) => {
      this.#answer = resolve;
    });
    return this.#last;
  }

  readonly #onClose = (): void => {
    this.#answer(this.#dialog.value?.returnValue === 'sure');
    this.#question = undefined;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    return html`
      <dialog
        ${ref(this.#dialog)}
        class="confirm"
        part="dialog"
        aria-labelledby="confirm-title"
        aria-describedby="confirm-content"
        dir=${this.#localize.term('$dir')}
        @close=${this.#onClose}
      >
        ${this.#question ? this.#renderQuestion(this.#question) : nothing}
      </dialog>
    `;
  }

  #renderQuestion({ title, content, action, isDangerous = false }: Question): TemplateResult {
    return html`
      <form method="dialog">
        <h2 id="confirm-title" class="clamped" title=${title}>${title}</h2>
        <div id="confirm-content">${content}</div>
        <div class="actions">
          <button value="cancel">${this.#localize.term('cancel')}</button>
          <button class=${isDangerous ? 'danger' : 'primary'} value="sure">${action}</button>
        </div>
      </form>
    `;
  }
}
