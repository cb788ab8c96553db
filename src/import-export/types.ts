import type { CategoryId, CollectionKey, FullImportOptions } from '../model/categories.js';
import type { BackupOrigin } from '../formats/backup-origin.js';
import type { FileKind } from '../formats/recognise-file.js';

/** How far a long operation has come. */
export interface Progress {
  /**
   * `waiting` for another tab that restores or clears; `decrypting` a file; `checking` its records;
   * `comparing` them with those here; `reading` the database; `writing` to it, or back.
   */
  phase: 'waiting' | 'decrypting' | 'checking' | 'comparing' | 'reading' | 'writing';
  /** Of `total`, in bytes of the file when restoring and in records otherwise. */
  done: number;
  total: number;
}

/** What each long operation can be told. */
export interface TransferOptions {
  /** Cancels; the promise rejects with the signal's reason and nothing was changed. */
  signal?: AbortSignal | undefined;
  /** Told as the work goes on. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

export const restorePolicies = ['replace', 'merge-newest', 'keep-mine', 'copies'] as const;

/**
 * What becomes of what is here.
 * - `replace`: each category that is chosen and in the file becomes what the file holds.
 * - `merge-newest`: nothing is deleted; where both have a record, the one that changed later stays
 *   (`updatedAt`, of a message when it ended or began), the file's when they have no date.
 * - `keep-mine`: nothing is deleted; where both have a record, the one here stays.
 * - `copies`: every record of the file is added as new, under an id of its own and a free name;
 *   settings, which have no ids, come in where there are none here.
 */
export type RestorePolicy = (typeof restorePolicies)[number];

/** How a file is to be read and compared with what is here. */
export interface PreviewOptions extends TransferOptions {
  /** `replace` unless given. */
  policy?: RestorePolicy | undefined;
  /** Of an encrypted file. */
  passphrase?: string | undefined;
}

/** How a file is to be restored. */
export interface RestoreOptions extends PreviewOptions {
  /**
   * Restores the rest of a file with records that cannot be stored, and lists those in the report;
   * unless true, one such record refuses the whole file.
   */
  skipInvalid?: boolean | undefined;
  /** Keeps what will change, for `undoRestore()`, in the place of what was kept before; true unless given. */
  keepUndo?: boolean | undefined;
  /** Adds what will change to what is kept already, so that one undo takes back several files. */
  addToUndo?: boolean | undefined;
}

/** What goes into a backup, and how. */
export interface BackupOptions extends TransferOptions {
  /**
   * Whether the values of secret fields go into the file; true unless given, because the switches
   * name what to take. The elements ask for false until the user ticks the box.
   */
  includeSecrets?: boolean | undefined;
  /** Encrypts the file with it, in the age format with gzip inside. */
  passphrase?: string | undefined;
}

/** How a file of any kind is to be taken in. */
export interface ImportFileOptions extends RestoreOptions {
  /** What to restore of a backup. */
  options?: FullImportOptions | undefined;
}

/** What is exported with the conversations, and how. */
export interface ExportConversationsOptions extends BackupOptions {
  /** Projects of which all conversations come too, with those of the projects below them. */
  projectIds?: readonly string[] | undefined;
}

/** Something in the file that could not be stored as it was, and what was done about it. */
export interface Repair {
  kind:
    | 'reference-cleared'
    | 'record-dropped'
    | 'name-changed'
    | 'id-changed'
    | 'cycle-broken'
    | 'conversation-recovered'
    | 'destination-kept'
    | 'date-filled';
  /** Where, in the file; or the table and key of a record that was here. */
  path: string;
}

/** A record of the file that cannot be stored. */
export interface InvalidRecord {
  /** Where in the file, down to the field. */
  path: string;
  /** What is wrong with it, in English, without any value. */
  reason: string;
}

/** What a restore does with the records of one collection, in numbers. */
export interface CollectionOutcome {
  /** In the file and not here. */
  new: number;
  /** The same in both, so that nothing is written. */
  identical: number;
  /** In both, and not the same. */
  different: number;
  /** Of the different, those that stay as they are here. */
  kept: number;
  /** In the file, and not to be stored. */
  invalid: number;
  /** Here and not in the file, and taken away. */
  removed: number;
  /** Of those in the file, the ones with the value of a secret in them. */
  secrets: number;
}

/** Of no record at all. */
export const noOutcome: Readonly<CollectionOutcome> = {
  new: 0,
  identical: 0,
  different: 0,
  kept: 0,
  invalid: 0,
  removed: 0,
  secrets: 0,
};

/** What a file and the database make of each other: foreseen in a preview, done in a report. */
export interface RestoreOutcome {
  kind: FileKind;
  /** When the file was written, where it says so. */
  exportedAt: Date | null;
  /** By collection; one that is left alone, or that the file lacks, has no entry. */
  outcome: Partial<Record<CollectionKey, CollectionOutcome>>;
  /** At most {@link MAX_LISTED}; `repairCounts` counts them all. */
  repairs: readonly Repair[];
  repairCounts: Partial<Record<Repair['kind'], number>>;
  /** At most {@link MAX_LISTED}; `invalidCount` counts them all. */
  invalid: readonly InvalidRecord[];
  invalidCount: number;
}

/** What a file is and what restoring it would do. Nothing was written. */
export interface BackupPreview extends RestoreOutcome {
  isEncrypted: boolean;
  /** The application that wrote it, where it can be told. */
  origin: BackupOrigin | null;
  /** Whether secrets were left out when it was written; those here stay. */
  secretsLeftOut: boolean;
  /** The categories that the file carries, be they empty; none for conversations and projects. */
  categories: readonly CategoryId[];
  /** The names of the mods in it, which are code. */
  mods: readonly string[];
  /** Providers in it that would send an API key kept here to an address it is not sent to now. */
  keysSentElsewhere: readonly { provider: string; address: string }[];
}

/** What a restore or an import did. */
export interface RestoreReport extends RestoreOutcome {
  /** Records of the file that the database now holds, by collection. */
  counts: Partial<Record<CollectionKey, number>>;
  /** The records that were skipped, as a JSON array of `{path, reason, value}`; null when none. */
  skipped: Blob | null;
  /** The ids that conversations imported as new have got. */
  conversationIds: readonly string[];
}

/** How many repairs and invalid records are listed one by one. */
export const MAX_LISTED = 1000;

/** What `undoRestore()` would bring back. */
export interface UndoState {
  /** What it is about. */
  operation: 'restore' | 'clear';
  /** Whether that was undone already, so that `undoRestore()` does it again. */
  isUndone: boolean;
  /** When it was done, or undone. */
  at: Date;
  /** How many records it would change back. */
  records: number;
  /** About how much room it takes until it is discarded. */
  bytes: number;
  /** When it is discarded by itself; null for never. */
  expiresAt: Date | null;
}

/** What an undo did. */
export interface UndoReport {
  /** What was kept until then. */
  undone: UndoState;
  /** What could not come back as it was, because of what was saved since. */
  repairs: readonly Repair[];
  repairCounts: Partial<Record<Repair['kind'], number>>;
}

/** What a clear did. */
export interface ClearReport {
  /** By collection; one that was not chosen has no entry. */
  outcome: RestoreOutcome['outcome'];
}

/** How data is to be cleared. */
export interface ClearOptions extends TransferOptions {
  /** Keeps what goes for {@link UndoState}, for an hour; true unless given. */
  keepUndo?: boolean | undefined;
}
