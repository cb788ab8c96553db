import { LiteChatError } from '../errors.js';
import { MCP_SERVERS_SETTING } from '../model/categories.js';
import type { McpServer } from '../model/entities.js';
import { formatPath } from '../model/plain-value.js';
import { withoutSecrets } from '../model/secrets.js';

/**
 * The servers in the setting's value; none where it was never saved.
 *
 * @throws {LiteChatError} record-invalid when it is no list, which the next save would overwrite.
 */
export function mcpServersOf(value: unknown): McpServer[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.filter(isServer);
  const path = formatPath(['settings', MCP_SERVERS_SETTING]);
  throw new LiteChatError('record-invalid', `${path} is not a list. Nothing was changed.`, {
    path,
  });
}

/** The servers in the setting's value as events may carry them. */
export function shareableServers(value: unknown): McpServer[] {
  const servers = Array.isArray(value) ? value.filter(isServer) : [];
  return servers.map((server) => withoutSecrets('mcpServers', server));
}

const isServer = (value: unknown): value is McpServer =>
  typeof value === 'object' && value !== null;
