import { html, nothing, type TemplateResult } from 'lit';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { categories } from '../../model/categories.js';
import { conversationEvent } from '../../model/events.js';
import { card } from '../shared/card.styles.js';
import { countList } from '../shared/category-words.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { dialog } from '../shared/dialog.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, goodNote, statusLine, whyNotReady, work } from '../shared/notes.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './clear-data.styles.js';
import { ClearDialog } from './clear-dialog.js';

/**
 * Deletes everything from this browser, after asking twice: once with what goes, once for a word
 * to be typed.
 *
 * @summary The danger zone.
 *
 * @fires {CustomEvent<null>} litechat-clear-requested - Cancelable; comes before the user is asked.
 * @fires {CustomEvent<null>} litechat-data-cleared - Everything was deleted.
 *
 * @csspart card - The card around everything.
 * @csspart button - The button that begins.
 * @csspart dialog - The questions.
 * @csspart work - What is shown while data is deleted.
 * @csspart progress - The bar in it.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be deleted now.
 */
export class ClearData extends ContextElement {
  static override styles = [tokens, controls, card, dialog, styles];

  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #operation = new Operation<void>(this);
  readonly #dialog = new ClearDialog(this, this.localize);

  get #isDisabled(): boolean {
    return !this.context || this.status.state?.state !== 'ready' || this.#operation.isRunning;
  }

  get #isBlocked(): boolean {
    return this.status.state?.state === 'blocked';
  }

  readonly #onClick = async (): Promise<void> => {
    const { context } = this;
    if (!context || this.#isDisabled) return;
    if (!mayGoOn(this, 'litechat-clear-requested', null)) return;
    this.#operation.reset();
    if (!(await this.#dialog.ask(() => countList(categories, this.#counts.counts, this.localize))))
      return;
    // What was shown and confirmed was another database's.
    if (context !== this.context) return;
    const { state } = await this.#operation.run(() => context.persistence.clearAllData());
    void moveFocus(this, state === 'failed' ? '[part=error]' : '[part=result]');
    if (state !== 'done') return;
    context.events.emit(conversationEvent.conversationsCleared);
    announce(this, 'litechat-data-cleared', null);
  };

  override render(): TemplateResult {
    const { localize } = this;
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('dangerZone')}</h2>
        <p>${localize.term('clearWords')}</p>
        <div class="actions">
          <button
            class="outlined"
            part="button"
            type="button"
            aria-disabled=${this.#isDisabled}
            @click=${this.#onClick}
          >
            ${icon('trash')} ${localize.term('clearAll')}
          </button>
        </div>
        ${this.#renderReason()} ${this.#renderOutcome()} ${statusLine(this.#statusWords())}
      </section>
      ${this.#dialog.render()}
    `;
  }

  /** While data is deleted, the words of that say what it waits for. */
  #renderReason(): TemplateResult | typeof nothing {
    if (this.#operation.isRunning) return nothing;
    return this.renderObstacle() ?? whyNotReady(this.status.state, this.localize);
  }

  #statusWords(): string {
    const { localize } = this;
    const { state } = this.#operation.current;
    if (state === 'running') return localize.term(this.#isBlocked ? 'clearBlocked' : 'clearing');
    return state === 'done' ? localize.term('cleared') : '';
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'idle':
      case 'cancelled':
        return nothing;
      case 'running':
        return work(localize, this.#statusWords(), undefined);
      case 'done':
        return goodNote(localize.term('cleared'));
      case 'failed':
        return badNote(this.messageOf(outcome.error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-clear-data': ClearData;
  }
  interface HTMLElementEventMap {
    'litechat-clear-requested': CustomEvent<null>;
    'litechat-data-cleared': CustomEvent<null>;
  }
}
