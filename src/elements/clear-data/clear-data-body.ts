import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { UsageController } from '../../controllers/usage-controller.js';
import { LiteChatError } from '../../errors.js';
import type { TransferOptions } from '../../import-export/types.js';
import {
  categories,
  type Category,
  type CategoryId,
  type FullImportOptions,
} from '../../model/categories.js';
import { conversationEvent } from '../../model/events.js';
import { card } from '../shared/card.styles.js';
import { optionsOf } from '../shared/category-checklist.js';
import { bytesOf, categoryName, countList } from '../shared/category-words.js';
import { checklist } from '../shared/checklist.styles.js';
import { ElementBody } from '../shared/element-body.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { dialog } from '../shared/dialog.styles.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { icon } from '../shared/more-icons.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, goodNote, plainNote, statusLine } from '../shared/notes.js';
import { work } from '../shared/work.js';
import { isNews, whyNotReady } from '../shared/why-not-ready.js';
import { UndoNote } from '../shared/undo-note.js';
import { undoStyles } from '../shared/undo-note.styles.js';
import { clearChoice, copyChoice } from './clear-choice.js';
import { consequencesOf } from './clear-consequences.js';
import { styles } from './clear-data.styles.js';
import { ClearDialog } from './clear-dialog.js';

/** What was, or is to be, cleared. */
export interface ClearDetail {
  options: FullImportOptions;
}

/** What the body needs of its element. */
type Host = LitElement & { readonly eraseAtOnce: boolean };

/** Asks twice, deletes what was chosen, and can bring it back. */
export class ClearDataBody extends ElementBody<Host> {
  override readonly styles = [card, checklist, dialog, styles, undoStyles];

