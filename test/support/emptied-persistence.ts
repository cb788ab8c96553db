import { Persistence } from '../../src/persistence/persistence.js';
import { freshPersistence } from './fresh-database.js';

/** When there were conversations that are gone, and when they were last backed up. */
export const lastSeen = new Date(2026, 10, 12, 9, 30);
export const lastBackup = new Date(2026, 10, 10, 18, 5);

/** Notes that a database of this name has held conversations: it has not, so they are gone. */
export function missConversations(name: string, isBackedUp = true): void {
  const witness = {
    lastSeen: lastSeen.getTime(),
    ...(isBackedUp && { lastBackup: lastBackup.getTime() }),
  };
  localStorage.setItem(`litechat-elements:${name}`, JSON.stringify(witness));
}

/** On a new database, of which the browser has lost what was in it. */
export async function emptiedPersistence(isBackedUp = true): Promise<Persistence> {
  const persistence = freshPersistence();
  missConversations(persistence.database.name, isBackedUp);
  await persistence.database.open();
  return persistence;
}
