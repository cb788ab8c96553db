import { html, nothing, type TemplateResult } from 'lit';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { CountsController } from '../../controllers/counts-controller.js';
import { Operation } from '../../controllers/operation.js';
import { LiteChatError } from '../../errors.js';
import type {
  BackupPreview,
  Progress,
  RestorePolicy,
  RestoreReport,
} from '../../import-export/types.js';
import type { FullImportOptions } from '../../model/categories.js';
import type { CollectionCounts } from '../../persistence/counts.js';
import { card } from '../shared/card.styles.js';
import { checklist } from '../shared/checklist.styles.js';
import { ElementBody } from '../shared/element-body.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { moveFocus } from '../shared/move-focus.js';
import { badNote, goodNote, plainNote, statusLine } from '../shared/notes.js';
import { work } from '../shared/work.js';
import { whyNotReady } from '../shared/why-not-ready.js';
import { restoreReport } from '../shared/restore-report.js';
import { UndoNote } from '../shared/undo-note.js';
import { undoStyles } from '../shared/undo-note.styles.js';
import { FileDrop } from './file-drop.js';
import { destinationStyles } from '../shared/key-destinations.js';
import { outcomeStyles } from './outcome-table.styles.js';
import { PassphrasePrompt } from './passphrase-prompt.js';
import { mayRestore } from './restore-action.js';
import { styles } from './restore-panel.styles.js';
import { severalStatus, singleStatus } from './restore-status.js';
import type { RestoreView } from './restore-view.js';
import { isRestored, SeveralFiles, type ListedFile } from './several-files.js';
import { severalFilesView } from './several-files-view.js';
import { SingleFile } from './single-file.js';
import { singleFileView } from './single-file-view.js';

/** What a page may refuse. */
export interface RestoreRequest {
  kind: string;
  options: FullImportOptions;
  policy: RestorePolicy;
}

/** Takes files, and says and does with them what the panel is for. */
export class RestorePanelBody extends ElementBody {
  override readonly styles = [
    card,
    checklist,
    styles,
    outcomeStyles,
    destinationStyles,
    undoStyles,
  ];

