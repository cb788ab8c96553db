import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import type { FileDescription } from '../../import-export/import-export.js';
import type { Progress, RestorePolicy, RestoreReport } from '../../import-export/types.js';
import { categories, type Category, type CategoryId } from '../../model/categories.js';
import { formatBytes } from '../shared/bytes.js';
import { card } from '../shared/card.styles.js';
import { categoryChecklist, optionsOf } from '../shared/category-checklist.js';
import { categoryCount, categoryName, recordCount } from '../shared/category-words.js';
import { checklist } from '../shared/checklist.styles.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, plainNote, statusLine, whyNotReady, work } from '../shared/notes.js';
import { restoreReport } from '../shared/restore-report.js';
import { tokens } from '../shared/tokens.styles.js';
import { FileDrop } from './file-drop.js';
import { styles } from './restore-panel.styles.js';

/**
 * Takes any file that the kit or the existing application writes, says what it is, and does what
 * the user then chooses. Nothing is written before that.
 *
 * @summary Restore and import.
 *
 * @fires {CustomEvent<{kind: string, options: FullImportOptions, policy: string}>} litechat-restore-requested - Cancelable.
 * @fires {CustomEvent<{report: RestoreReport}>} litechat-restored - The file's data is in the database.
 *
 * @csspart card - The card around everything.
 * @csspart drop - Where a file can be dropped.
 * @csspart choose - The button that asks for a file.
 * @csspart file - What the file is.
 * @csspart another - The button that asks for another file.
 * @csspart checklist - The categories in it.
 * @csspart category - One of them.
 * @csspart button - The button that restores.
 * @csspart work - What is shown meanwhile.
 * @csspart progress - The bar in it.
 * @csspart result - The words at the end.
 * @csspart loss - What of the data here would go.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be restored now.
 */
export class RestorePanel extends ContextElement {
  static override styles = [tokens, controls, card, checklist, styles];

