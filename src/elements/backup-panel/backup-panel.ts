import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { UsageController } from '../../controllers/usage-controller.js';
import {
  categories,
  type Category,
  type CategoryId,
  type FullExportOptions,
} from '../../model/categories.js';
import { formatRoughly } from '../shared/bytes.js';
import { card } from '../shared/card.styles.js';
import { categoryChecklist, optionsOf } from '../shared/category-checklist.js';
import { bytesOf, categoryCount, categoryName, categorySize } from '../shared/category-words.js';
import { checkOption } from '../shared/check-option.js';
import { checklist } from '../shared/checklist.styles.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { dialog } from '../shared/dialog.styles.js';
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
import { secretHolders, secretsDialog, SecretsDialog } from '../shared/secrets-dialog.js';
import { tokens } from '../shared/tokens.styles.js';
import { styles } from './backup-panel.styles.js';
import { PassphraseFields } from './passphrase-fields.js';

/** What a backup is to hold. */
interface BackupRequest {
  options: FullExportOptions;
  includeSecrets: boolean;
  /** Whether a passphrase is needed to open it. */
  isEncrypted: boolean;
}

interface Saved {
  categories: number;
  holdsSecrets: boolean;
  isEncrypted: boolean;
}

const focusAfter = {
  idle: '[part=button]',
  running: '[part=button]',
  done: '[part=result]',
  cancelled: '[part=button]',
  failed: '[part=error]',
} as const;

/**
 * Saves the chosen categories as one file. What is nothing but secrets is not chosen, and no
 * secret's value goes into the file, unless the user asks for it.
 *
 * Both go together: to ask for secrets ticks the categories of nothing else, and no longer to ask
 * unticks them; to tick such a category asks for secrets. Before secrets go into a file that is not
 * encrypted, the user is asked once more. The passphrase of one that is stays in its fields until
 * the file is saved, and is in no event, attribute or text.
 *
 * @summary Full backup.
 *
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-requested -
 *   Cancelable; comes when the user has answered all questions.
 * @fires {CustomEvent<{options: FullExportOptions, includeSecrets: boolean, isEncrypted: boolean}>} litechat-backup-saved -
 *   The file was handed to the browser.
 *
 * @csspart card - The card around everything.
 * @csspart checklist - The categories.
 * @csspart category - One of them.
 * @csspart passphrase - The fields for a passphrase.
 * @csspart strength - How hard it is to guess.
 * @csspart dialog - The question before secrets are saved unencrypted.
 * @csspart button - The button that saves.
 * @csspart work - What is shown meanwhile.
 * @csspart progress - The bar in it.
 * @csspart result - The words at the end.
 * @csspart error - The message of a failure.
 * @csspart reason - Why nothing can be saved now.
 */
export class BackupPanel extends ContextElement {
  static override styles = [tokens, controls, card, checklist, dialog, secretsDialog, styles];

  readonly #counts = new CountsController(this, () => this.context?.persistence);
  readonly #usage = new UsageController(this, () => this.context?.database);
  readonly #operation = new Operation<Saved>(this);
  readonly #passphrase = new PassphraseFields(this, this.localize);
  readonly #dialog = new SecretsDialog(this, this.localize, true);

  @state() private ticked: ReadonlySet<CategoryId> = new Set(
    categories.filter(({ secret }) => !secret).map(({ id }) => id),
  );

  /** Whether the values of secrets go into the file. */
  @property({ type: Boolean, attribute: 'include-secrets' }) includeSecrets = false;

  /** Whether the file is encrypted with a passphrase. */
  @property({ type: Boolean }) encrypt = false;

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

