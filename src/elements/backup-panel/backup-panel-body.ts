import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
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
import { ElementBody } from '../shared/element-body.js';
import { dialog } from '../shared/dialog.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/more-icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, cautionNote, goodNote, plainNote, statusLine } from '../shared/notes.js';
import { work } from '../shared/work.js';
import { isNews, whyNotReady } from '../shared/why-not-ready.js';
import { secretHolders, secretsDialog, SecretsDialog } from '../shared/secrets-dialog.js';
import { styles } from './backup-panel.styles.js';
import { PassphraseFields } from './passphrase-fields.js';

/** What a backup is to hold. */
export interface BackupRequest {
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

/** What the body reads and sets of its element. */
type Host = LitElement & { includeSecrets: boolean; encrypt: boolean };

/** Asks what is to be saved and how, and saves it. */
export class BackupPanelBody extends ElementBody<Host> {
  override readonly styles = [card, checklist, dialog, secretsDialog, styles];

  readonly #counts = new CountsController(this.host, () => this.context?.persistence);
  readonly #usage = new UsageController(this.host, () => this.context?.database);
  readonly #operation = new Operation<Saved>(this.host);
  readonly #passphrase = new PassphraseFields(this.host, this.localize);
  readonly #dialog = new SecretsDialog(this.host, this.localize, true);

  #ticked: ReadonlySet<CategoryId> = new Set(
    categories.filter(({ secret }) => !secret).map(({ id }) => id),
  );

  get #isDisabled(): boolean {
    return !this.context || this.status.state?.state !== 'ready' || this.#operation.isRunning;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('includeSecrets')) return;
    this.#ticked = new Set(
      categories
        .filter(({ id, secret }) => (secret ? this.host.includeSecrets : this.#ticked.has(id)))
        .map(({ id }) => id),
    );
  }

  readonly #onToggle = (id: CategoryId, isTicked: boolean): void => {
    // The names of keys are of no use without the keys.
    if (isTicked && categories.some((category) => category.id === id && category.secret)) {
      this.host.includeSecrets = true;
    }
    this.#tick(
      categories.filter((category) =>
        category.id === id ? isTicked : this.#ticked.has(category.id),
      ),
    );
  };

  readonly #onSecrets = (isOn: boolean): void => {
    this.host.includeSecrets = isOn;
    this.#operation.reset();
  };

  readonly #onEncrypt = (isOn: boolean): void => {
    this.host.encrypt = isOn;
    this.#operation.reset();
  };

  readonly #onSave = async (): Promise<void> => {
    const { context } = this;
    const { includeSecrets, encrypt: isEncrypted } = this.host;
    if (!context || this.#isDisabled || this.#ticked.size === 0) return;
    const passphrase = isEncrypted ? this.#passphrase.take() : undefined;
    if (isEncrypted && passphrase === undefined) return;
    const saved = categories.filter(({ id }) => this.#ticked.has(id));
    const options = optionsOf(saved, this.#ticked);
    const holders = includeSecrets ? secretHolders(saved, this.#counts.counts) : [];
    if (!isEncrypted && holders.length > 0 && !(await this.#maySaveReadable(holders))) return;
    // What was asked and answered was about another database.
    if (context !== this.context) return;
    const request: BackupRequest = { options, includeSecrets, isEncrypted };
    if (!mayGoOn(this.host, 'litechat-backup-requested', request)) return;
    const { state } = await this.#operation.run(async (transfer) => {
      await context.importExport.exportFullConfiguration(options, {
        ...transfer,
        includeSecrets,
        passphrase,
      });
      return { categories: saved.length, holdsSecrets: holders.length > 0, isEncrypted };
    });
    void moveFocus(this.host, focusAfter[state]);
    if (state !== 'done') return;
    this.#passphrase.clear();
    announce(this.host, 'litechat-backup-saved', request);
  };

  async #maySaveReadable(holders: readonly Category[]): Promise<boolean> {
    const answer = await this.#dialog.ask(holders);
    if (answer === 'encrypt') {
      this.host.encrypt = true;
      // Once the dialog has given the focus back to where it was.
      await this.host.updateComplete;
      void moveFocus(this.host, '#passphrase');
    }
    return answer === 'export';
  }

  /** All but secrets, unless those were asked for. */
  readonly #tickAll = (): void => {
    if (this.#isDisabled) return;
    this.#tick(categories.filter(({ secret }) => !secret || this.host.includeSecrets));
  };

  readonly #tickNone = (): void => {
    if (!this.#isDisabled) this.#tick([]);
  };

  #tick(chosen: readonly Category[]): void {
    this.#ticked = new Set(chosen.map(({ id }) => id));
    this.#operation.reset();
  }

  override render(): TemplateResult {
    const { localize } = this;
    const { size } = this.#ticked;
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
        ${this.context?.database.emptied ? cautionNote(this.localize.term('emptiedBackup')) : nothing}
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
    const chosen = categories.filter(({ id }) => this.#ticked.has(id));
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
      isTicked: this.#ticked.has(category.id),
      note: category.secret ? html`${icon('key')}${localize.term('secret')}` : undefined,
    }));
    return html`
      ${categoryChecklist(localize.term('whatToBackUp'), entries, this.#onToggle, isDisabled)}
      ${error !== undefined && isNews(this.status.state) ? badNote(this.messageOf(error)) : nothing}
    `;
  }

  #renderSecrets(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    return html`
      ${checkOption({
        name: 'include-secrets',
        label: localize.term('includeSecrets'),
        words: this.host.includeSecrets ? undefined : localize.term('withoutSecrets'),
        isOn: this.host.includeSecrets,
        isDisabled,
        onChange: this.#onSecrets,
      })}
      ${this.host.includeSecrets && !this.host.encrypt ? cautionNote(localize.term('withSecrets')) : nothing}
    `;
  }

  #renderEncryption(isDisabled: boolean): TemplateResult {
    const { localize } = this;
    return html`
      ${checkOption({
        name: 'encrypt',
        label: localize.term('encrypt'),
        words: localize.term('encryptWords'),
        isOn: this.host.encrypt,
        isDisabled,
        onChange: this.#onEncrypt,
      })}
      ${this.host.encrypt ? this.#passphrase.render(isDisabled, () => void this.#onSave()) : nothing}
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
