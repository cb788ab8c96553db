import type { DbApiKey, DbProviderConfig } from '../model/entities.js';
import { providerEvent } from '../model/events.js';
import { withoutSecrets } from '../model/secrets.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The providers with their keys, and what can be done with them. */
export interface ProviderState extends LiveState {
  /** By name, with their secret headers. */
  providerConfigs: DbProviderConfig[];
  /** By name, with their secret values. */
  apiKeys: DbApiKey[];

  /** Resolves to the id. */
  addProviderConfig(config: Partial<Saveable<DbProviderConfig>>): Promise<string>;
  updateProviderConfig(id: string, changes: Partial<DbProviderConfig>): Promise<void>;
  deleteProviderConfig(id: string): Promise<void>;
  /** Resolves to the id. */
  addApiKey(key: Partial<Saveable<DbApiKey>>): Promise<string>;
  updateApiKey(id: string, changes: Partial<DbApiKey>): Promise<void>;
  /** Unlinks it from provider configurations. */
  deleteApiKey(id: string): Promise<void>;
}

export function createProviderStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<ProviderState> {
  const configs = new TableRows(persistence, 'providerConfigs', () =>
    persistence.loadProviderConfigs(),
  );
  const keys = new TableRows(persistence, 'apiKeys', () => persistence.loadApiKeys());
  const emitConfigs = (rows: DbProviderConfig[]): void => {
    const providerConfigs = rows.map((config) => withoutSecrets('providerConfigs', config));
    events.emit(providerEvent.configsChanged, { providerConfigs });
  };
  const emitKeys = (rows: DbApiKey[]): void => {
    const apiKeys = rows.map(({ value: _secret, ...key }) => key);
    events.emit(providerEvent.apiKeysChanged, { apiKeys });
  };

  return createLiveStore<ProviderState>({
    lists: [configs, keys],
    shown: () => ({ providerConfigs: configs.shown, apiKeys: keys.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      providerConfigs: [],
      apiKeys: [],

      async addProviderConfig(draft) {
        const config = await configs.put(draft, (row) => persistence.saveProviderConfig(row));
        await configs.whenKnown(emitConfigs);
        return config.id;
      },

      async updateProviderConfig(id, changes) {
        await configs.update(id, { updatedAt: new Date(), ...changes });
        await configs.whenKnown(emitConfigs);
      },

      async deleteProviderConfig(id) {
        await configs.remove([id], () => persistence.deleteProviderConfig(id));
        await configs.whenKnown(emitConfigs);
      },

      async addApiKey(draft) {
        const key = await keys.put(draft, (row) => persistence.saveApiKey(row));
        await keys.whenKnown(emitKeys);
        return key.id;
      },

      async updateApiKey(id, changes) {
        await keys.update(id, { updatedAt: new Date(), ...changes });
        await keys.whenKnown(emitKeys);
      },

      async deleteApiKey(id) {
        await configs.optimistically(
          (rows) => rows.map((row) => (row.apiKeyId === id ? { ...row, apiKeyId: null } : row)),
          () => keys.remove([id], () => persistence.deleteApiKey(id)),
        );
        await keys.whenKnown(emitKeys);
        await configs.whenKnown(emitConfigs);
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('providerStore', {
          [providerEvent.addApiKeyRequest]: get().addApiKey,
          [providerEvent.updateApiKeyRequest]: ({ id, ...changes }) =>
            get().updateApiKey(id, changes),
          [providerEvent.deleteApiKeyRequest]: ({ id }) => get().deleteApiKey(id),
          [providerEvent.addProviderConfigRequest]: get().addProviderConfig,
          [providerEvent.updateProviderConfigRequest]: ({ id, changes }) =>
            get().updateProviderConfig(id, changes),
          [providerEvent.deleteProviderConfigRequest]: ({ id }) => get().deleteProviderConfig(id),
        }),
    }),
  });
}
