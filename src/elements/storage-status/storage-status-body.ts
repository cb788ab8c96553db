import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { ClockController } from '../../controllers/clock-controller.js';
import { Operation } from '../../controllers/operation.js';
import { UsageController } from '../../controllers/usage-controller.js';
import { canRequestPersistence, requestPersistence } from '../../persistence/browser-storage.js';
import type { EmptiedStorage } from '../../database/data-witness.js';
import type { StorageUsage } from '../../persistence/measure-usage.js';
import { card } from '../shared/card.styles.js';
import { emptiedWords } from '../shared/emptied-words.js';
import { ElementBody, type BodyParts } from '../shared/element-body.js';
import { isolated } from '../conversation-list/isolated.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon, type IconName } from '../shared/more-icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, cautionNote, statusLine } from '../shared/notes.js';
import { isNews, whyNotReady } from '../shared/why-not-ready.js';
import { relativeTime } from '../shared/relative-time.js';
import { styles } from './storage-status.styles.js';
import { filledCategories, usageChart } from './usage-chart.js';

/** After that, a backup is said to be old. */
const BACKUP_DUE_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
/** A backup younger than that has only just been made. */
const JUST_NOW_MILLISECONDS = 60_000;
/** Of the quota; above it the room is said to be nearly used up. */
const NEARLY_FULL = 0.9;
type Stage = 'loading' | 'failed' | 'empty' | 'full';

/** Measures, and says how safe what is stored is. */
export class StorageStatusBody extends ElementBody {
  override readonly styles = [card, styles];

  readonly #usage = new UsageController(this.host, () => this.context?.database);
  readonly #asking = new Operation<boolean>(this.host);
  readonly #states: CustomStateSet;

  /** @param states Of the element, which only that can reach. */
  constructor(host: LitElement, parts: BodyParts, states: CustomStateSet) {
    super(host, parts);
    this.#states = states;
    new ClockController(host);
  }

