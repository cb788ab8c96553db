import type { LocalizeController } from '@shoelace-style/localize';
import { html, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/more-icons.js';

/**
 * Asks for the passphrase of a file. What is typed stays in the field alone: it is in no state,
 * attribute or text.
 */
export class PassphrasePrompt {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #field = createRef<HTMLInputElement>();
  #isShown = false;
  #isMissing = false;
  #isEdited = false;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Hides what is typed again, for the next file. */
  reset(): void {
    this.#isShown = false;
    this.#isMissing = false;
    this.#isEdited = false;
  }

  readonly #onInput = (): void => {
    this.#isMissing = false;
    this.#isEdited = true;
    this.#host.requestUpdate();
  };

  readonly #onShow = (): void => {
    this.#isShown = !this.#isShown;
    this.#host.requestUpdate();
  };

  /**
   * @param words Why it is asked for.
   * @param isWrong Whether the one before did not open the file.
   */
  render(
    words: string,
    isWrong: boolean,
    isDisabled: boolean,
    submit: (passphrase: string) => void,
  ): TemplateResult {
    const localize = this.#localize;
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      const field = this.#field.value;
      if (!field || isDisabled) return;
      this.#isMissing = field.value === '';
      this.#isEdited = false;
      this.#host.requestUpdate();
      if (this.#isMissing) field.focus();
      else submit(field.value);
    };
    const problem = this.#isMissing
      ? localize.term('passphraseNeeded')
      : isWrong && !this.#isEdited
        ? localize.term('passphraseWrong')
        : '';
    return html`
      <form class="locked" part="passphrase" @submit=${onSubmit}>
        <p class="words">${words}</p>
        <label for="file-passphrase">${localize.term('passphrase')}</label>
        <div class="unlock">
          <div class="reveal">
            <input
              ${ref(this.#field)}
              class="field"
              id="file-passphrase"
              type=${this.#isShown ? 'text' : 'password'}
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              dir="ltr"
              aria-invalid=${problem !== ''}
              aria-describedby="file-passphrase-problem"
              ?readonly=${isDisabled}
              @input=${this.#onInput}
            />
            <button
              class="quiet icon-only"
              type="button"
              aria-label=${localize.term('showPassphrase')}
              aria-pressed=${this.#isShown}
              @click=${this.#onShow}
            >
              ${icon(this.#isShown ? 'eye-off' : 'eye')}
            </button>
          </div>
          <button class="primary" type="submit" part="open" aria-disabled=${isDisabled}>
            ${localize.term('openFile')}
          </button>
        </div>
        <p class="problem" id="file-passphrase-problem" role="alert">${problem}</p>
      </form>
    `;
  }
}
