import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translation } from '../../locales/translation.js';
import { icon } from '../shared/more-icons.js';

/** Takes files: dropped on it, or chosen by its button. */
export class FileDrop {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #take: (files: readonly File[]) => void;
  readonly #input = createRef<HTMLInputElement>();
  #isOver = false;

  constructor(
    host: LitElement,
    localize: LocalizeController<Translation>,
    take: (files: readonly File[]) => void,
  ) {
    this.#host = host;
    this.#localize = localize;
    this.#take = take;
  }

  /** Opens the browser's file dialog. */
  readonly choose = (): void => this.#input.value?.click();

  readonly #onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const files = [...(event.target.files ?? [])];
    // The same file chosen again is news, too.
    event.target.value = '';
    if (files.length > 0) this.#take(files);
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setOver(true);
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const { currentTarget, relatedTarget } = event;
    const isInside =
      currentTarget instanceof Node && relatedTarget instanceof Node
        ? currentTarget.contains(relatedTarget)
        : false;
    if (!isInside) this.#setOver(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.#take(files);
  };

  #setOver(isOver: boolean): void {
    if (this.#isOver === isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  /**
   * Kept in the document all the while, for the button elsewhere that asks for another file. It
   * accepts any name: files are told by what is in them, and iOS greys out endings it does not know.
   */
  renderInput(): TemplateResult {
    return html`<input
      ${ref(this.#input)}
      hidden
      type="file"
      multiple
      aria-label=${this.#localize.term('chooseFile')}
      @change=${this.#onInput}
    />`;
  }

  render(isDisabled: boolean): TemplateResult {
    return html`
      <div
        class="drop ${this.#isOver ? 'over' : ''}"
        part="drop"
        @dragenter=${this.#onDrag}
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDragLeave}
        @drop=${this.#onDrop}
      >
        ${icon('upload')}
        <p>${this.#localize.term('dropFile')}</p>
        <button
          type="button"
          part="choose"
          aria-disabled=${isDisabled}
          @click=${isDisabled ? nothing : this.choose}
        >
          ${this.#localize.term('chooseFile')}
        </button>
      </div>
    `;
  }
}
