import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { UsageController } from '../../controllers/usage-controller.js';
import type { RestoreReport, TransferOptions } from '../../import-export/types.js';
import { categories, type Category, type CategoryId } from '../../model/categories.js';
import { card } from '../shared/card.styles.js';
import { categoryCount, categoryName, categorySize } from '../shared/category-words.js';
import { checkOption } from '../shared/check-option.js';
import { ElementBody } from '../shared/element-body.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { dialog } from '../shared/dialog.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/more-icons.js';
import { destinationStyles } from '../shared/key-destinations.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, goodNote, plainNote, statusLine } from '../shared/notes.js';
import { work } from '../shared/work.js';
import { whyNotReady } from '../shared/why-not-ready.js';
import { importReport } from '../shared/restore-report.js';
import { secretHolders, secretsDialog, SecretsDialog } from '../shared/secrets-dialog.js';
import { styles } from './category-transfer.styles.js';
import { importQuestion } from './import-question.js';

/** Exports and imports, and asks before it does. */
export class CategoryTransferBody extends ElementBody {
  override readonly styles = [card, dialog, secretsDialog, destinationStyles, styles];

  readonly #counts = new CountsController(this.host, () => this.context?.persistence);
  readonly #usage = new UsageController(this.host, () => this.context?.database);
  readonly #dialog = new SecretsDialog(this.host, this.localize, false);
  readonly #question = new ConfirmDialog(this.host, this.localize);
  readonly #operations = new Map(
    categories.map(({ id }) => [id, new Operation<RestoreReport | undefined>(this.host)]),
  );
  readonly #input = createRef<HTMLInputElement>();
  #importing: Category | undefined;

  #withSecrets = false;

  readonly #onFile = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const file = target.files?.[0];
    target.value = '';
    if (file && this.#importing) void this.#import(this.#importing, file);
  };

  readonly #onSecrets = (isOn: boolean): void => {
    this.#withSecrets = isOn;
    this.requestUpdate();
  };

  get #isReady(): boolean {
    return this.context !== undefined && this.status.state?.state === 'ready';
  }

  #isDisabled(id: CategoryId): boolean {
    return !this.#isReady || this.#operations.get(id)?.isRunning === true;
  }

  #chooseFile(category: Category): void {
    if (this.#isDisabled(category.id)) return;
    this.#importing = category;
    this.#input.value?.click();
  }

  async #export(category: Category): Promise<void> {
    const { context } = this;
    const { id, secret = false } = category;
    if (!context || this.#isDisabled(id)) return;
    const includeSecrets = secret || this.#withSecrets;
    const holders = includeSecrets ? secretHolders([category], this.#counts.counts) : [];
    if (holders.length > 0 && (await this.#dialog.ask(holders)) !== 'export') return;
    // What was asked and answered was about another database.
    if (context !== this.context) return;
    const request = { category: id, includeSecrets };
    if (!mayGoOn(this.host, 'litechat-category-export-requested', request)) return;
    await this.#run(id, 'export', async (transfer) => {
      await context.importExport.exportCategory(id, { ...transfer, includeSecrets });
      announce(this.host, 'litechat-category-exported', request);
      return undefined;
    });
  }

  async #import(category: Category, file: File): Promise<void> {
    const { context } = this;
    const { id } = category;
    const request = { category: id };
    if (!context || this.#isDisabled(id)) return;
    if (!mayGoOn(this.host, 'litechat-category-import-requested', request)) return;
    await this.#run(id, 'import', async (transfer) => {
      const { importExport } = context;
      const { flag } = category;
      const policy = 'merge-newest';
      const preview = await importExport.previewBackup(
        file,
        { [flag]: true },
        { ...transfer, policy },
      );
      const question = importQuestion(category, preview, this.localize);
      if (question && !(await this.#question.ask(question))) throw dismissal();
      // What was asked and answered was about another database.
      if (context !== this.context) throw dismissal();
      const skipInvalid = preview.invalidCount > 0;
      const report = await importExport.importCategory(id, file, {
        ...transfer,
        policy,
        skipInvalid,
      });
      announce(this.host, 'litechat-category-imported', { category: id, report });
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
    if (outcome?.state === 'cancelled') void moveFocus(this.host, `${row} [part=${opener}]`);
    else void moveFocus(this.host, `${row} [part=error]`, `${row} [part=result]`);
  }

  override render(): TemplateResult {
    const { localize } = this;
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('individualCategories')}</h2>
        <p>${localize.term('individualWords')}</p>
        <ul class="categories">
          ${categories.map((category) => this.#renderCategory(category))}
        </ul>
        ${this.#renderSecrets()}
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
      ${this.#dialog.render()} ${this.#question.render()}
    `;
  }

  #renderCategory(category: Category): TemplateResult {
    const { localize } = this;
    const { id } = category;
    const name = categoryName(category, localize);
    const isDisabled = this.#isDisabled(id);
    return html`
      <li part="category" data-category=${id}>
        <span class="name">${name} ${this.#renderHint(category)}</span>
        <div class="amount">
          <span class="number">${categoryCount(category, this.#counts.counts, localize)}</span>
          <span class="size">${categorySize(category, this.#usage.usage, localize)}</span>
        </div>
        <div class="buttons">
          <button
            type="button"
            part="export"
            aria-label=${localize.term('exportCategory', name)}
            title=${localize.term('export')}
            aria-disabled=${isDisabled}
            @click=${() => void this.#export(category)}
          >
            ${icon('download')} <span>${localize.term('export')}</span>
          </button>
          <button
            type="button"
            part="import"
            aria-label=${localize.term('importCategory', name)}
            title=${localize.term('import')}
            aria-disabled=${isDisabled}
            @click=${() => this.#chooseFile(category)}
          >
            ${icon('upload')} <span>${localize.term('import')}</span>
          </button>
        </div>
        ${this.#renderOutcome(category)}
      </li>
    `;
  }

  #renderHint({ secret, carriesCode }: Category): TemplateResult | typeof nothing {
    const { localize } = this;
    if (secret) return html`<span class="hint">${icon('key')}${localize.term('secret')}</span>`;
    return carriesCode
      ? html`<span class="hint">${icon('code')}${localize.term('installsCode')}</span>`
      : nothing;
  }

  #renderSecrets(): TemplateResult {
    const { localize } = this;
    return checkOption({
      name: 'include-secrets',
      label: localize.term('includeSecrets'),
      words: localize.term('exportSecretsWords'),
      isOn: this.#withSecrets,
      isDisabled: !this.#isReady,
      onChange: this.#onSecrets,
    });
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
            return localize.term(current.result ? 'imported' : 'exported');
          case 'cancelled':
            return localize.term('restoreCancelled');
          default:
            return '';
        }
      })
      .filter((words) => words !== '')
      .join(' ');
  }

  #renderOutcome(category: Category): TemplateResult | typeof nothing {
    const { localize } = this;
    const operation = this.#operations.get(category.id);
    const outcome = operation?.current;
    switch (outcome?.state) {
      case 'running':
        return work(localize, localize.term('working'), outcome.progress, () =>
          operation?.cancel(),
        );
      case 'done':
        return outcome.result
          ? importReport(outcome.result, category, localize)
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

/** As when the user closes a dialog of the browser. */
const dismissal = (): DOMException => new DOMException('The user said no.', 'AbortError');
