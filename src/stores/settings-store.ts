import { MCP_SERVERS_SETTING } from '../model/categories.js';
import { settingsEvent } from '../model/events.js';
import { withoutSecrets } from '../model/secrets.js';
import { toSettingValue } from '../persistence/settings.js';
import { LiveRows } from './live-rows.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { shareableServers } from './mcp-servers.js';

/** The settings, and what can be done with them. */
export interface SettingsState extends LiveState {
  /** Every setting by its key, the MCP servers and secrets among them. */
  settings: Record<string, unknown>;

  loadSettings(): Promise<Record<string, unknown>>;
  setSetting(key: string, value: unknown): Promise<void>;
  deleteSetting(key: string): Promise<void>;
}

export function createSettingsStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<SettingsState> {
  const rows = new LiveRows<Record<string, unknown>>(
    persistence.database,
    () => persistence.loadSettings(),
    {},
  );

  return createLiveStore<SettingsState>({
    lists: [rows],
    shown: () => ({ settings: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      settings: {},

      async loadSettings() {
        const settings = await rows.load();
        events.emit(settingsEvent.loaded, { settings: shareable(settings) });
        return settings;
      },

      async setSetting(key, value) {
        const stored = toSettingValue(key, value);
        await rows.optimistically(
          (settings) => ({ ...settings, [key]: stored }),
          () => persistence.saveSetting(key, stored),
        );
        const { [key]: told } = shareable({ [key]: stored });
        events.emit(settingsEvent.changed, { key, value: told });
      },

      async deleteSetting(key) {
        await rows.optimistically(
          ({ [key]: _deleted, ...others }) => others,
          () => persistence.deleteSetting(key),
        );
        events.emit(settingsEvent.deleted, { key });
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('settingsStore', {
          [settingsEvent.setSettingRequest]: ({ key, value }) => get().setSetting(key, value),
          [settingsEvent.deleteSettingRequest]: ({ key }) => get().deleteSetting(key),
        }),
    }),
  });
}

/** The settings as events may carry them. */
function shareable(settings: Record<string, unknown>): Record<string, unknown> {
  const told = withoutSecrets('settings', settings);
  const { [MCP_SERVERS_SETTING]: servers } = told;
  return servers === undefined
    ? told
    : { ...told, [MCP_SERVERS_SETTING]: shareableServers(servers) };
}
