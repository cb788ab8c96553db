import type { ImportExport } from '../../import-export/import-export.js';
import {
  restorePolicies,
  type BackupPreview,
  type Progress,
  type RestorePolicy,
  type RestoreReport,
  type TransferOptions,
} from '../../import-export/types.js';
import { categories, type CategoryId, type FullImportOptions } from '../../model/categories.js';
import { optionsOf } from '../shared/category-checklist.js';
import { IncomingFile } from './incoming-file.js';

/** What became of one of several files. */
export type FileResult =
  | { state: 'waiting' }
  | { state: 'running'; progress: Progress | undefined }
  | { state: 'done'; report: RestoreReport }
  | { state: 'failed'; error: unknown }
  | { state: 'left-out' };

/** Whether a backup was restored, rather than anything added as new. */
export const isRestored = (result: FileResult): boolean =>
  result.state === 'done' && result.report.kind === 'backup';

export interface ListedFile {
  readonly incoming: IncomingFile;
  result: FileResult;
}

/** A file that is known, with what it is. */
type KnownFile = ListedFile & { readonly preview: BackupPreview };

/** What is asked before each file. */
export interface FileRequest {
  kind: string;
  options: FullImportOptions;
  policy: RestorePolicy;
}

/**
 * Several files that are taken one after the other, each by itself: one that fails does not stop the
 * others. Mods stay out, being code, which is asked about one file at a time.
 */
export class SeveralFiles {
  files: readonly ListedFile[];
  skipsInvalid = false;
  #policy: RestorePolicy = 'merge-newest';
  readonly #changed: () => void;
  #isOver = false;
  #position: number | undefined;

  constructor(files: readonly File[], importExport: ImportExport, changed: () => void) {
    this.#changed = changed;
    this.files = files.map((file) => ({
      incoming: new IncomingFile(file, importExport, changed),
      result: { state: 'waiting' },
    }));
  }

  /** One after the other, so that only one is in memory. */
  async read(): Promise<void> {
    for (const { incoming } of this.files) await incoming.read();
  }

  /** Tries the passphrase on every file that waits for one. */
  async unlock(passphrase: string): Promise<void> {
    for (const { incoming } of this.locked) await incoming.read(passphrase);
  }

  remove(file: ListedFile): void {
    file.incoming.cancel();
    this.files = this.files.filter((other) => other !== file);
    this.#changed();
  }

  cancel(): void {
    for (const { incoming } of this.files) incoming.cancel();
  }

  get policy(): RestorePolicy {
    return this.policies.includes(this.#policy) ? this.#policy : 'merge-newest';
  }

  choose(policy: RestorePolicy): void {
    this.#policy = policy;
    this.#changed();
  }

  /** Of several backups each would replace the one before, which nobody wants and none foresees. */
  get policies(): readonly RestorePolicy[] {
    const mayReplace = this.backups.length === 1;
    return restorePolicies.filter((policy) => policy !== 'replace' || mayReplace);
  }

  /** Which of the known files is being taken, counted from one. */
  get position(): number | undefined {
    return this.#position;
  }

  /** Whether every file was taken, or was found not to be one that can be. */
  get isOver(): boolean {
    return this.#isOver;
  }

  get isReading(): boolean {
    return this.files.some(({ incoming }) => incoming.reading.state === 'reading');
  }

  get locked(): readonly ListedFile[] {
    return this.files.filter(({ incoming }) => incoming.reading.state === 'locked');
  }

  get done(): readonly ListedFile[] {
    return this.files.filter(({ result }) => result.state === 'done');
  }

  /** In the order in which they are taken: backups from the oldest on, then what is added as new. */
  get known(): readonly KnownFile[] {
    const known = this.files.flatMap((file) => {
      const { reading } = file.incoming;
      return reading.state === 'known' ? [{ ...file, preview: reading.preview }] : [];
    });
    const rank = ({ preview }: { preview: BackupPreview }): number =>
      preview.kind === 'backup' ? (preview.exportedAt?.getTime() ?? 0) : Number.MAX_VALUE;
    return known.sort((one, other) => rank(one) - rank(other));
  }

  get backups(): readonly KnownFile[] {
    return this.known.filter(({ preview }) => preview.kind === 'backup');
  }

  get invalidCount(): number {
    return this.known.reduce((sum, { preview }) => sum + preview.invalidCount, 0);
  }

  /** Whether there is anything to take, and nothing left to be decided. */
  get mayBegin(): boolean {
    const isDecided = this.invalidCount === 0 || this.skipsInvalid;
    return !this.isReading && !this.#isOver && this.known.length > 0 && isDecided;
  }

  /** @param mayTake Asked before each file; one that may not be taken is left out. */
  async take(
    importExport: ImportExport,
    { signal, onProgress }: Required<TransferOptions>,
    mayTake: (request: FileRequest) => boolean,
    taken: (report: RestoreReport) => void,
  ): Promise<void> {
    const { policy } = this;
    let hasUndo = false;
    for (const [index, { incoming, preview }] of this.known.entries()) {
      const request = { kind: preview.kind, options: optionsFor(preview), policy };
      if (signal?.aborted || !mayTake(request)) continue;
      try {
        this.#position = index + 1;
        this.#show(incoming, { state: 'running', progress: undefined });
        const report = await importExport.importFile(incoming.content, {
          signal,
          options: request.options,
          policy,
          // One undo takes back all the backups.
          addToUndo: hasUndo,
          skipInvalid: this.skipsInvalid,
          onProgress: (progress) => {
            this.#show(incoming, { state: 'running', progress });
            onProgress?.(progress);
          },
        });
        hasUndo ||= report.kind === 'backup';
        this.#show(incoming, { state: 'done', report });
        taken(report);
      } catch (error) {
        this.#show(incoming, signal?.aborted ? { state: 'left-out' } : { state: 'failed', error });
      }
    }
    for (const file of this.files) {
      if (file.result.state === 'waiting') file.result = { state: 'left-out' };
    }
    this.#position = undefined;
    this.#isOver = true;
    this.#changed();
  }

  #show(incoming: IncomingFile, result: FileResult): void {
    const listed = this.files.find((file) => file.incoming === incoming);
    if (listed) listed.result = result;
    this.#changed();
  }
}

/** Everything in the file but what is code. */
function optionsFor({ categories: carried }: BackupPreview): FullImportOptions {
  const ids = categories.filter(({ id, carriesCode }) => !carriesCode && carried.includes(id));
  return optionsOf(categories, new Set<CategoryId>(ids.map(({ id }) => id)));
}
