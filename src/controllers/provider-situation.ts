import { createContext } from '@lit/context';
import type { StoreApi } from 'zustand/vanilla';
import type { DatabaseStatus } from '../database/litechat-database.js';

/** What a provider tells the elements inside beside its context, which is there only once open. */
export interface ProviderSituation {
  /** How things stand with the provider's database, also while there is no context. */
  readonly status: StoreApi<DatabaseStatus>;
  /** Tries again to open a database that could not be opened. */
  readonly retry: () => void;
}

/** Found by two copies of the kit on one page, as the context itself is. */
export const providerSituation = createContext<ProviderSituation>(
  Symbol.for('litechat-provider-situation'),
);