  /** Where the files were meant to go when they were read. */
  #asked: PersistenceContext | undefined;
  readonly #counts = new CountsController(this.host, () => this.context?.persistence);
  /** The counts that are known to what is foreseen. */
  #counted: CollectionCounts | undefined;
  readonly #update = (): void => this.requestUpdate();
  readonly #restoring = new Operation<RestoreReport>(this.host);
  readonly #importing = new Operation<void>(this.host);
  readonly #passphrase = new PassphrasePrompt(this.host, this.localize);
  readonly #undo = new UndoNote(this.host, this.localize, {
    source: () => this.context?.importExport,
    operation: 'restore',
    messageOf: (error) => this.messageOf(error),
    undone: () => this.#restoring.reset(),
  });
  readonly #drop = new FileDrop(this.host, this.localize, (files) => void this.open(...files));
  /** The names of the categories that the last restore did not take from its file. */
  #leftOut: string | undefined;
  /** What was foreseen when the last restore began. */
  #foreseenThen: BackupPreview | undefined;

  #single: SingleFile | undefined;
  #several: SeveralFiles | undefined;

  get #isReady(): boolean {
    return this.context !== undefined && this.status.state?.state === 'ready';
  }

  get #isWriting(): boolean {
    return this.#restoring.isRunning || this.#importing.isRunning || this.#undo.isRunning;
  }

  get #isBusy(): boolean {
    return this.#isWriting || this.#single?.incoming.reading.state === 'reading';
  }

  /** What was said of one database does not hold for another. */
  override willUpdate(): void {
    this.#followRecords();
    if (this.context === this.#asked || this.#isWriting) return;
    if (this.#single || this.#several) this.#forgetFiles();
  }

  /** What was foreseen holds no longer when records came or went here meanwhile, in any tab. */
  #followRecords(): void {
    const { counts } = this.#counts;
    const isNews = counts !== this.#counted;
    this.#counted = counts;
    if (isNews && counts && !this.#isWriting) this.#single?.choices?.compareAgain();
  }

  readonly #onChooseAnother = (): void => {
    if (this.#isReady && !this.#isBusy) this.#drop.choose();
  };

  readonly #onCancel = (): void => {
    if (this.#isWriting) return;
    this.#forgetFiles();
    void moveFocus(this.host, '[part=choose]');
  };

  readonly #onRemove = (file: ListedFile): void => {
    const several = this.#several;
    if (!several || this.#isWriting) return;
    const position = several.files.indexOf(file) + 1;
    several.remove(file);
    const left = several.files.length;
    if (left === 0) this.#forgetFiles();
    // The one that comes in its place, else the one before; else where there are files again.
    const next = `[part=file]:nth-child(${Math.min(position, left)}) > button`;
    void moveFocus(this.host, left === 0 ? '[part=choose]' : next);
  };

  readonly #onRestoreWithoutUndo = (): void => void this.#restore(false);

  readonly #onPassphrase = async (passphrase: string): Promise<void> => {
    const [single, several] = [this.#single, this.#several];
    if (single) await this.#read(single, passphrase);
    await several?.unlock(passphrase);
    if (several) void moveFocus(this.host, '#file-passphrase', '[part=button]');
  };

  async open(...files: File[]): Promise<void> {
    const { context } = this;
    const [file] = files;
    if (!context || !file || !this.#isReady || this.#isBusy) return;
    this.#forgetFiles();
    this.#restoring.reset();
    this.#importing.reset();
    this.#undo.reset();
    this.#asked = context;
    this.requestUpdate();
    const { importExport } = context;
    if (files.length > 1) {
      this.#several = new SeveralFiles(files, importExport, this.#update);
      void moveFocus(this.host, '[part=files]');
      await this.#several.read();
      return;
    }
    this.#single = new SingleFile(file, importExport, this.#update);
    void moveFocus(this.host, '[part=file]');
    await this.#read(this.#single);
  }

  async #read(single: SingleFile, passphrase?: string): Promise<void> {
    const ending = await single.read(passphrase);
    // Meanwhile another file may have been opened, or this one forgotten.
    if (this.#single !== single) return;
    if (ending === 'locked') void moveFocus(this.host, '#file-passphrase');
    if (ending === 'failed') void moveFocus(this.host, '[part=another]');
    if (ending === 'known') void moveFocus(this.host, '[part=file]');
  }

  async #restore(keepUndo: boolean): Promise<void> {
    const { context } = this;
    const single = this.#single;
    const choices = single?.choices;
    if (!context || !choices || !this.#isReady || this.#isBusy || !mayRestore(choices)) return;
    const { content, options, policy, skipsInvalid: skipInvalid, whole } = choices;
    const request: RestoreRequest = { kind: whole.kind, options, policy };
    const leftOut = single.namesLeftOut(this.localize);
    if (!mayGoOn(this.host, 'litechat-restore-requested', request)) return;
    this.#foreseenThen = choices.preview;
    const outcome = await this.#restoring.run(async (transfer) => {
      const report = await context.importExport.importFile(content, {
        ...transfer,
        options,
        policy,
        skipInvalid,
        keepUndo,
      });
      // What it has ended can no longer be undone, and is not to be shown beside the result.
      await this.#undo.refresh();
      return report;
    });
    if (outcome.state === 'failed') void moveFocus(this.host, '[part=error]');
    if (outcome.state === 'cancelled') void moveFocus(this.host, '[part=button]');
    if (outcome.state !== 'done') return;
    this.#leftOut = leftOut;
    this.#undo.reset();
    this.#forgetFiles();
    void moveFocus(this.host, '[part=result]');
    announce(this.host, 'litechat-restored', { report: outcome.result });
  }

  async #import(): Promise<void> {
    const { context } = this;
    const several = this.#several;
    if (!context || !several?.mayBegin || !this.#isReady || this.#isWriting) return;
    await this.#importing.run(async (transfer) => {
      await several.take(
        context.importExport,
        transfer,
        (request) => mayGoOn(this.host, 'litechat-restore-requested', request),
        (report) => announce(this.host, 'litechat-restored', { report }),
      );
      await this.#undo.refresh();
    });
    void moveFocus(this.host, '[part=result]');
  }

  #forgetFiles(): void {
    this.#single?.cancel();
    this.#several?.cancel();
    this.#single = undefined;
    this.#several = undefined;
    this.#passphrase.reset();
    this.requestUpdate();
  }

  get #view(): RestoreView {
    return {
      localize: this.localize,
      isReady: this.#isReady,
      isWriting: this.#isWriting,
      passphrase: this.#passphrase,
      messageOf: (error) => this.messageOf(error),
      unlock: (passphrase) => void this.#onPassphrase(passphrase),
      chooseAnother: this.#onChooseAnother,
      endingWords: this.#undo.endingWords,
      remove: this.#onRemove,
      restore: () => void (this.#single ? this.#restore(true) : this.#import()),
      cancel: this.#onCancel,
      update: this.#update,
    };
  }

  override render(): TemplateResult {
    const { localize } = this;
    const [single, several] = [this.#single, this.#several];
    return html`
      <section class="card" part="card" aria-labelledby="title" dir=${localize.term('$dir')}>
        <h2 id="title">${localize.term('restore')}</h2>
        <p>${localize.term('restoreWords')}</p>
        ${
          single
            ? singleFileView(single, this.#view)
            : several
              ? severalFilesView(several, this.#view)
              : this.#drop.render(!this.#isReady || this.#isBusy)
        }
        ${this.#drop.renderInput()}
        ${this.renderObstacle() ?? whyNotReady(this.status.state, localize)}
        ${this.#renderOutcome()} ${this.#renderUndo()} ${statusLine(this.#statusWords())}
      </section>
    `;
  }

  /** Not while there is a file to decide about: it then says itself what can no longer be undone. */
  #renderUndo(): TemplateResult | typeof nothing {
    const [single, several] = [this.#single, this.#several];
    if (single || (several && !several.isOver)) return nothing;
    const outcome = this.#restoring.current;
    const isEarlier = several
      ? several.done.every(({ result }) => !isRestored(result))
      : outcome.state === 'done' && outcome.result.kind !== 'backup';
    return this.#undo.render({ isBusy: !this.#isReady || this.#isBusy, isEarlier });
  }

  #phase(progress: Progress | undefined): string {
    return this.localize.term(`phase_${progress?.phase ?? 'checking'}`);
  }

  /** "File 3 of 7: Writing…" */
  #runWords(several: SeveralFiles | undefined, progress: Progress | undefined): string {
    if (several?.position === undefined) return this.#phase(progress);
    const { position, known } = several;
    return `${this.localize.term('fileOf', position, known.length)}: ${this.#phase(progress)}`;
  }

  #statusWords(): string {
    const { localize } = this;
    const [single, several] = [this.#single, this.#several];
    const outcome = this.#restoring.current;
    const importing = this.#importing.current;
    if (importing.state === 'running') return this.#runWords(several, importing.progress);
    if (outcome.state === 'running') return this.#phase(outcome.progress);
    if (several) {
      return several.isOver ? this.#doneWords(several) : severalStatus(several, localize);
    }
    if (single) {
      const isNews = single.choices?.preview !== this.#foreseenThen;
      if (outcome.state === 'cancelled' && !isNews) return localize.term('restoreCancelled');
      // What failed is said by an alert of its own.
      return outcome.state === 'failed' && !isNews ? '' : singleStatus(single, localize);
    }
    if (outcome.state === 'done') {
      return localize.term(outcome.result.kind === 'backup' ? 'restored' : 'added');
    }
    return this.#undo.statusWords;
  }

  #doneWords(several: SeveralFiles): string {
    return this.localize.term('filesDone', several.done.length, several.files.length);
  }

  #renderOutcome(): TemplateResult | typeof nothing {
    const { localize } = this;
    const several = this.#several;
    const importing = this.#importing.current;
    if (importing.state === 'running') {
      const { progress } = importing;
      return work(localize, this.#runWords(several, progress), progress, () =>
        this.#importing.cancel(),
      );
    }
    if (several?.isOver) {
      const isWhole = several.done.length === several.files.length;
      return (isWhole ? goodNote : plainNote)(this.#doneWords(several));
    }
    const outcome = this.#restoring.current;
    switch (outcome.state) {
      case 'idle':
        return nothing;
      case 'running': {
        const { progress } = outcome;
        return work(localize, this.#phase(progress), progress, () => this.#restoring.cancel());
      }
      case 'done':
        return restoreReport(outcome.result, localize, this.#leftOut);
      case 'cancelled':
        return plainNote(localize.term('restoreCancelled'));
      case 'failed':
        return this.#renderFailure(outcome.error);
    }
  }

  /** The copy for an undo may be what there is no room for. */
  #renderFailure(error: unknown): TemplateResult {
    const isFull = error instanceof LiteChatError && error.code === 'quota-exceeded';
    if (!isFull || !this.#single?.choices) return badNote(this.messageOf(error));
    return badNote(html`
      <p>${this.messageOf(error)}</p>
      <button type="button" part="without-undo" @click=${this.#onRestoreWithoutUndo}>
        ${this.localize.term('restoreWithoutUndo')}
      </button>
    `);
  }
}
