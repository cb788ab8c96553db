import { createContext } from '@lit/context';
import type { StoreApi } from 'zustand/vanilla';
import type { DatabaseStatus, LiteChatDatabase } from '../database/litechat-database.js';
import type { ImportExport } from '../import-export/import-export.js';
import type { Persistence } from '../persistence/persistence.js';
import type { EventEmitter } from '../stores/event-emitter.js';
import type { Stores } from '../stores/stores.js';

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
