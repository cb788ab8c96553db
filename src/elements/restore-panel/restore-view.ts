import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { PassphrasePrompt } from './passphrase-prompt.js';
import type { ListedFile } from './several-files.js';

/** What the parts of the panel show of it, and what they can ask it to do. */
export interface RestoreView {
  readonly localize: LocalizeController<Translation>;
  readonly isReady: boolean;
  /** Whether the database is being written to. */
  readonly isWriting: boolean;
  readonly passphrase: PassphrasePrompt;
  messageOf(error: unknown): string;
  unlock(passphrase: string): void;
  chooseAnother(): void;
  /** What can no longer be undone once something is restored, in words. */
  readonly endingWords: string | undefined;
  /** Takes one of several files off the list. */
  remove(file: ListedFile): void;
  /** Begins with what is chosen. */
  restore(): void;
  /** Breaks off reading, and forgets the files. */
  cancel(): void;
  update(): void;
}
