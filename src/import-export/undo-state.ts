import type { Table } from 'dexie';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { Note, UndoChunk } from '../database/own-tables.js';
import type { TableSource } from '../database/transactions.js';
import type { Persistence } from '../persistence/persistence.js';
import { run } from '../persistence/run.js';
import type { UndoState } from './types.js';

/** The note that says what `undo` holds. */
export const UNDO_NOTE = 'undo';

/** What can be undone, or null. What has expired cannot, and is discarded. */
export function undoState({ database }: Persistence): Promise<UndoState | null> {
  return run(database, async () => {
    const state = await readUndoState(database);
    if (!state || !hasExpired(state)) return state;
    // Another tab may have kept something new since it was read.
    return discard(database, hasExpired);
  });
}

/** Gives back the room that it takes; what was restored or cleared can be undone no more. */
export function discardUndo({ database }: Persistence): Promise<void> {
  return run(database, async () => {
    await discard(database, () => true);
  });
}

/** The note, in the caller's transaction or one of its own. */
export async function readUndoState(source: TableSource): Promise<UndoState | null> {
  const note = await source.table<Note, string>('bookkeeping').get(UNDO_NOTE);
  // Nobody but the journal writes the note.
  return note ? (note.value as UndoState) : null;
}

/** Where it is kept. */
export const undoOf = (source: TableSource): Table<UndoChunk, number> => source.table('undo');

/** Long enough to notice, short enough to have cleared. */
const CLEAR_UNDO_MILLISECONDS = 60 * 60 * 1000;

/** Until when a clear can be undone that happens now. */
export const expiryOfClear = (): Date => new Date(Date.now() + CLEAR_UNDO_MILLISECONDS);

/** A clock that was set back must not make the time longer. */
export function hasExpired({ at, expiresAt }: UndoState): boolean {
  const now = Date.now();
  return (
    expiresAt !== null &&
    (expiresAt.getTime() <= now || at.getTime() > now + CLEAR_UNDO_MILLISECONDS)
  );
}

/** @returns What there is then. */
function discard(
  database: LiteChatDatabase,
  isMeant: (state: UndoState) => boolean,
): PromiseLike<UndoState | null> {
  return database.transaction('rw', database.undo, database.bookkeeping, async (source) => {
    const state = await readUndoState(source);
    if (state && !isMeant(state)) return state;
    await undoOf(source).clear();
    await source.table<Note, string>('bookkeeping').delete(UNDO_NOTE);
    return null;
  });
}
