import { createContext } from '@lit/context';
import type { StoreApi } from 'zustand/vanilla';
import type { DatabaseStatus, LiteChatDatabase } from '../database/litechat-database.js';
import { ImportExport } from '../import-export/import-export.js';
import type { Persistence } from '../persistence/persistence.js';
import { EventEmitter } from '../stores/event-emitter.js';
import { createStores, type Stores } from '../stores/stores.js';

/** All that elements and hosts share: one database, what acts on it, and what it tells. */
export interface PersistenceContext {
  database: LiteChatDatabase;
  persistence: Persistence;
  importExport: ImportExport;
  events: EventEmitter;
  stores: Stores;
  /** How things stand with the connection; the database's own. */
  status: StoreApi<DatabaseStatus>;
}

/**
 * The context's key. `Symbol.for` lets two copies of the kit on one page find each other; a page
 * without Lit can answer the `context-request` event with it.
 */
export const persistenceContext = createContext<PersistenceContext | undefined>(
  Symbol.for('litechat-persistence'),
);

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
  const context: PersistenceContext = {
    database,
    persistence,
    importExport: new ImportExport(persistence),
    events,
    stores,
    status: database.status,
  };
  return { context, dispose };
}