  get #isInMemory(): boolean {
    const status = this.status.state;
    return status?.state === 'ready' && !status.persistent;
  }

  get #emptied(): EmptiedStorage | undefined {
    return this.context?.database.emptied;
  }

  override updated(): void {
    const { usage } = this.#usage;
    const states = this.#states;
    states.clear();
    states.add(this.#stage);
    if (this.#isInMemory) states.add('not-persistent');
    if (this.#emptied) states.add('emptied');
    if (usage && this.#isProtected(usage)) states.add('protected');
    if (usage && this.#isBackupDue(usage)) states.add('backup-due');
  }

  readonly #onProtect = async (): Promise<void> => {
    if (this.#asking.isRunning) return;
    if (!mayGoOn(this.host, 'litechat-protection-requested', null)) return;
    const outcome = await this.#asking.run(requestPersistence);
    if (outcome.state !== 'done') return;
    this.#usage.refresh();
    if (outcome.result) void moveFocus(this.host, '[part=protection]');
    announce(this.host, 'litechat-protection-answered', { isProtected: outcome.result });
  };

  readonly #onDismiss = (): void => {
    this.context?.database.forgetEmptied();
    void moveFocus(this.host, '#title');
  };

  get #stage(): Stage {
    const { usage, error } = this.#usage;
    if (!usage) return error === undefined ? 'loading' : 'failed';
    return filledCategories(usage).length > 0 ? 'full' : 'empty';
  }

  #isProtected({ persisted }: StorageUsage): boolean {
    const asked = this.#asking.current;
    return persisted === true || (asked.state === 'done' && asked.result);
  }

  #isBackupDue(usage: StorageUsage): boolean {
    const age = usage.lastBackup ? Date.now() - usage.lastBackup.at.getTime() : Infinity;
    return age > BACKUP_DUE_MILLISECONDS && filledCategories(usage).length > 0;
  }

  override render(): TemplateResult {
    const { localize } = this;
    const { usage } = this.#usage;
    const isBusy = usage === undefined && this.#usage.error === undefined;
    return html`
      <section
        class="card"
        part="card"
        aria-labelledby="title"
        aria-busy=${isBusy}
        dir=${localize.term('$dir')}
      >
        <h2 id="title" tabindex="-1">${localize.term('storage')}</h2>
        <p>${localize.term('storageWords')}</p>
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${this.#emptied ? this.#renderEmptied(this.#emptied) : nothing}
        ${usage ? this.#renderUsage(usage) : this.#renderWithout()}
        ${statusLine(this.#statusWords())}
      </section>
    `;
  }

  #renderEmptied(emptied: EmptiedStorage): TemplateResult {
    const { localize } = this;
    const { title, detail } = emptiedWords(emptied, localize);
    return html`<div part="emptied">
      ${cautionNote(html`
        <p><strong>${title}</strong> ${detail}</p>
        <button part="dismiss" type="button" @click=${this.#onDismiss}>
          ${localize.term('dismiss')}
        </button>
      `)}
    </div>`;
  }

  #renderWithout(): TemplateResult | typeof nothing {
    const { localize } = this;
    const { error } = this.#usage;
    if (error !== undefined && isNews(this.status.state)) {
      return badNote(html`
        <p>${this.messageOf(error)}</p>
        <button type="button" @click=${() => this.#usage.refresh()}>
          ${icon('retry')} ${localize.term('tryAgain')}
        </button>
      `);
    }
    const { state } = this.status.state ?? { state: 'opening' };
    return state === 'opening' || state === 'ready'
      ? html`<div class="measuring">
          <span class="visually-hidden">${localize.term('measuring')}</span>
        </div>`
      : nothing;
  }

  #renderUsage(usage: StorageUsage): TemplateResult {
    const { localize } = this;
    return html`
      ${usageChart(usage, localize)}
      ${isNearlyFull(usage) ? cautionNote(localize.term('storageNearlyFull')) : nothing}
      ${
        this.#isInMemory
          ? cautionNote(html`
              <strong>${localize.term('notPersistent')}</strong>
              ${localize.term('notPersistentDetail')}
            `)
          : nothing
      }
      <ul class="facts">
        ${this.#renderProtection(usage)} ${this.#renderBackup(usage)}
      </ul>
    `;
  }

  #renderProtection(usage: StorageUsage): TemplateResult | typeof nothing {
    const { localize } = this;
    if (usage.persisted === null || this.#isInMemory) return nothing;
    if (this.#isProtected(usage)) {
      return html`<li>
        ${fact('protection', 'shield-check', 'good', [
          localize.term('protected'),
          localize.term('protectedDetail'),
        ])}
      </li>`;
    }
    const asked = this.#asking.current;
    const wasRefused = asked.state === 'done' && !asked.result;
    return html`<li>
      ${fact('protection', 'shield', 'plain', [
        localize.term('notProtected'),
        localize.term(wasRefused ? 'protectionRefused' : 'notProtectedDetail'),
      ])}
      ${canRequestPersistence() ? this.#renderProtect() : nothing}
      ${asked.state === 'failed' ? badNote(this.messageOf(asked.error)) : nothing}
    </li>`;
  }

  #renderProtect(): TemplateResult {
    const { localize } = this;
    const { isRunning } = this.#asking;
    return html`<button
      part="protect"
      type="button"
      aria-disabled=${isRunning}
      @click=${this.#onProtect}
    >
      ${localize.term(isRunning ? 'asking' : 'protect')}
    </button>`;
  }

  #renderBackup(usage: StorageUsage): TemplateResult | typeof nothing {
    const { localize } = this;
    const { lastBackup } = usage;
    const isDue = this.#isBackupDue(usage);
    if (!lastBackup) {
      return isDue
        ? html`<li>
            ${fact('backup', 'history', 'caution', [
              localize.term('noBackup'),
              localize.term('noBackupDetail'),
            ])}
          </li>`
        : nothing;
    }
    const { at, categories: held } = lastBackup;
    const date = localize.date(at, { dateStyle: 'medium', timeStyle: 'short' });
    return html`<li>
      ${fact('backup', 'history', isDue ? 'caution' : 'plain', [
        this.#lastBackupWords(at),
        localize.term('lastBackupDetail', isolated(date), held.length),
        ...(isDue ? [localize.term('oldBackupDetail')] : []),
      ])}
    </li>`;
  }

  #lastBackupWords(at: Date): string {
    const { localize } = this;
    return Date.now() - at.getTime() < JUST_NOW_MILLISECONDS
      ? localize.term('lastBackupJustNow')
      : localize.term('lastBackup', relativeTime(at, new Date(), localize.lang()));
  }

  #statusWords(): string {
    const { localize } = this;
    const asked = this.#asking.current;
    if (asked.state === 'running') return localize.term('asking');
    if (asked.state !== 'done') return '';
    return localize.term(asked.result ? 'protected' : 'protectionRefused');
  }
}

/** One thing to know, in a sentence and what follows from it. */
function fact(
  part: string,
  name: IconName,
  mood: 'good' | 'caution' | 'plain',
  sentences: readonly string[],
): TemplateResult {
  return html`
    <div class="fact ${mood}" part=${part} tabindex="-1">
      ${icon(name)}
      <div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
    </div>
  `;
}

function isNearlyFull({ usage, quota }: StorageUsage): boolean {
  return usage !== null && quota !== null && quota > 0 && usage / quota > NEARLY_FULL;
}
