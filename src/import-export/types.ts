import type { CollectionKey } from '../model/categories.js';
import type { FileKind } from '../formats/recognise-file.js';

/** How far a long operation has come. */
export interface Progress {
  phase: 'reading' | 'checking' | 'writing';
  /** Of `total`, in bytes of the file when restoring and records when backing up. */
  done: number;
  total: number;
}

export interface TransferOptions {
  /** Cancels; the promise rejects with the signal's reason and nothing was changed. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * What becomes of what is here. `replace`: each category that is chosen and in the file becomes what
 * the file holds. `merge-newest`: nothing is deleted; where both have a record, the one that changed
 * later stays (`updatedAt`, of a message when it ended or began), the file's when they have no date.
 */
export type RestorePolicy = 'replace' | 'merge-newest';

export interface RestoreOptions extends TransferOptions {
  /** `replace` unless given. */
  policy?: RestorePolicy | undefined;
  /** Of an encrypted file. Not supported yet: one that is given is refused, not ignored. */
  passphrase?: string | undefined;
}

export interface BackupOptions extends TransferOptions {
  /**
   * Whether the values of secret fields go into the file; true unless given, because the switches
   * name what to take. The elements ask for false until the user ticks the box.
   */
  includeSecrets?: boolean | undefined;
  /** To encrypt with. Not supported yet: one that is given is refused, not ignored. */
  passphrase?: string | undefined;
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
    | 'date-filled';
  /** Where, in the file; or the table and key of a record that was here. */
  path: string;
}

/** What a restore or an import did. */
export interface RestoreReport {
  kind: FileKind;
  /** When the file was written, where it says so. */
  exportedAt: Date | null;
  /** Records written, by collection; a collection that was left alone has no entry. */
  counts: Partial<Record<CollectionKey, number>>;
  /** At most {@link MAX_REPORTED_REPAIRS}; `repairCount` counts them all. */
  repairs: readonly Repair[];
  repairCount: number;
  /** The ids that conversations imported as new have got. */
  conversationIds: readonly string[];
}

export const MAX_REPORTED_REPAIRS = 1000;
