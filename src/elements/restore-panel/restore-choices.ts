import type { ImportExport } from '../../import-export/import-export.js';
import {
  noOutcome,
  type BackupPreview,
  type CollectionOutcome,
  type Progress,
  type RestorePolicy,
} from '../../import-export/types.js';
import {
  categories,
  type Category,
  type CategoryId,
  type Collection,
  type FullImportOptions,
} from '../../model/categories.js';
import { optionsOf } from '../shared/category-checklist.js';

/** Whether the numbers shown are those of the choice shown. */
export type Comparison =
  | { state: 'settled' }
  | { state: 'running'; progress: Progress | undefined }
  | { state: 'failed'; error: unknown };

/**
 * What the user chose to do with one file, and what that would do. Every other choice is compared
 * anew; until that is done the numbers are those of the choice before, and nothing can be restored.
 */
export class RestoreChoices {
  readonly content: Blob;
  /** What the file holds, whatever is chosen. */
  readonly whole: BackupPreview;
  readonly #importExport: ImportExport;
  readonly #changed: () => void;
  #preview: BackupPreview;
  #comparison: Comparison = { state: 'settled' };
  #abort = new AbortController();
  #ticked: ReadonlySet<CategoryId>;
  #policy: RestorePolicy = 'replace';
  #skipsInvalid = false;

  /** @param whole The preview of everything in the file. */
  constructor(
    content: Blob,
    whole: BackupPreview,
    importExport: ImportExport,
    changed: () => void,
  ) {
    this.content = content;
    this.whole = whole;
    this.#preview = whole;
    this.#importExport = importExport;
    this.#changed = changed;
    // A mod is code: it comes in only when it is asked for.
    const harmless = this.carried.filter(({ carriesCode }) => !carriesCode);
    this.#ticked = new Set(harmless.map(({ id }) => id));
    if (harmless.length < this.carried.length) void this.#compare();
  }

  get isBackup(): boolean {
    return this.whole.kind === 'backup';
  }

  /** The categories in the file. */
  get carried(): Category[] {
    return categories.filter(({ id }) => this.whole.categories.includes(id));
  }

  get ticked(): ReadonlySet<CategoryId> {
    return this.#ticked;
  }

  get policy(): RestorePolicy {
    return this.#policy;
  }

  get skipsInvalid(): boolean {
    return this.#skipsInvalid;
  }

  get options(): FullImportOptions {
    return optionsOf(categories, this.#ticked);
  }

  /** What the choice would do, once `comparison` is settled. */
  get preview(): BackupPreview {
    return this.#preview;
  }

  get comparison(): Comparison {
    return this.#comparison;
  }

  outcomeOf({ key }: Collection): CollectionOutcome {
    return this.#preview.outcome[key] ?? noOutcome;
  }

  /** How many records of the category the file holds, chosen or not. */
  inFile({ collections }: Category): number {
    return collections.reduce((sum, { key }) => sum + recordsIn(this.whole.outcome[key]), 0);
  }

  tick(id: CategoryId, isTicked: boolean): void {
    const others = [...this.#ticked].filter((other) => other !== id);
    this.#ticked = new Set(isTicked ? [...others, id] : others);
    void this.#compare();
  }

  choose(policy: RestorePolicy): void {
    this.#policy = policy;
    void this.#compare();
  }

  skipInvalid(skips: boolean): void {
    this.#skipsInvalid = skips;
    this.#changed();
  }

  /** Compares again, when what is here has changed or comparing failed. */
  compareAgain(): void {
    void this.#compare();
  }

  cancel(): void {
    this.#abort.abort();
  }

  async #compare(): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const show = (comparison: Comparison): void => {
      if (signal.aborted) return;
      this.#comparison = comparison;
      this.#changed();
    };
    show({ state: 'running', progress: undefined });
    try {
      const preview = await this.#importExport.previewBackup(this.content, this.options, {
        policy: this.#policy,
        signal,
        onProgress: (progress) => show({ state: 'running', progress }),
      });
      if (!signal.aborted) this.#preview = preview;
      show({ state: 'settled' });
    } catch (error) {
      show({ state: 'failed', error });
    }
  }
}

/** How many records of a collection a file holds. */
export function recordsIn(outcome: CollectionOutcome = noOutcome): number {
  return outcome.new + outcome.identical + outcome.different + outcome.invalid;
}
