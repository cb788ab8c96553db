import { LiteChatError } from '../../errors.js';
import type { ImportExport } from '../../import-export/import-export.js';
import type { BackupPreview, Progress } from '../../import-export/types.js';
import { allCategories } from '../../model/categories.js';

/** What is known of a file so far. */
export type FileReading =
  | { state: 'reading'; progress: Progress | undefined }
  | { state: 'locked'; isWrong: boolean }
  | { state: 'known'; preview: BackupPreview }
  | { state: 'failed'; error: unknown };

/** A file that was handed in: decrypted once, and recognised by what is in it. */
export class IncomingFile {
  readonly file: File;
  readonly #importExport: ImportExport;
  readonly #changed: () => void;
  #content: Blob;
  #isEncrypted = false;
  #isOpen = false;
  #abort = new AbortController();
  #reading: FileReading = { state: 'reading', progress: undefined };

  /** @param changed Called whenever more is known. */
  constructor(file: File, importExport: ImportExport, changed: () => void) {
    this.file = file;
    this.#content = file;
    this.#importExport = importExport;
    this.#changed = changed;
  }

  get reading(): FileReading {
    return this.#reading;
  }

  /** The file as it was before it was encrypted, once it is open. */
  get content(): Blob {
    return this.#content;
  }

  get isEncrypted(): boolean {
    return this.#isEncrypted;
  }

  /** Reads the file through, all that it holds. Never rejects: `reading` tells. */
  async read(passphrase?: string): Promise<void> {
    this.#abort.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#show({ state: 'reading', progress: undefined });
    const { signal } = abort;
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted) this.#show({ state: 'reading', progress });
    };
    try {
      if (!this.#isOpen) {
        const transfer = { passphrase, signal, onProgress };
        this.#content = await this.#importExport.openFile(this.file, transfer);
        this.#isOpen = true;
        this.#isEncrypted = passphrase !== undefined;
      }
      const preview = await this.#importExport.previewBackup(this.#content, allCategories, {
        signal,
        onProgress,
      });
      signal.throwIfAborted();
      this.#show({ state: 'known', preview });
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  cancel(): void {
    this.#abort.abort();
  }

  #fail(error: unknown): void {
    const code = error instanceof LiteChatError ? error.code : undefined;
    if (code === undefined) reportError(error);
    this.#isEncrypted ||= code === 'passphrase-required';
    this.#show(
      code === 'passphrase-required' || code === 'passphrase-wrong'
        ? { state: 'locked', isWrong: code === 'passphrase-wrong' }
        : { state: 'failed', error },
    );
  }

  #show(reading: FileReading): void {
    this.#reading = reading;
    this.#changed();
  }
}
