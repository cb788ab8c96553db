import type { LocalizeController } from '@shoelace-style/localize';
import type { ImportExport } from '../../import-export/import-export.js';
import type { Translation } from '../../locales/translation.js';
import { categoryName } from '../shared/category-words.js';
import { IncomingFile, type FileReading } from './incoming-file.js';
import { RestoreChoices } from './restore-choices.js';

/** One file, from when it is handed in to when it is restored. */
export class SingleFile {
  readonly incoming: IncomingFile;
  readonly #importExport: ImportExport;
  readonly #changed: () => void;
  #choices: RestoreChoices | undefined;

  constructor(file: File, importExport: ImportExport, changed: () => void) {
    this.incoming = new IncomingFile(file, importExport, changed);
    this.#importExport = importExport;
    this.#changed = changed;
  }

  /** There from when the file is known. */
  get choices(): RestoreChoices | undefined {
    return this.#choices;
  }

  /** Resolves to how far it came. */
  async read(passphrase?: string): Promise<FileReading['state']> {
    const { incoming } = this;
    await incoming.read(passphrase);
    const { reading, content } = incoming;
    if (reading.state === 'known') {
      const { preview } = reading;
      this.#choices = new RestoreChoices(content, preview, this.#importExport, this.#changed);
      this.#changed();
    }
    return reading.state;
  }

  cancel(): void {
    this.incoming.cancel();
    this.#choices?.cancel();
  }

  /** The categories in the file that were not chosen, in words; undefined when all were. */
  namesLeftOut(localize: LocalizeController<Translation>): string | undefined {
    const choices = this.#choices;
    if (!choices) return undefined;
    const names = choices.carried
      .filter((category) => !choices.ticked.has(category.id) && choices.inFile(category) > 0)
      .map((category) => categoryName(category, localize));
    return names.length === 0 ? undefined : new Intl.ListFormat(localize.lang()).format(names);
  }
}