  /** Where the file was meant to go when it was read. */
  #asked: PersistenceContext | undefined;
  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #reading = new Operation<FileDescription>(this);
  readonly #restoring = new Operation<RestoreReport>(this);
  readonly #drop = new FileDrop(this, this.localize, (file) => {
    if (this.#isReady) void this.open(file);
  });
  /** The names of the categories that the last restore did not take from its file. */
  #leftOut: string | undefined;

  @state() private file: File | undefined;
  @state() private ticked: ReadonlySet<CategoryId> = new Set();
  @state() private policy: RestorePolicy = 'replace';

  get #isReady(): boolean {
    return this.context !== undefined && this.status.state?.state === 'ready';
  }

  get #isBusy(): boolean {
    return this.#reading.isRunning || this.#restoring.isRunning;
  }

  readonly #onChooseAnother = (): void => {
    if (this.#isReady && !this.#isBusy) this.#drop.choose();
  };

  readonly #onToggle = (id: CategoryId, isTicked: boolean): void => {
    const others = [...this.ticked].filter((other) => other !== id);
    this.ticked = new Set(isTicked ? [...others, id] : others);
  };

  readonly #onPolicy = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.policy = target.value === 'merge-newest' ? 'merge-newest' : 'replace';
  };

  readonly #onRestore = async (): Promise<void> => {
    const { context, file, policy } = this;
    const read = this.#reading.current;
    if (!context || !file || read.state !== 'done' || !this.#mayRestore(read.result)) return;
    const { kind } = read.result;
    const leftOut = this.#namesLeftOut(read.result);
    const options = optionsOf(categories, this.ticked);
    if (!mayGoOn(this, 'litechat-restore-requested', { kind, options, policy })) return;
    const outcome = await this.#restoring.run((transfer) =>
      context.importExport.importFile(file, { ...transfer, options, policy }),
    );
    if (outcome.state === 'failed') void moveFocus(this, '[part=error]');
    if (outcome.state === 'cancelled') void moveFocus(this, '[part=button]');
    if (outcome.state !== 'done') return;
    this.#leftOut = leftOut;
    this.#forgetFile();
    void moveFocus(this, '[part=result]');
    announce(this, 'litechat-restored', { report: outcome.result });
  };

  /** Reads a file, such as one dropped elsewhere on the page, and asks what to do with it. */
  async open(file: File): Promise<void> {
    const { context } = this;
    if (!context || this.#isBusy) return;
    this.#restoring.reset();
    this.#asked = context;
    this.file = file;
    void moveFocus(this, '[part=file]');
    const outcome = await this.#reading.run((transfer) =>
      context.importExport.describeFile(file, transfer),
    );
    if (outcome.state === 'cancelled') this.#onForget();
    if (outcome.state === 'failed') void moveFocus(this, '[part=another]');
    if (outcome.state !== 'done') return;
    // A mod is code: it comes in only when it is asked for.
    const harmless = this.#carried(outcome.result).filter(({ carriesCode }) => !carriesCode);
    this.ticked = new Set(harmless.map(({ id }) => id));
    void moveFocus(this, '[part=file]');
  }

  /** What was said of one database does not hold for another. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.context === this.#asked || this.#restoring.isRunning || !this.file) return;
    this.#reading.cancel();
    this.#forgetFile();
  }

  readonly #onForget = (): void => {
    if (this.#isBusy) return;
    this.#forgetFile();
    void moveFocus(this, '[part=choose]');
  };

  readonly #forgetFile = (): void => {
    this.file = undefined;
    this.#reading.reset();
  };

  #carried({ categories: ids }: FileDescription): Category[] {
    return categories.filter(({ id }) => ids.includes(id));
  }

  #mayRestore({ kind }: FileDescription): boolean {
    return this.#isReady && !this.#isBusy && (kind !== 'backup' || this.ticked.size > 0);
  }

  #namesLeftOut(description: FileDescription): string | undefined {
    const { localize } = this;
    const names = this.#carried(description)
      .filter(({ id }) => !this.ticked.has(id))
      .filter(({ collections }) => collections.some(({ key }) => description.counts[key]))
      .map((category) => categoryName(category, localize));
    return names.length === 0 ? undefined : new Intl.ListFormat(localize.lang()).format(names);
  }

  /** What a restore would take away, in words; undefined when there is nothing of it here. */
  #loss(description: FileDescription): string | undefined {
    const { localize, ticked } = this;
    const { counts } = this.#counts;
    if (description.kind !== 'backup' || this.policy !== 'replace' || !counts) return undefined;
    const keys = this.#carried(description)
      .filter(({ id }) => ticked.has(id))
      .flatMap(({ collections }) => collections.map(({ key }) => key));
    const total = keys.reduce((sum, key) => sum + counts[key], 0);
    if (total === 0) return undefined;
    const records = recordCount(counts, keys, localize, 'conjunction');
    return localize.term('replacesHere', records, total);
  }

  override render(): TemplateResult {
    const { localize } = this;
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('restore')}</h2>
        <p>${localize.term('restoreWords')}</p>
        ${this.file ? this.#renderFile(this.file) : this.#drop.render(!this.#isReady)}
        ${this.#drop.renderInput()}
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${this.#renderOutcome()} ${statusLine(this.#statusWords())}
      </section>
    `;
  }

  #renderFile(file: File): TemplateResult {
    const { localize } = this;
    const read = this.#reading.current;
    const size = formatBytes(file.size, localize.lang());
    const dot = file.name.lastIndexOf('.');
    const stemLength = dot > 0 ? dot : file.name.length;
    const what = read.state === 'done' ? this.#whatItIs(read.result) : undefined;
    return html`
      <div class="file" part="file" tabindex="-1">
        ${icon('file')}
        <div>
          <strong class="file-name" dir="auto" title=${file.name}
            ><span class="stem">${file.name.slice(0, stemLength)}</span
            ><span class="extension">${file.name.slice(stemLength)}</span></strong
          >
          <span>${[size, what].filter((words) => words !== undefined).join(' · ')}</span>
        </div>
        <button
          type="button"
          part="another"
          aria-disabled=${!this.#isReady || this.#isBusy}
          @click=${this.#onChooseAnother}
        >
          ${localize.term('chooseAnother')}
        </button>
      </div>
      ${
        read.state === 'running'
          ? work(localize, localize.term('checkingFile'), read.progress, () =>
              this.#reading.cancel(),
            )
          : nothing
      }
      ${read.state === 'failed' ? badNote(this.messageOf(read.error)) : nothing}
      ${read.state === 'done' ? this.#renderChoices(read.result) : nothing}
    `;
  }

  #whatItIs({ kind, exportedAt }: FileDescription): string {
    const { localize } = this;
    if (kind !== 'backup') return localize.term(`file_${kind}`);
    return exportedAt
      ? localize.term(
          'file_backupOf',
          localize.date(exportedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        )
      : localize.term('file_backup');
  }

  #renderChoices(description: FileDescription): TemplateResult {
    const { localize } = this;
    const isBackup = description.kind === 'backup';
    const size = this.ticked.size;
    const action = this.policy === 'replace' ? 'replaceCategories' : 'mergeCategories';
    const loss = this.#loss(description);
    return html`
      ${
        isBackup
          ? this.#renderBackup(description)
          : html`<p class="words">${localize.term('addAsNewWords')}</p>`
      }
      ${loss === undefined ? nothing : html`<p class="loss" part="loss">${loss}</p>`}
      <div class="actions">
        <button
          class=${loss === undefined ? 'primary' : 'danger'}
          part="button"
          type="button"
          aria-disabled=${!this.#mayRestore(description)}
          @click=${this.#onRestore}
        >
          ${isBackup ? localize.term(action, size) : localize.term('addAsNew')}
        </button>
        <button type="button" aria-disabled=${this.#isBusy} @click=${this.#onForget}>
          ${localize.term('cancel')}
        </button>
      </div>
    `;
  }

  #renderBackup(description: FileDescription): TemplateResult {
    const { localize } = this;
    const { counts } = this.#counts;
    const isBusy = this.#restoring.isRunning;
    const carried = this.#carried(description);
    if (carried.length === 0) return html`<p class="words">${localize.term('nothingInFile')}</p>`;
    const entries = carried.map((category) => ({
      category,
      name: categoryName(category, localize),
      count: counts
        ? localize.term(
            'inFileAndHere',
            categoryCount(category, description.counts, localize),
            categoryCount(category, counts, localize),
          )
        : '',
      isTicked: this.ticked.has(category.id),
      note: category.carriesCode
        ? html`${icon('code')}${localize.term('installsCode')}`
        : undefined,
    }));
    const choice = (policy: RestorePolicy): TemplateResult => html`
      <label class="check">
        <input
          type="radio"
          name="policy"
          value=${policy}
          .checked=${this.policy === policy}
          ?disabled=${isBusy}
        />
        <span>${localize.term(policy === 'replace' ? 'policyReplace' : 'policyMerge')}</span>
      </label>
    `;
    return html`
      ${categoryChecklist(localize.term('whatToRestore'), entries, this.#onToggle, isBusy)}
      <fieldset class="policy" @change=${this.#onPolicy}>
        <legend class="visually-hidden">${localize.term('whatBecomesOfData')}</legend>
        ${choice('replace')} ${choice('merge-newest')}
      </fieldset>
    `;
  }

  #workWords(progress: Progress | undefined): string {
    return this.localize.term(progress?.phase === 'writing' ? 'writingData' : 'checkingFile');
  }

  #statusWords(): string {
    const { localize } = this;
    const outcome = this.#restoring.current;
    if (this.#reading.isRunning) return localize.term('checkingFile');
    switch (outcome.state) {
      case 'running':
        return this.#workWords(outcome.progress);
      case 'done':
        return localize.term(outcome.result.kind === 'backup' ? 'restored' : 'added');
      case 'cancelled':
        return localize.term('restoreCancelled');
      default:
        return '';
    }
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const outcome = this.#restoring.current;
    switch (outcome.state) {
      case 'idle':
        return nothing;
      case 'running': {
        const { progress } = outcome;
        return work(localize, this.#workWords(progress), progress, () => this.#restoring.cancel());
      }
      case 'done':
        return restoreReport(outcome.result, localize, this.#leftOut);
      case 'cancelled':
        return plainNote(localize.term('restoreCancelled'));
      case 'failed':
        return badNote(this.messageOf(outcome.error));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-restore-panel': RestorePanel;
  }
  interface HTMLElementEventMap {
    'litechat-restored': CustomEvent<{ report: RestoreReport }>;
  }
}
