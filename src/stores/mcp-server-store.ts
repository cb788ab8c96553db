import { nanoid } from 'nanoid';
import { LiteChatError } from '../errors.js';
import { MCP_SERVERS_SETTING } from '../model/categories.js';
import type { McpServer } from '../model/entities.js';
import { mcpEvent } from '../model/events.js';
import { toSettingValue } from '../persistence/settings.js';
import { LiveRows, type Change } from './live-rows.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { mcpServersOf, shareableServers } from './mcp-servers.js';
import { plainChanges } from './plain-changes.js';

/** The MCP servers, and what can be done with them. */
export interface McpServerState extends LiveState {
  /** With the secret values of their headers. */
  servers: McpServer[];

  setServers(servers: McpServer[]): Promise<void>;
  /** Resolves to the id. */
  addServer(server: Omit<McpServer, 'id'> & { id?: string }): Promise<string>;
  updateServer(id: string, updates: Partial<McpServer>): Promise<void>;
  deleteServer(id: string): Promise<void>;
}

/** The MCP servers are one setting; each action changes it in one transaction. */
export function createMcpServerStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<McpServerState> {
  const rows = new LiveRows<McpServer[]>(
    persistence.database,
    async () => mcpServersOf(await persistence.loadSetting<unknown>(MCP_SERVERS_SETTING, [])),
    [],
  );
  /** @param edit For the rows; `write` makes the same of the value in the database. */
  const change = async (
    edit: Change<McpServer[]>,
    write: (value: unknown) => McpServer[] = (value) => edit(mcpServersOf(value)),
  ): Promise<McpServer[]> => {
    const servers = mcpServersOf(
      await rows.optimistically(edit, () => persistence.updateSetting(MCP_SERVERS_SETTING, write)),
    );
    events.emit(mcpEvent.serversChanged, { servers: shareableServers(servers) });
    return servers;
  };
  const emitEach = (
    name: typeof mcpEvent.serverAdded | typeof mcpEvent.serverUpdated,
    servers: McpServer[],
  ): void => {
    for (const server of shareableServers(servers)) events.emit(name, { server });
  };

  return createLiveStore<McpServerState>({
    lists: [rows],
    shown: () => ({ servers: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      servers: [],

      async setServers(servers) {
        const all = storable(servers);
        await change(
          () => all,
          () => all,
        );
      },

      async addServer(draft) {
        const id = draft.id ?? nanoid();
        const added = storable([{ ...draft, id }]);
        await change((servers) => [...without(servers, id), ...added]);
        emitEach(mcpEvent.serverAdded, added);
        return id;
      },

      async updateServer(id, updates) {
        const changes = plainChanges(updates, [MCP_SERVERS_SETTING, id]);
        const edit: Change<McpServer[]> = (servers) =>
          servers.map((server) => (server.id === id ? { ...server, ...changes, id } : server));
        const servers = await change(edit, (value) => {
          const present = mcpServersOf(value);
          if (!present.some((server) => server.id === id)) throw noSuchServer();
          return edit(present);
        });
        emitEach(
          mcpEvent.serverUpdated,
          servers.filter((server) => server.id === id),
        );
      },

      async deleteServer(id) {
        await change((servers) => without(servers, id));
        events.emit(mcpEvent.serverDeleted, { serverId: id });
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('mcpServerStore', {
          [mcpEvent.setServersRequest]: ({ servers }) => get().setServers(servers),
          [mcpEvent.addServerRequest]: ({ server }) => get().addServer(server),
          [mcpEvent.updateServerRequest]: ({ id, updates }) => get().updateServer(id, updates),
          [mcpEvent.deleteServerRequest]: ({ id }) => get().deleteServer(id),
        }),
    }),
  });
}

/** Plain copies, checked as the write will check them. */
function storable(servers: readonly McpServer[]): McpServer[] {
  return mcpServersOf(toSettingValue(MCP_SERVERS_SETTING, servers));
}

function without(servers: readonly McpServer[], id: string): McpServer[] {
  return servers.filter((server) => server.id !== id);
}

function noSuchServer(): LiteChatError {
  return new LiteChatError('not-found', 'There is no such MCP server. Nothing was changed.', {
    path: MCP_SERVERS_SETTING,
  });
}
