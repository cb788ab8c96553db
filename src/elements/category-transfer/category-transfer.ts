import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import type { RestoreReport, TransferOptions } from '../../import-export/types.js';
import { categories, type Category, type CategoryId } from '../../model/categories.js';
import { card } from '../shared/card.styles.js';
import { categoryCount, categoryName } from '../shared/category-words.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, goodNote, plainNote, statusLine, whyNotReady, work } from '../shared/notes.js';
import { restoreReport } from '../shared/restore-report.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './category-transfer.styles.js';

/** The categories that people share by themselves, in the order shown. */
const shared: readonly CategoryId[] = ['mcpServers', 'promptTemplates', 'agents'];

/**
 * Exports and imports one category at a time. An import adds to what is here: nothing is deleted,
 * and of a record that both have, the newer stays.
 *
 * @summary Individual categories.
 *
 * @fires {CustomEvent<{category: string, includeSecrets: boolean}>} litechat-category-export-requested - Cancelable.
 * @fires {CustomEvent<{category: string}>} litechat-category-exported
 * @fires {CustomEvent<{category: string}>} litechat-category-import-requested - Cancelable.
 * @fires {CustomEvent<{category: string, report: RestoreReport}>} litechat-category-imported
 *
 * @csspart card - The card around everything.
 * @csspart category - A category with its buttons.
 * @csspart export - A button that exports.
 * @csspart import - A button that imports.
 * @csspart work - What is shown meanwhile.
 * @csspart progress - The bar in it.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be moved now.
 */
export class CategoryTransfer extends ContextElement {
  static override styles = [tokens, controls, card, styles];

  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #operations = new Map(
    shared.map((id) => [id, new Operation<RestoreReport | undefined>(this)]),
  );
  readonly #input = createRef<HTMLInputElement>();
  #importing: Category | undefined;

  @state() private withSecrets: ReadonlySet<CategoryId> = new Set();

  readonly #onFile = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    target.value = '';
    if (file && this.#importing) void this.#import(this.#importing, file);
  };

  #isDisabled(id: CategoryId): boolean {
    const isReady = this.context !== undefined && this.status.state?.state === 'ready';
    return !isReady || this.#operations.get(id)?.isRunning === true;
  }

  #chooseFile(category: Category): void {
    if (this.#isDisabled(category.id)) return;
    this.#importing = category;
    this.#input.value?.click();
  }

  async #export({ id }: Category): Promise<void> {
    const { context } = this;
    const includeSecrets = this.withSecrets.has(id);
    const request = { category: id, includeSecrets };
    if (!context || this.#isDisabled(id)) return;
    if (!mayGoOn(this, 'litechat-category-export-requested', request)) return;
    await this.#run(id, 'export', async (transfer) => {
      await context.importExport.exportCategory(id, { ...transfer, includeSecrets });
      announce(this, 'litechat-category-exported', request);
      return undefined;
    });
  }

  async #import({ id }: Category, file: File): Promise<void> {
    const { context } = this;
    const request = { category: id };
    if (!context || this.#isDisabled(id)) return;
    if (!mayGoOn(this, 'litechat-category-import-requested', request)) return;
    await this.#run(id, 'import', async (transfer) => {
      const report = await context.importExport.importCategory(id, file, transfer);
      announce(this, 'litechat-category-imported', { category: id, report });
      return report;
    });
  }

  async #run(
    id: CategoryId,
    opener: 'export' | 'import',
    action: (transfer: Required<TransferOptions>) => Promise<RestoreReport | undefined>,
  ): Promise<void> {
    // What the other rows said is read by now.
    for (const operation of this.#operations.values()) operation.reset();
    const outcome = await this.#operations.get(id)?.run(action);
    const row = `[data-category=${id}]`;
    if (outcome?.state === 'cancelled') void moveFocus(this, `${row} [part=${opener}]`);
    else void moveFocus(this, `${row} [part=error]`, `${row} [part=result]`);
  }

  #setSecrets(id: CategoryId, isIncluded: boolean): void {
    const others = [...this.withSecrets].filter((other) => other !== id);
    this.withSecrets = new Set(isIncluded ? [...others, id] : others);
  }

  override render(): TemplateResult {
    const { localize } = this;
    const listed = shared.flatMap((id) => categories.filter((category) => category.id === id));
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('individualCategories')}</h2>
        <p>${localize.term('individualWords')}</p>
        <ul class="categories">
          ${listed.map((category) => this.#renderCategory(category))}
        </ul>
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${statusLine(this.#statusWords())}
        <input
          ${ref(this.#input)}
          hidden
          type="file"
          accept=".json,application/json"
          aria-label=${localize.term('chooseFile')}
          @change=${this.#onFile}
        />
      </section>
    `;
  }

  #renderCategory(category: Category): TemplateResult {
    const { localize } = this;
    const { id } = category;
    const name = categoryName(category, localize);
    const isDisabled = this.#isDisabled(id);
    return html`
      <li part="category" data-category=${id}>
        <div class="category">
          <span class="name">
            ${name}
            <span class="number">${categoryCount(category, this.#counts.counts, localize)}</span>
          </span>
          <div>
            <button
              type="button"
              part="export"
              aria-label=${localize.term('exportCategory', name)}
              aria-disabled=${isDisabled}
              @click=${() => void this.#export(category)}
            >
              ${icon('download')} ${localize.term('export')}
            </button>
            <button
              type="button"
              part="import"
              aria-label=${localize.term('importCategory', name)}
              aria-disabled=${isDisabled}
              @click=${() => this.#chooseFile(category)}
            >
              ${icon('upload')} ${localize.term('import')}
            </button>
          </div>
        </div>
        ${
          category.collections.some(({ secrets = [] }) => secrets.length > 0)
            ? this.#renderSecrets(id, isDisabled)
            : nothing
        }
        ${this.#renderOutcome(id)}
      </li>
    `;
  }

  #renderSecrets(id: CategoryId, isDisabled: boolean): TemplateResult {
    const onChange = ({ target }: Event): void => {
      if (target instanceof HTMLInputElement) this.#setSecrets(id, target.checked);
    };
    return html`
      <label class="check secrets">
        <input
          type="checkbox"
          .checked=${this.withSecrets.has(id)}
          ?disabled=${isDisabled}
          @change=${onChange}
        />
        <span>${this.localize.term('exportWithSecrets')}</span>
      </label>
    `;
  }

  /** Of the one row that has something to say, as the others are reset when one begins. */
  #statusWords(): string {
    const { localize } = this;
    return [...this.#operations.values()]
      .map(({ current }) => {
        switch (current.state) {
          case 'running':
            return localize.term('working');
          case 'done':
            return localize.term(current.result ? 'added' : 'exported');
          case 'cancelled':
            return localize.term('restoreCancelled');
          default:
            return '';
        }
      })
      .filter((words) => words !== '')
      .join(' ');
  }

  #renderOutcome(id: CategoryId): TemplateResult | typeof nothing {
    const { localize } = this;
    const operation = this.#operations.get(id);
    const outcome = operation?.current;
    switch (outcome?.state) {
      case 'running':
        return work(localize, localize.term('working'), outcome.progress, () =>
          operation?.cancel(),
        );
      case 'done':
        return outcome.result
          ? restoreReport(outcome.result, localize)
          : goodNote(localize.term('exported'));
      case 'failed':
        return badNote(this.messageOf(outcome.error));
      case 'cancelled':
        return plainNote(localize.term('restoreCancelled'));
      default:
        return nothing;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-category-transfer': CategoryTransfer;
  }
}
