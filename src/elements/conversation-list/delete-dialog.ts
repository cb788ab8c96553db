import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SidebarItemType } from '../../model/events.js';
import type { ProjectConversations } from '../../persistence/cascades.js';
import type { Translation } from '../../locales/translation.js';
import { isolated } from './isolated.js';

/** What is about to be deleted. */
export interface DeleteQuestion {
  type: SidebarItemType;
  /** As the list shows it. */
  title: string;
  /** How many projects are inside, at any depth. */
  projects: number;
  /** How many conversations are inside, at any depth. */
  conversations: number;
}

export interface DeleteAnswer {
  conversations: ProjectConversations;
}

/** Asks before a conversation or a project is deleted. */
export class DeleteDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #dialog = createRef<HTMLDialogElement>();
  #question: DeleteQuestion | undefined;
  #answer: (answer: DeleteAnswer | undefined) => void = () => undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Resolves to undefined when the user would rather not. */
  async ask(question: DeleteQuestion): Promise<DeleteAnswer | undefined> {
    this.#question = question;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected) return undefined;
    dialog.returnValue = '';
    dialog.querySelector('form')?.reset();
    dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  readonly #onClose = (): void => {
    const dialog = this.#dialog.value;
    const form = dialog?.querySelector('form');
    const choice = form ? new FormData(form).get('conversations') : null;
    this.#answer(
      dialog?.returnValue === 'delete'
        ? { conversations: choice === 'delete' ? 'delete' : 'move-to-root' }
        : undefined,
    );
    this.#question = undefined;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    return html`
      <dialog
        ${ref(this.#dialog)}
        part="dialog"
        aria-labelledby="delete-title"
        aria-describedby="delete-words"
        @close=${this.#onClose}
      >
        ${this.#question ? this.#renderQuestion(this.#question) : nothing}
      </dialog>
    `;
  }

  #renderQuestion({ type, title, projects, conversations }: DeleteQuestion): TemplateResult {
    const localize = this.#localize;
    const isProject = type === 'project';
    const heading = localize.term(
      isProject ? 'deleteProjectTitle' : 'deleteConversationTitle',
      isolated(title),
    );
    const words = isProject
      ? localize.term('deleteProjectWords', projects, conversations)
      : localize.term('deleteConversationWords');
    return html`
      <form method="dialog">
        <h2 id="delete-title" class="clamped" title=${heading}>${heading}</h2>
        <p id="delete-words">${words}</p>
        ${isProject && conversations > 0 ? this.#renderChoice(conversations) : nothing}
        <div class="actions">
          <button value="">${localize.term('cancel')}</button>
          <button class="danger" value="delete">${localize.term('delete')}</button>
        </div>
      </form>
    `;
  }

  #renderChoice(conversations: number): TemplateResult {
    const localize = this.#localize;
    return html`
      <fieldset>
        <legend class="visually-hidden">${localize.term('conversationsInside')}</legend>
        <label class="check">
          <input type="radio" name="conversations" value="move-to-root" checked />
          ${localize.term('moveConversations', conversations)}
        </label>
        <label class="check">
          <input type="radio" name="conversations" value="delete" />
          ${localize.term('deleteConversationsToo', conversations)}
        </label>
      </fieldset>
    `;
  }
}
