import { LiteChatError } from '../errors.js';
import { ImportExport } from '../import-export/import-export.js';
import type { Persistence } from '../persistence/persistence.js';
import { EventEmitter } from '../stores/event-emitter.js';
import { createStores } from '../stores/stores.js';
import type { PersistenceContext } from './persistence-context.js';

/**
 * Makes a context on a database. Nothing is read before something asks.
 *
 * @returns The context, and a function that ends its live queries; the database stays open.
 */
export function createPersistenceContext(persistence: Persistence): {
  context: PersistenceContext;
  dispose: () => void;
} {
  const { database } = persistence;
  const events = new EventEmitter();
  const { stores, dispose } = createStores({ persistence, events });
  const importExport = new ImportExport(persistence);
  const stopWatching = database.status.subscribe(({ state }) => {
    if (state === 'ready') forgetExpired(importExport);
  });
  const context: PersistenceContext = {
    database,
    persistence,
    importExport,
    events,
    stores,
    status: database.status,
  };
  return {
    context,
    dispose: () => {
      stopWatching();
      dispose();
    },
  };
}

/**
 * What was cleared an hour ago must go, whether or not anything on the page shows that it can be
 * undone. The database says that it is ready while it is still being opened.
 */
function forgetExpired(importExport: ImportExport): void {
  setTimeout(() => {
    importExport.undoState().catch((error: unknown) => {
      // Closed meanwhile, or in trouble, it is asked again when it opens the next time.
      if (!(error instanceof LiteChatError)) reportError(error);
    });
  });
}
