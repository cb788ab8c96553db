import { html, nothing, type TemplateResult } from 'lit';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { categories } from '../../model/categories.js';
import { conversationEvent } from '../../model/events.js';
import { card } from '../shared/card.styles.js';
import { categoryCount, categoryName } from '../shared/category-words.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { dialog } from '../shared/dialog.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/icons.js';
import { badNote, goodNote, work } from '../shared/notes.js';
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
 */
export class ClearData extends ContextElement {
  static override styles = [tokens, controls, card, dialog, styles];

  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #operation = new Operation<void>(this);
  readonly #dialog = new ClearDialog(this, this.localize);

  readonly #onClick = async (): Promise<void> => {
    const { context } = this;
    if (!context || !mayGoOn(this, 'litechat-clear-requested', null)) return;
    this.#operation.reset();
    if (!(await this.#dialog.ask(() => this.#renderCounts()))) return;
    const { state } = await this.#operation.run(() => context.persistence.clearAllData());
    if (state !== 'done') return;
    context.events.emit(conversationEvent.conversationsCleared);
    announce(this, 'litechat-data-cleared', null);
  };

  override render(): TemplateResult {
    const { localize } = this;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h2 id="title">${localize.term('dangerZone')}</h2>
        <p>${localize.term('clearWords')}</p>
        <div class="actions">
          <button
            class="outlined"
            part="button"
            type="button"
            ?disabled=${!this.context || this.#operation.isRunning}
            @click=${this.#onClick}
          >
            ${icon('trash')} ${localize.term('clearAll')}
          </button>
        </div>
        ${this.renderObstacle()} ${this.#renderOutcome()}
      </section>
      ${this.#dialog.render()}
    `;
  }

  /** What goes, as far as there is any. */
  #renderCounts(): TemplateResult {
    const { localize } = this;
    const { counts } = this.#counts;
    const filled = categories.filter(({ collections }) =>
      collections.some(({ key }) => (counts?.[key] ?? 0) > 0),
    );
    return html`
      <ul class="counts">
        ${filled.map(
          (category) => html`
            <li>
              <span>${categoryName(category, localize)}</span>
              <span class="number">${categoryCount(category, counts, localize)}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'idle':
      case 'cancelled':
        return nothing;
      case 'running': {
        const isBlocked = this.status.state?.state === 'blocked';
        return work(localize, localize.term(isBlocked ? 'clearBlocked' : 'clearing'), undefined);
      }
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
