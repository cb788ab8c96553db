import { Dexie, type ObservabilitySet } from 'dexie';
import { readField } from '../formats/read-field.js';
import { toDate } from '../formats/to-date.js';
import { readLastBackup } from './last-backup.js';

/** Conversations that were here, are gone, and were not deleted by the kit. */
export interface EmptiedStorage {
  /** When they were last known to be there. */
  lastSeen: Date;
  /** When the last full backup was saved before that; null where none is known. */
  lastBackup: Date | null;
}

/** Times in milliseconds since 1970. */
interface Witness {
  lastSeen: number;
  lastBackup?: number;
  /** Whether the database was found empty since, until that is forgotten. */
  isLost?: true;
}

/** Writes come in bursts; only that there have been some matters. */
const QUIET_MILLISECONDS = 300;

/**
 * Notes in `localStorage` that a database holds conversations. Browsers keep the two apart: Chromium
 * begins a database that is damaged anew, and evicts it when the disk is full, without touching
 * `localStorage`. Where everything of the site is deleted, nothing is left to tell.
 */
export class DataWitness {
  readonly #database: Dexie;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(database: Dexie) {
    this.#database = database;
  }

  /**
   * Notes from now on what there is.
   *
   * @param isNew Whether the database has just been created.
   * @returns What is missing.
   */
  begin(isNew: boolean): EmptiedStorage | undefined {
    const { name } = this.#database;
    const witness = recall(name);
    if (isNew && witness) remember(name, { ...witness, isLost: true });
    // A worker has no such storage.
    if ('localStorage' in globalThis) {
      Dexie.on('storagemutated', this.#hear);
      this.#lookLater();
    }
    const lastSeen = toDate(witness?.lastSeen);
    return lastSeen && (isNew || witness?.isLost)
      ? { lastSeen, lastBackup: toDate(witness?.lastBackup) ?? null }
      : undefined;
  }

  end(): void {
    clearTimeout(this.#timer);
    Dexie.on.storagemutated.unsubscribe(this.#hear);
  }

  /** Nothing is missing: it was deleted on purpose, or is back. */
  forget(): void {
    remember(this.#database.name, undefined);
  }

  /** Tells of every write, those of workers and other tabs included. */
  readonly #hear = (parts: ObservabilitySet): void => {
    const isOf = (table: string): boolean => `idb://${this.#database.name}/${table}/` in parts;
    if (isOf('conversations') || isOf('bookkeeping')) this.#lookLater();
  };

  #lookLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // What cannot be read is told by who needs it.
      this.#look().catch(() => undefined);
    }, QUIET_MILLISECONDS);
  }

  async #look(): Promise<void> {
    const { name } = this.#database;
    const [[first], backup] = await Promise.all([
      this.#database.table('conversations').limit(1).primaryKeys(),
      readLastBackup(this.#database),
    ]);
    if (recall(name)?.isLost) return;
    const witness = {
      lastSeen: Date.now(),
      ...(backup && { lastBackup: backup.at.getTime() }),
    };
    remember(name, first === undefined ? undefined : witness);
  }
}

const keyOf = (database: string): string => `litechat-elements:${database}`;

function recall(database: string): Witness | undefined {
  try {
    const witness: unknown = JSON.parse(localStorage.getItem(keyOf(database)) ?? 'null');
    return toDate(readField(witness, 'lastSeen')) ? (witness as Witness) : undefined;
  } catch {
    // The page may keep nothing there, or something else has written to it.
    return undefined;
  }
}

function remember(database: string, witness: Witness | undefined): void {
  try {
    if (witness) localStorage.setItem(keyOf(database), JSON.stringify(witness));
    else localStorage.removeItem(keyOf(database));
  } catch {
    // Without a witness the database is as good as before.
  }
}
