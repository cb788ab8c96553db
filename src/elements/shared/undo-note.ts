import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Operation, type OperationState } from '../../controllers/operation.js';
import { UndoController } from '../../controllers/undo-controller.js';
import type { ImportExport } from '../../import-export/import-export.js';
import type { UndoReport, UndoState } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { formatRoughly } from './bytes.js';
import { icon } from './more-icons.js';
import { moveFocus } from './move-focus.js';
import { badNote, goodNote } from './notes.js';
import { work } from './work.js';
import { repairLists } from './restore-report.js';

interface Ending {
  words: 'undone' | 'redone_restore' | 'redone_clear' | 'discarded';
  /** What could not come back as it was. */
  report?: UndoReport;
}

interface UndoNoteOptions {
  /** What of the moment's database is undone. */
  source: () => ImportExport | undefined;
  /** What is undone here, and done again; the rest is another element's. */
  operation: UndoState['operation'];
  messageOf: (error: unknown) => string;
  /** Asked before something is done again; without it, nobody is asked. */
  mayRedo?: (state: UndoState) => Promise<boolean>;
  /** Called when something was undone or done again, so that what is said about it can go. */
  undone?: () => void;
}

interface Shown {
  /** Whether the host does something else with the data. */
  isBusy: boolean;
  /** Whether it stands below the result of something that it does not undo. */
  isEarlier?: boolean;
}

/** What can be undone or done again, since when and for how long, and how to give that up. */
export class UndoNote {
  readonly #host: LitElement;
  readonly #localize: LocalizeController<Translation>;
  readonly #options: UndoNoteOptions;
  readonly #undo: UndoController;
  readonly #operation: Operation<Ending>;
  #importExport: ImportExport | undefined;

  constructor(
    host: LitElement,
    localize: LocalizeController<Translation>,
    options: UndoNoteOptions,
  ) {
    this.#host = host;
    this.#localize = localize;
    this.#options = options;
    this.#undo = new UndoController(host, options.source);
    this.#operation = new Operation(host);
  }

  get isRunning(): boolean {
    return this.#operation.isRunning;
  }

  /** Forgets how the last undo ended. */
  reset(): void {
    this.#operation.reset();
  }

  /** Looks at once what there is to undo, for a result that is shown with it. */
  refresh(): Promise<void> {
    return this.#undo.refresh();
  }