  readonly #counts = new CountsController(this.host, () => this.context?.persistence);
  readonly #usage = new UsageController(this.host, () => this.context?.database);
  readonly #operation = new Operation<TemplateResult>(this.host);
  readonly #backup = new Operation<void>(this.host);
  readonly #dialog = new ClearDialog(this.host, this.localize);
  readonly #redoDialog = new ConfirmDialog(this.host, this.localize);
  readonly #undo = new UndoNote(this.host, this.localize, {
    source: () => this.context?.importExport,
    operation: 'clear',
    messageOf: (error) => this.messageOf(error),
    mayRedo: ({ records }) =>
      this.#redoDialog.ask({
        title: this.localize.term('deleteAgainQuestion', records),
        content: html`<p>${this.localize.term('deleteAgainWords')}</p>`,
        action: this.localize.term('deleteAgain', records),
        isDangerous: true,
      }),
    undone: () => this.#operation.reset(),
  });

  #ticked: ReadonlySet<CategoryId> = new Set(categories.map(({ id }) => id));
  /** What the user chose for the next clear; undefined for what the page says. */
  #keepsCopyNow: boolean | undefined;

  get #isBusy(): boolean {
    return this.#operation.isRunning || this.#backup.isRunning || this.#undo.isRunning;
  }

  get #isReady(): boolean {
    return this.context !== undefined && this.status.state?.state === 'ready';
  }

  /** A database that cannot be opened can still be deleted, which may be what helps. */
  get #hasFailed(): boolean {
    return this.context !== undefined && this.status.state?.state === 'failed';
  }

  get #isDisabled(): boolean {
    return (!this.#isReady && !this.#hasFailed) || this.#isBusy || this.#nothingToDo !== undefined;
  }

  /** Why there is nothing that could be deleted, as a term. */
  get #nothingToDo(): 'chooseCategory' | 'nothingToClear' | undefined {
    const { counts } = this.#counts;
    const isEmpty = counts && Object.values(counts).every((count) => count === 0);
    if (isEmpty && !this.#hasFailed) return 'nothingToClear';
    return this.#chosen.length === 0 ? 'chooseCategory' : undefined;
  }

  get #isBlocked(): boolean {
    return this.status.state?.state === 'blocked';
  }

  get #chosen(): readonly Category[] {
    return categories.filter(({ id }) => this.#hasFailed || this.#ticked.has(id));
  }

  get #isEverything(): boolean {
    return this.#chosen.length === categories.length;
  }

  get #keepsCopy(): boolean {
    return (this.#keepsCopyNow ?? !this.host.eraseAtOnce) && !this.#hasFailed;
  }

  #chooseCopy(keepsCopy: boolean | undefined): void {
    this.#keepsCopyNow = keepsCopy;
    this.requestUpdate();
  }

  #tick(chosen: readonly Category[]): void {
    if (this.#isBusy) return;
    this.#ticked = new Set(chosen.map(({ id }) => id));
    this.#operation.reset();
    this.#backup.reset();
  }

  readonly #onWithoutCopy = (): void => {
    this.#chooseCopy(false);
    void this.#onClick();
  };

  readonly #onClick = async (): Promise<void> => {
    const { context, localize } = this;
    if (!context || this.#isDisabled) return;
    const [chosen, isEverything, keepsCopy] = [this.#chosen, this.#isEverything, this.#keepsCopy];
    const options = optionsOf(chosen, new Set(chosen.map(({ id }) => id)));
    const detail: ClearDetail = { options };
    if (!mayGoOn(this.host, 'litechat-clear-requested', detail)) return;
    this.#operation.reset();
    this.#backup.reset();
    this.#undo.reset();
    const list = (): TemplateResult => countList(chosen, this.#counts.counts, localize);
    const what = isEverything ? undefined : this.#whatWords(chosen);
    if (!(await this.#dialog.ask({ what, list, keepsCopy }))) {
      this.#chooseCopy(undefined);
      return;
    }
    // What was shown and confirmed was another database's.
    if (context !== this.context) return;
    const gone = list();
    const { state: ending } = await this.#operation.run(async (transfer) => {
      await clear(context, options, isEverything && !keepsCopy, keepsCopy, transfer);
      await this.#undo.refresh();
      return gone;
    });
    void moveFocus(this.host, ending === 'failed' ? '[part=error]' : '[part=result]');
    if (ending !== 'done') return;
    this.#chooseCopy(undefined);
    if (options.importConversations) context.events.emit(conversationEvent.conversationsCleared);
    announce(this.host, 'litechat-data-cleared', detail);
  };

  readonly #onBackUp = async (): Promise<void> => {
    const { context } = this;
    if (!context || !this.#isReady || this.#isDisabled) return;
    this.#operation.reset();
    const { state: ending } = await this.#backup.run((transfer) =>
      context.importExport.exportFullConfiguration(optionsOf(categories, this.#ticked), {
        ...transfer,
        includeSecrets: false,
      }),
    );
    void moveFocus(this.host, ending === 'failed' ? '[part=error]' : '[part=backup]');
  };

  #whatWords(chosen: readonly Category[]): string {
    const { localize } = this;
    const [only] = chosen;
    return chosen.length === 1 && only
      ? categoryName(only, localize)
      : localize.term('categoryCount', chosen.length);
  }

  override render(): TemplateResult {
    const { localize } = this;
    const isDisabled = this.#isDisabled;
    const chosen = this.#chosen;
    const { counts, error } = this.#counts;
    const { usage } = this.#usage;
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('dangerZone')}</h2>
        <p>${localize.term('clearWords')}</p>
        ${clearChoice({
          localize,
          chosen,
          counts,
          usage,
          isDisabled: this.#isBusy || !this.#isReady,
          tick: (others) => this.#tick(others),
        })}
        ${error !== undefined && isNews(this.status.state) ? badNote(this.messageOf(error)) : nothing}
        <p class="words consequences">
          ${consequencesOf(new Set(chosen.map(({ id }) => id)), localize)}
        </p>
        ${
          this.#hasFailed
            ? nothing
            : copyChoice({
                localize,
                bytes: usage ? bytesOf(chosen, usage) : 0,
                keepsCopy: this.#keepsCopy,
                isDisabled: this.#isBusy,
                choose: (keepsCopy) => this.#chooseCopy(keepsCopy),
              })
        }
        <div class="actions">
          <button
            class="outlined"
            part="button"
            type="button"
            aria-disabled=${isDisabled}
            aria-describedby="why"
            @click=${this.#onClick}
          >
            ${icon('trash')}
            ${
              this.#isEverything
                ? localize.term('clearAll')
                : localize.term('clearSome', this.#whatWords(chosen))
            }
          </button>
          <button
            part="backup"
            type="button"
            aria-describedby="why backup-words"
            aria-disabled=${isDisabled || !this.#isReady}
            @click=${this.#onBackUp}
          >
            ${icon('download')} ${localize.term('clearBackUp')}
          </button>
          <p class="words why" id="why">${this.#whyWords()}</p>
          <p class="words hint-line" id="backup-words">${localize.term('clearBackUpWords')}</p>
        </div>
        ${this.#renderReason()} ${this.#renderBackup()} ${this.#renderOutcome()}
        ${this.#undo.render({ isBusy: this.#isBusy || !this.#isReady })}
        ${statusLine(this.#statusWords())}
      </section>
      ${this.#dialog.render()} ${this.#redoDialog.render()}
    `;
  }

  #whyWords(): string {
    const reason = this.#nothingToDo;
    const isShown = reason !== undefined && this.#isReady && !this.#isBusy;
    return isShown ? this.localize.term(reason) : '';
  }

  /** While data is deleted, the words of that say what it waits for. */
  #renderReason(): TemplateResult | typeof nothing {
    if (this.#operation.isRunning) return nothing;
    return this.renderObstacle() ?? whyNotReady(this.status.state, this.localize);
  }

  #statusWords(): string {
    const { localize } = this;
    const { state: clearing } = this.#operation.current;
    const { state: backup } = this.#backup.current;
    if (clearing === 'running') return localize.term(this.#isBlocked ? 'clearBlocked' : 'clearing');
    if (clearing === 'done') return this.#clearedWords();
    if (backup === 'running') return localize.term('backingUp');
    if (backup === 'done') return localize.term('clearBackedUp');
    return this.#undo.statusWords;
  }

  #clearedWords(): string {
    return this.localize.term(this.#isEverything ? 'cleared' : 'clearedSome');
  }

  #renderBackup(): TemplateResult | typeof nothing {
    const { localize } = this;
    const { current } = this.#backup;
    switch (current.state) {
      case 'idle':
        return nothing;
      case 'running':
        return work(localize, localize.term('backingUp'), current.progress, () =>
          this.#backup.cancel(),
        );
      case 'done':
        return goodNote(localize.term('clearBackedUp'));
      case 'cancelled':
        return plainNote(localize.term('backupCancelled'));
      case 'failed':
        return badNote(this.messageOf(current.error));
    }
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const outcome = this.#operation.current;
    switch (outcome.state) {
      case 'idle':
        return nothing;
      case 'cancelled':
        return plainNote(localize.term('restoreCancelled'));
      case 'running': {
        // Deleting the whole database cannot be stopped half way.
        const isWhole = this.#isEverything && !this.#keepsCopy;
        const cancel = isWhole ? undefined : (): void => this.#operation.cancel();
        return work(localize, this.#statusWords(), outcome.progress, cancel);
      }
      case 'done':
        return goodNote(
          html`<p>${this.#clearedWords()}</p>
            ${outcome.result}`,
        );
      case 'failed':
        return this.#renderFailure(outcome.error);
    }
  }

  /** The copy may be what there is no room for. */
  #renderFailure(error: unknown): TemplateResult {
    const isFull = error instanceof LiteChatError && error.code === 'quota-exceeded';
    if (!isFull || !this.#keepsCopy) return badNote(this.messageOf(error));
    return badNote(html`
      <p>${this.messageOf(error)}</p>
      <button type="button" part="without-copy" @click=${this.#onWithoutCopy}>
        ${this.localize.term('clearWithoutCopy')}
      </button>
    `);
  }
}

/** Everything at once by deleting the database, which is quick; else row by row. */
async function clear(
  { persistence, importExport }: PersistenceContext,
  options: FullImportOptions,
  isWhole: boolean,
  keepUndo: boolean,
  transfer: Required<TransferOptions>,
): Promise<void> {
  if (isWhole) await persistence.clearAllData();
  else await importExport.clearData(options, { ...transfer, keepUndo });
}
