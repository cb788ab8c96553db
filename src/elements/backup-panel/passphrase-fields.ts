import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/more-icons.js';
import { cautionNote } from '../shared/notes.js';
import { passphraseStrength, type Strength } from './passphrase-strength.js';

type Problem = 'passphraseMissing' | 'passphrasesDiffer';

const levels = ['weak', 'fair', 'strong'] as const;

/**
 * Takes a passphrase, typed twice because a slip could not be mended later. What is typed stays in
 * the fields alone: it is in no state, attribute or text.
 */
export class PassphraseFields {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #first = createRef<HTMLInputElement>();
  readonly #second = createRef<HTMLInputElement>();
  #strength: Strength | undefined;
  #problem: Problem | undefined;
  #isShown = false;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** The passphrase; undefined, with the words and the focus where it is to be mended, when it will not do. */
  take(): string | undefined {
    const [first, second] = [this.#first.value, this.#second.value];
    const passphrase = first?.value ?? '';
    const isSame = passphrase === second?.value;
    this.#problem =
      passphrase === '' ? 'passphraseMissing' : isSame ? undefined : 'passphrasesDiffer';
    this.#host.requestUpdate();
    if (this.#problem === undefined) return passphrase;
    (passphrase === '' ? first : second)?.focus();
    return undefined;
  }

  clear(): void {
    for (const { value: field } of [this.#first, this.#second]) if (field) field.value = '';
    this.#isShown = false;
    this.#onInput();
  }

  readonly #onInput = (): void => {
    const passphrase = this.#first.value?.value ?? '';
    this.#strength = passphrase === '' ? undefined : passphraseStrength(passphrase);
    this.#problem = undefined;
    this.#host.requestUpdate();
  };

  readonly #onShow = (): void => {
    this.#isShown = !this.#isShown;
    this.#host.requestUpdate();
  };

  render(isDisabled: boolean, submit: () => void): TemplateResult {
    const localize = this.#localize;
    const onSubmit = (event: Event): void => {
      event.preventDefault();
      submit();
    };
    return html`
      <form class="passphrase" part="passphrase" @submit=${onSubmit}>
        <div>
          <label for="passphrase">${localize.term('passphrase')}</label>
          <div class="reveal">
            ${this.#renderField('passphrase', isDisabled)}
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
          ${this.#renderStrength()}
        </div>
        <div>
          <label for="repeated">${localize.term('repeatPassphrase')}</label>
          ${this.#renderField('repeated', isDisabled)}
        </div>
        <p class="problem" id="problem" role="alert" ?hidden=${this.#problem === undefined}>
          ${this.#problem === undefined ? nothing : localize.term(this.#problem)}
        </p>
        <input type="submit" hidden />
      </form>
      ${cautionNote(html`<span id="lost">${localize.term('passphraseLost')}</span>`)}
    `;
  }

  #renderField(id: 'passphrase' | 'repeated', isDisabled: boolean): TemplateResult {
    const isFirst = id === 'passphrase';
    const isWrong = this.#problem === (isFirst ? 'passphraseMissing' : 'passphrasesDiffer');
    return html`<input
      ${ref(isFirst ? this.#first : this.#second)}
      class="field"
      id=${id}
      type=${this.#isShown ? 'text' : 'password'}
      autocomplete="new-password"
      autocapitalize="none"
      spellcheck="false"
      aria-invalid=${isWrong}
      aria-describedby=${`${isWrong ? 'problem ' : ''}${isFirst ? 'strength lost' : ''}`}
      ?readonly=${isDisabled}
      @input=${this.#onInput}
    />`;
  }

  #renderStrength(): TemplateResult {
    const localize = this.#localize;
    const strength = this.#strength;
    return html`
      <p class="strength ${strength ?? ''}" part="strength" id="strength">
        <span class="meter" aria-hidden="true">${levels.map(() => html`<span></span>`)}</span>
        <span>
          <b aria-live="polite"
            >${strength === undefined ? nothing : `${localize.term(`strength_${strength}`)}.`}</b
          >
          ${strength === 'strong' ? nothing : localize.term('strengthHint')}
        </span>
      </p>
    `;
  }
}