  get #state(): UndoState | undefined {
    const { state } = this.#undo;
    return state?.operation === this.#options.operation ? state : undefined;
  }

  /** How an undo ended in one database is not said of another. */
  get #current(): OperationState<Ending> {
    const { current, isRunning } = this.#operation;
    return isRunning || this.#options.source() === this.#importExport ? current : { state: 'idle' };
  }

  readonly #onUndo = async (): Promise<void> => {
    const importExport = this.#options.source();
    const state = this.#state;
    if (!importExport || !state) return;
    if (state.isUndone && this.#options.mayRedo && !(await this.#options.mayRedo(state))) return;
    // What was asked and answered was about another database.
    if (importExport !== this.#options.source()) return;
    this.#importExport = importExport;
    const { state: ending } = await this.#operation.run(async (transfer) => {
      const report = await importExport.undoRestore(transfer);
      await this.#undo.refresh();
      return { words: state.isUndone ? `redone_${state.operation}` : 'undone', report };
    });
    if (ending === 'done') this.#options.undone?.();
    void moveFocus(this.#host, '[part=undo-error] [part=error]', '[part=undo]', '[part=result]');
  };

  readonly #onDiscard = async (): Promise<void> => {
    const importExport = this.#options.source();
    if (!importExport) return;
    this.#importExport = importExport;
    await this.#operation.run(async () => {
      await importExport.discardUndo();
      await this.#undo.refresh();
      return { words: 'discarded' };
    });
    void moveFocus(this.#host, '[part=undo-error] [part=error]', '[part=result]');
  };

  /** What goes on or has ended, for a live region. */
  get statusWords(): string {
    const current = this.#current;
    if (current.state === 'running') return this.#localize.term('undoing');
    return current.state === 'done' ? this.#localize.term(current.result.words) : '';
  }

  /** What can no longer be undone once something else is, whatever it is about. */
  get endingWords(): string | undefined {
    const { state } = this.#undo;
    if (!state) return undefined;
    return this.#localize.term(state.isUndone ? 'redoEnds' : 'undoEnds', this.#moment(state.at));
  }

  render({ isBusy, isEarlier = false }: Shown): TemplateResult | typeof nothing {
    const localize = this.#localize;
    const current = this.#current;
    if (current.state === 'running') {
      const cancel = (): void => this.#operation.cancel();
      return work(localize, localize.term('undoing'), current.progress, cancel, 'records');
    }
    const state = this.#state;
    if (!state && current.state === 'done') return goodNote(localize.term(current.result.words));
    const failure =
      current.state === 'failed'
        ? html`<div part="undo-error">${badNote(this.#options.messageOf(current.error))}</div>`
        : nothing;
    return html`${failure}${state ? this.#renderState(state, isBusy, isEarlier) : nothing}`;
  }

  #renderState(state: UndoState, isBusy: boolean, isEarlier: boolean): TemplateResult {
    const localize = this.#localize;
    const size = formatRoughly(state.bytes, localize.lang());
    // A clear that was undone has its data back, and nothing in the copy that is to be erased.
    const keeps = state.operation === 'restore' || state.isUndone;
    return html`
      <div class="note undo ${isEarlier ? 'earlier' : ''}" part="undo" tabindex="-1">
        ${icon('history')}
        <div>
          <p class="when">${this.#headline(state, isEarlier)}</p>
          <p>${this.#detail(state, localize.term('about', size))}</p>
          ${this.#renderRepairs()}
          <div class="undo-actions">
            <button type="button" aria-disabled=${isBusy} @click=${isBusy ? nothing : this.#onUndo}>
              ${this.#action(state, isEarlier)}
            </button>
            <button
              type="button"
              part="discard"
              aria-disabled=${isBusy}
              @click=${isBusy ? nothing : this.#onDiscard}
            >
              ${localize.term(keeps ? 'keepThis' : 'eraseCopy', size)}
            </button>
          </div>
        </div>
      </div>
    `;
  }

  #headline({ operation, isUndone, at }: UndoState, isEarlier: boolean): string {
    const when = this.#moment(at);
    if (isEarlier) return this.#localize.term(isUndone ? 'redoOfEarlier' : 'undoOfEarlier', when);
    return this.#localize.term(`${isUndone ? 'undid' : 'did'}_${operation}`, when);
  }

  #action({ operation, isUndone, records }: UndoState, isEarlier: boolean): string {
    const localize = this.#localize;
    if (!isUndone) return localize.term(isEarlier ? 'undoRestore' : 'undo');
    return operation === 'clear' ? localize.term('deleteAgain', records) : localize.term('redo');
  }

  #detail({ records, expiresAt, isUndone }: UndoState, size: string): string {
    const localize = this.#localize;
    const kind = isUndone ? 'redoDetail' : 'undoDetail';
    if (!expiresAt) return localize.term(kind, records, size);
    const until = localize.date(expiresAt, { timeStyle: 'short' });
    return localize.term(`${kind}Until`, records, size, until);
  }

  /** Of what was undone here just now. */
  #renderRepairs(): unknown {
    const current = this.#current;
    const report = current.state === 'done' ? current.result.report : undefined;
    return report ? repairLists(report, this.#localize) : nothing;
  }

  #moment(at: Date): string {
    return this.#localize.date(at, momentOf(at));
  }
}

/** "22 Nov, 14:02"; the year where it is another one. */
function momentOf(date: Date): Intl.DateTimeFormatOptions {
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
  };
}
