import type { LocalizeController } from '@shoelace-style/localize';
import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';
import type { Category, CollectionKey } from '../../model/categories.js';
import { categoryName } from './category-words.js';

/** Beside the styles of all dialogs. */
export const secretsDialog = css`
  dialog.secrets {
    inline-size: min(460px, calc(100vw - 32px));
  }

  dialog.secrets ul {
    margin: 8px 0 0;
    padding-inline-start: 20px;
  }

  @media (width < 420px) {
    dialog.secrets button {
      flex: 1 1 100%;
    }
  }
`;

export type SecretsAnswer = 'export' | 'encrypt' | 'cancel';

/** Asks before secrets go into a file that anyone can read. */
export class SecretsDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #canEncrypt: boolean;
  readonly #dialog = createRef<HTMLDialogElement>();
  #holders: readonly Category[] = [];
  #answer: (answer: SecretsAnswer) => void = () => undefined;

  /** @param canEncrypt Whether to offer that instead, or else to say where it can be done. */
  constructor(host: LitElement, localize: LocalizeController<Translation>, canEncrypt: boolean) {
    this.#host = host;
    this.#localize = localize;
    this.#canEncrypt = canEncrypt;
  }

  /** @param holders The categories whose secrets would be readable. */
  async ask(holders: readonly Category[]): Promise<SecretsAnswer> {
    this.#holders = holders;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected) return 'cancel';
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  readonly #onClose = (): void => {
    const { returnValue } = this.#dialog.value ?? {};
    this.#answer(returnValue === 'export' || returnValue === 'encrypt' ? returnValue : 'cancel');
  };

  render(): TemplateResult {
    const localize = this.#localize;
    return html`
      <dialog
        ${ref(this.#dialog)}
        class="secrets"
        part="dialog"
        aria-labelledby="secrets-title"
        aria-describedby="secrets-words"
        dir=${localize.term('$dir')}
        @close=${this.#onClose}
      >
        <form method="dialog">
          <h2 id="secrets-title">${localize.term('secretsQuestion')}</h2>
          <p id="secrets-words">${localize.term('secretsReadable')}</p>
          <ul>
            ${this.#holders.map((category) => html`<li>${categoryName(category, localize)}</li>`)}
          </ul>
          ${this.#canEncrypt ? nothing : html`<p>${localize.term('exportSecretsEncrypt')}</p>`}
          <div class="actions">
            <button value="cancel">${localize.term('cancel')}</button>
            <button value="export">${localize.term('exportUnencrypted')}</button>
            ${
              this.#canEncrypt
                ? html`<button class="primary" value="encrypt">
                    ${localize.term('encryptInstead')}
                  </button>`
                : nothing
            }
          </div>
        </form>
      </dialog>
    `;
  }
}

/** Those of the categories in which there may be secrets: all that have any records. */
export function secretHolders(
  chosen: readonly Category[],
  counts: Partial<Record<CollectionKey, number>> | undefined,
): Category[] {
  return chosen.filter(({ collections }) =>
    collections.some(({ key, secrets = [] }) => secrets.length > 0 && counts?.[key] !== 0),
  );
}
