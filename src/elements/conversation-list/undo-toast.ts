import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/icons.js';

/** How long it stays, unless the pointer or the focus is on it. */
const SHOWN_MILLISECONDS = 10_000;

interface Offer {
  words: string;
  undo: () => void;
}

/** Says what was done at the foot of the list, and offers for a while to take it back. */
export class UndoToast {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  #offer: Offer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
    host.addController({ hostDisconnected: () => this.close() });
  }

  show(offer: Offer): void {
    this.#offer = offer;
    this.#wait();
    this.#host.requestUpdate();
  }

  close(): void {
    clearTimeout(this.#timer);
    if (!this.#offer) return;
    this.#offer = undefined;
    this.#host.requestUpdate();
  }

  readonly #hold = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), SHOWN_MILLISECONDS);
  };

  readonly #undo = (): void => {
    const offer = this.#offer;
    this.close();
    offer?.undo();
  };

  /** The region is always there, so that what comes into it is read out. */
  render(): TemplateResult {
    const offer = this.#offer;
    return html`
      <div class="toasts" role="status">${offer ? this.#renderOffer(offer) : nothing}</div>
    `;
  }

  #renderOffer({ words }: Offer): TemplateResult {
    const localize = this.#localize;
    return html`
      <div
        class="toast"
        part="toast"
        @pointerenter=${this.#hold}
        @pointerleave=${this.#wait}
        @focusin=${this.#hold}
        @focusout=${this.#wait}
      >
        <span class="words"><bdi>${words}</bdi></span>
        <button class="link" part="undo" type="button" @click=${this.#undo}>
          ${localize.term('undo')}
        </button>
        <button
          class="quiet icon-only"
          type="button"
          aria-label=${localize.term('dismiss')}
          @click=${() => this.close()}
        >
          ${icon('close')}
        </button>
      </div>
    `;
  }
}
