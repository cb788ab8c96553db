import { nanoid } from 'nanoid';
import * as v from 'valibot';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { outsideTransaction } from '../database/transactions.js';
import { LiteChatError } from '../errors.js';
import { MCP_SERVERS_SETTING, SETTING_PREFIX, settingName } from '../model/categories.js';
import { toPlainValue } from '../model/plain-value.js';
import { parseRecord } from '../model/row.js';
import { mcpServerSchema } from '../model/schemas.js';
import { run } from './run.js';

const rowKey = (key: string): string => SETTING_PREFIX + key;

/** A backup is an object of settings by their keys, and this is what its keys can be. */
function assertKey(key: string): void {
  if (key !== '' && key !== '__proto__') return;
  const reason = key === '' ? 'needs a key' : 'cannot be called __proto__';
  throw new LiteChatError('record-invalid', `A setting ${reason}. Nothing was changed.`, {
    path: 'settings',
  });
}

/**
 * A setting's value as it may be stored; MCP servers are checked, for every reader walks them, and
 * given the ids they lack.
 *
 * @throws {LiteChatError} record-invalid with the path of what cannot be stored.
 */
export function toSettingValue(key: string, value: unknown): unknown {
  assertKey(key);
  if (key !== MCP_SERVERS_SETTING) return toPlainValue(value, ['settings', key]) ?? null;
  const servers = parseRecord(v.array(v.unknown()), value, [key]);
  return servers.map((server, position) =>
    parseRecord(mcpServerSchema, withId(server), [key, position]),
  );
}

function withId(server: unknown): unknown {
  if (typeof server !== 'object' || server === null || Array.isArray(server)) return server;
  const id: unknown = Reflect.get(server, 'id');
  return { ...server, id: id ?? nanoid() };
}

/** @throws {LiteChatError} as {@link toSettingValue}. */
export function saveSetting(
  database: LiteChatDatabase,
  key: string,
  value: unknown,
): Promise<string> {
  return run(database, async () => {
    await database.appState.put({ key: rowKey(key), value: toSettingValue(key, value) });
    return key;
  });
}

/** Answers the default only when the setting was never saved; a failed read rejects. */
export function loadSetting<Value>(
  database: LiteChatDatabase,
  key: string,
  defaultValue: Value,
): Promise<Value> {
  return run(database, async () => {
    const row = await database.appState.get(rowKey(key));
    // The caller names the type of its own setting, as the description's signature has it.
    return row === undefined ? defaultValue : (row.value as Value);
  });
}

/** Replaces a setting's value by what the function makes of it, leaving no gap for another tab. */
export function updateSetting(
  database: LiteChatDatabase,
  key: string,
  change: (value: unknown) => unknown,
): Promise<unknown> {
  return run(database, () =>
    database.transaction('rw', database.appState, async () => {
      const present = await database.appState.get(rowKey(key));
      const value = toSettingValue(
        key,
        outsideTransaction(() => change(present?.value)),
      );
      await database.appState.put({ key: rowKey(key), value });
      return value;
    }),
  );
}

export function deleteSetting(database: LiteChatDatabase, key: string): Promise<void> {
  return run(database, () => database.appState.delete(rowKey(key)));
}

/** Every setting by its bare key, the MCP servers among them. */
export function loadSettings(database: LiteChatDatabase): Promise<Record<string, unknown>> {
  return run(database, async () => {
    const rows = await database.appState.where('key').startsWith(SETTING_PREFIX).toArray();
    return Object.fromEntries(rows.map(({ key, value }) => [settingName(key), value]));
  });
}