  readonly #onSecrets = (isOn: boolean): void => {
    this.includeSecrets = isOn;
    this.#operation.reset();
  };

  readonly #onEncrypt = (isOn: boolean): void => {
    this.encrypt = isOn;
    this.#operation.reset();
  };

  readonly #onSave = async (): Promise<void> => {
    const { context, includeSecrets, encrypt: isEncrypted } = this;
    if (!context || this.#isDisabled || this.ticked.size === 0) return;
    const passphrase = isEncrypted ? this.#passphrase.take() : undefined;
    if (isEncrypted && passphrase === undefined) return;
    const saved = categories.filter(({ id }) => this.ticked.has(id));
    const options = optionsOf(saved, this.ticked);
    const holders = includeSecrets ? secretHolders(saved, this.#counts.counts) : [];
    if (!isEncrypted && holders.length > 0 && !(await this.#maySaveReadable(holders))) return;
    // What was asked and answered was about another database.
    if (context !== this.context) return;
    const request: BackupRequest = { options, includeSecrets, isEncrypted };
    if (!mayGoOn(this, 'litechat-backup-requested', request)) return;
    const { state } = await this.#operation.run(async (transfer) => {
      await context.importExport.exportFullConfiguration(options, {
        ...transfer,
        includeSecrets,
        passphrase,
      });
      return { categories: saved.length, holdsSecrets: holders.length > 0, isEncrypted };
    });
    void moveFocus(this, focusAfter[state]);
    if (state !== 'done') return;
    this.#passphrase.clear();
    announce(this, 'litechat-backup-saved', request);
  };

  async #maySaveReadable(holders: readonly Category[]): Promise<boolean> {
    const answer = await this.#dialog.ask(holders);
    if (answer === 'encrypt') {
      this.encrypt = true;
      // Once the dialog has given the focus back to where it was.
      await this.updateComplete;
      void moveFocus(this, '#passphrase');
    }
    return answer === 'export';
  }

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
          <span class="number">${this.#chosenWords()}</span>
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
        ${this.#renderEncryption(isDisabled)}
        <div class="actions">
          <button
            class="primary"
            part="button"
            type="button"
            aria-disabled=${isDisabled || size === 0}
            aria-describedby="why"
            @click=${this.#onSave}
          >
            ${icon('download')} ${localize.term('backUpCategories', size)}
          </button>
          <p class="words why" id="why">${this.#whyWords(size)}</p>
        </div>
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${this.#renderOutcome()} ${statusLine(this.#statusWords())}
      </section>
      ${this.#dialog.render()}
    `;
  }

  #whyWords(size: number): string {
    return size === 0 ? this.localize.term('chooseCategory') : '';
  }

  #chosenWords(): string {
    const { localize } = this;
    const { usage } = this.#usage;
    const chosen = categories.filter(({ id }) => this.ticked.has(id));
    const words = localize.term('categoriesChosen', chosen.length, categories.length);
    const bytes = usage ? bytesOf(chosen, usage) : 0;
    return bytes === 0
      ? words
      : `${words} · ${localize.term('about', formatRoughly(bytes, localize.lang()))}`;
  }

  #renderChecklist(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    const { counts, error } = this.#counts;
    const entries = categories.map((category) => ({
      category,
      name: categoryName(category, localize),
      count: categoryCount(category, counts, localize),
      size: categorySize(category, this.#usage.usage, localize),
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
      ${checkOption({
        name: 'include-secrets',
        label: localize.term('includeSecrets'),
        words: this.includeSecrets ? undefined : localize.term('withoutSecrets'),
        isOn: this.includeSecrets,
        isDisabled,
        onChange: this.#onSecrets,
      })}
      ${this.includeSecrets && !this.encrypt ? cautionNote(localize.term('withSecrets')) : nothing}
    `;
  }

  #renderEncryption(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    return html`
      ${checkOption({
        name: 'encrypt',
        label: localize.term('encrypt'),
        words: localize.term('encryptWords'),
        isOn: this.encrypt,
        isDisabled,
        onChange: this.#onEncrypt,
      })}
      ${this.encrypt ? this.#passphrase.render(isDisabled, () => void this.#onSave()) : nothing}
    `;
  }

  #statusWords(): string {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'running':
        return localize.term('backingUp');
      case 'done':
        return this.#savedWords(outcome.result);
      case 'cancelled':
        return localize.term('backupCancelled');
      default:
        return '';
    }
  }

  #savedWords({ categories: number, holdsSecrets, isEncrypted }: Saved): string {
    return this.localize.term('backedUp', number, holdsSecrets, isEncrypted);
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
      case 'done':
        return goodNote(this.#savedWords(outcome.result));
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
    'litechat-backup-requested': CustomEvent<BackupRequest>;
    'litechat-backup-saved': CustomEvent<BackupRequest>;
  }
}
