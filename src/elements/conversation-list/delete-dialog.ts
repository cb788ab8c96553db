import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SidebarItemType } from '../../model/events.js';
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

/** Asks before a conversation or a project is deleted for good. */
export class DeleteDialog {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #dialog = createRef<HTMLDialogElement>();
  #question: DeleteQuestion | undefined;
  #answer: (isSure: boolean) => void = () => undefined;

  constructor(host: LitElement, localize: LocalizeController<Translation>) {
    this.#host = host;
    this.#localize = localize;
  }

  /** Resolves to whether the user is sure. */
  async ask(question: DeleteQuestion): Promise<boolean> {
    this.#question = question;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog.value;
    if (!dialog?.isConnected) return false;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  readonly #onClose = (): void => {
    this.#answer(this.#dialog.value?.returnValue === 'delete');
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
        <div class="actions">
          <button value="">${localize.term('cancel')}</button>
          <button class="danger" value="delete">${localize.term('deleteForever')}</button>
        </div>
      </form>
    `;
  }
}
