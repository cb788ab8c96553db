import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import {
  categories,
  type Category,
  type CategoryId,
  type FullExportOptions,
} from '../../model/categories.js';
import { card } from '../shared/card.styles.js';
import { categoryChecklist, optionsOf } from '../shared/category-checklist.js';
import { categoryCount, categoryName } from '../shared/category-words.js';
import { checklist } from '../shared/checklist.styles.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/icons.js';
import { moveFocus } from '../shared/move-focus.js';
import {
  badNote,
  cautionNote,
  goodNote,
  plainNote,
  statusLine,
  whyNotReady,
  work,
} from '../shared/notes.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './backup-panel.styles.js';

interface Saved {
  categories: number;
  includeSecrets: boolean;
}

const focusAfter = {
  idle: '[part=button]',
  running: '[part=button]',
  done: '[part=result]',
  cancelled: '[part=button]',
  failed: '[part=error]',
} as const;

const mayHoldSecrets = ({ collections }: Category): boolean =>
  collections.some(({ secrets = [] }) => secrets.length > 0);

/**
 * Saves the chosen categories as one file. What is nothing but secrets is not chosen, and no
 * secret's value goes into the file, unless the user asks for it.
 *
 * Both go together: to ask for secrets ticks the categories of nothing else, and no longer to ask
 * unticks them; to tick such a category asks for secrets.
 *
 * @summary Full backup.
 *
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean}>} litechat-backup-requested - Cancelable.
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean}>} litechat-backup-saved -
 *   The file was handed to the browser.
 *
 * @csspart card - The card around everything.
 * @csspart checklist - The categories.
 * @csspart category - One of them.
 * @csspart button - The button that saves.
 * @csspart work - What is shown meanwhile.
 * @csspart progress - The bar in it.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be saved now.
 */
export class BackupPanel extends ContextElement {
  static override styles = [tokens, controls, card, checklist, styles];

  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #operation = new Operation<Saved>(this);

  @state() private ticked: ReadonlySet<CategoryId> = new Set(
    categories.filter(({ secret }) => !secret).map(({ id }) => id),
  );

  /** Whether the values of secrets go into the file. */
  @property({ type: Boolean, attribute: 'include-secrets' }) includeSecrets = false;

  get #isDisabled(): boolean {
    return !this.context || this.status.state?.state !== 'ready' || this.#operation.isRunning;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('includeSecrets')) return;
    this.ticked = new Set(
      categories
        .filter(({ id, secret }) => (secret ? this.includeSecrets : this.ticked.has(id)))
        .map(({ id }) => id),
    );
  }

  readonly #onToggle = (id: CategoryId, isTicked: boolean): void => {
    // The names of keys are of no use without the keys.
    if (isTicked && categories.some((category) => category.id === id && category.secret)) {
      this.includeSecrets = true;
    }
    this.#tick(
      categories.filter((category) =>
        category.id === id ? isTicked : this.ticked.has(category.id),
      ),
    );
  };

  readonly #onSecrets = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.includeSecrets = target.checked;
    this.#operation.reset();
  };

  readonly #onSave = async (): Promise<void> => {
    const { context, includeSecrets } = this;
    if (this.#isDisabled || this.ticked.size === 0) return;
    const options = optionsOf(categories, this.ticked);
    const request = { options, includeSecrets };
    const saved = categories.filter(({ id }) => this.ticked.has(id));
    if (!context || !mayGoOn(this, 'litechat-backup-requested', request)) return;
    const { state } = await this.#operation.run(async (transfer) => {
      await context.importExport.exportFullConfiguration(options, { ...transfer, includeSecrets });
      const holdsSecrets = includeSecrets && saved.some(mayHoldSecrets);
      return { categories: saved.length, includeSecrets: holdsSecrets };
    });
    void moveFocus(this, focusAfter[state]);
    if (state === 'done') announce(this, 'litechat-backup-saved', request);
  };

  /** All but secrets, unless those were asked for. */
  readonly #tickAll = (): void => {
    if (this.#isDisabled) return;
    this.#tick(categories.filter(({ secret }) => !secret || this.includeSecrets));
  };

  readonly #tickNone = (): void => {
    if (!this.#isDisabled) this.#tick([]);
  };

  #tick(chosen: readonly Category[]): void {
    this.ticked = new Set(chosen.map(({ id }) => id));
    this.#operation.reset();
  }

  override render(): TemplateResult {
    const { localize } = this;
    const { size } = this.ticked;
    const isDisabled = this.#isDisabled;
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('backUp')}</h2>
        <p>${localize.term('backUpWords')}</p>
        <div class="ticks">
          <span class="number">${localize.term('categoriesChosen', size, categories.length)}</span>
          <div>
            <button class="link" type="button" aria-disabled=${isDisabled} @click=${this.#tickAll}>
              ${localize.term('selectAll')}
            </button>
            <button class="link" type="button" aria-disabled=${isDisabled} @click=${this.#tickNone}>
              ${localize.term('selectNone')}
            </button>
          </div>
        </div>
        ${this.#renderChecklist(isDisabled)} ${this.#renderSecrets(isDisabled)}
        <div class="actions">
          <button
            class="primary"
            part="button"
            type="button"
            aria-disabled=${isDisabled || size === 0}
            @click=${this.#onSave}
          >
            ${icon('download')} ${localize.term('backUpCategories', size)}
          </button>
        </div>
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${this.#renderOutcome()} ${statusLine(this.#statusWords())}
      </section>
    `;
  }

  #renderChecklist(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    const { counts, error } = this.#counts;
    const entries = categories.map((category) => ({
      category,
      name: categoryName(category, localize),
      count: categoryCount(category, counts, localize),
      isTicked: this.ticked.has(category.id),
      note: category.secret ? html`${icon('key')}${localize.term('secret')}` : undefined,
    }));
    return html`
      ${categoryChecklist(localize.term('whatToBackUp'), entries, this.#onToggle, isDisabled)}
      ${error === undefined ? nothing : badNote(this.messageOf(error))}
    `;
  }

  #renderSecrets(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    return html`
      <label class="check secrets">
        <input
          type="checkbox"
          name="include-secrets"
          .checked=${this.includeSecrets}
          ?disabled=${isDisabled}
          @change=${this.#onSecrets}
        />
        <span>
          ${localize.term('includeSecrets')}
          ${
            this.includeSecrets
              ? nothing
              : html`<p class="words">${localize.term('withoutSecrets')}</p>`
          }
        </span>
      </label>
      ${this.includeSecrets ? cautionNote(localize.term('withSecrets')) : nothing}
    `;
  }

  #statusWords(): string {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'running':
        return localize.term('backingUp');
      case 'done':
        return localize.term('backedUp', outcome.result.categories, outcome.result.includeSecrets);
      case 'cancelled':
        return localize.term('backupCancelled');
      default:
        return '';
    }
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'idle':
        return nothing;
      case 'running':
        return work(localize, localize.term('backingUp'), outcome.progress, () =>
          this.#operation.cancel(),
        );
      case 'done': {
        const { categories: count, includeSecrets } = outcome.result;
        return goodNote(localize.term('backedUp', count, includeSecrets));
      }
      case 'cancelled':
        return plainNote(localize.term('backupCancelled'));
      case 'failed':
        return badNote(this.messageOf(outcome.error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-backup-panel': BackupPanel;
  }
  interface HTMLElementEventMap {
    'litechat-backup-requested': CustomEvent<{
      options: FullExportOptions;
      includeSecrets: boolean;
    }>;
    'litechat-backup-saved': CustomEvent<{ options: FullExportOptions; includeSecrets: boolean }>;
  }
}
