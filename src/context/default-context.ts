import type { StoreApi } from 'zustand/vanilla';
import type { DatabaseStatus } from '../database/litechat-database.js';
import { isUnavailable, openInMemory } from '../database/open-database.js';
import { Persistence, PersistenceService } from '../persistence/persistence.js';
import { createPersistenceContext } from './create-persistence-context.js';
import type { PersistenceContext } from './persistence-context.js';

let opened: Promise<PersistenceContext> | undefined;

/**
 * The page's own context, for elements without a provider above them: the default database, opened
 * at the first call, or one in memory where the page has no IndexedDB.
 *
 * @throws {LiteChatError} database-newer, database-failed, …; the next call tries again.
 */
export function defaultContext(): Promise<PersistenceContext> {
  opened ??= openDefault().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** How things stand with the default database, also while {@link defaultContext} waits for it. */
export function defaultStatus(): StoreApi<DatabaseStatus> {
  return PersistenceService.database.status;
}

async function openDefault(): Promise<PersistenceContext> {
  try {
    const opening = PersistenceService.database.open();
    // The page has nothing else to do while the browser opens it.
    const { context, dispose } = createPersistenceContext(PersistenceService);
    // The next try makes another.
    opening.catch(dispose);
    await opening;
    return context;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return createPersistenceContext(new Persistence(await openInMemory())).context;
  }
}
