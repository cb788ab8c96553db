import { LiteChatError } from '../errors.js';
import { MCP_SERVERS_SETTING, collections, type Collection } from '../model/categories.js';
import type { PathSegment } from '../model/plain-value.js';
import { BACKUP_VERSION } from './backup-writer.js';
import type { ByteSource } from './byte-source.js';
import { readJson, type JsonEvent } from './json-reader.js';

/** What a backup holds, in the order of the file. */
export type BackupEvent =
  /** The file carries this collection, be it empty. */
  | { type: 'collection'; collection: Collection }
  /** That was all of it: the bytes from one offset up to another, brackets included. */
  | { type: 'collection-end'; collection: Collection; from: number; to: number }
  /** A record of it at `path`, which ends in its position, or, of settings, in the bare key. */
  | { type: 'record'; collection: Collection; path: readonly PathSegment[]; value: unknown }
  /** A top-level value that this version does not know; `position` within an array. */
  | { type: 'unknown-list'; name: string }
  | { type: 'unknown'; name: string; position: number | null; value: unknown }
  | { type: 'exported-at'; value: Date }
  /** The secrets in the file are empty because they were left out. */
  | { type: 'secrets-left-out' };

const collectionsByKey: ReadonlyMap<unknown, Collection> = new Map(
  collections.map((collection) => [collection.key, collection]),
);

/** What holds one value: an array or object there is opened no more than that value would be. */
const scalarNames: ReadonlySet<unknown> = new Set(['version', 'exportedAt', 'secretsLeftOut']);

/**
 * Reads a full-configuration file, or one of a single category, as a stream. The events of one
 * chunk of the file come together.
 *
 * @throws {LiteChatError} backup-version-unsupported, record-invalid for a collection of the wrong
 * shape, and what {@link readJson} throws. Records themselves are not checked here.
 */
export async function* readBackup(source: ByteSource): AsyncGenerator<BackupEvent[], void> {
  let hasVersion = false;
  let from = 0;
  const descend = (path: readonly PathSegment[], container: 'object' | 'array'): boolean => {
    if (path.length === 0) return true;
    if (path.length > 1 || scalarNames.has(path[0])) return false;
    const shape = collectionsByKey.get(path[0])?.shape;
    return shape === 'settings' ? container === 'object' : container === 'array';
  };

  for await (const events of readJson(source, { descend })) {
    const read: BackupEvent[] = [];
    for (const event of events) {
      const [name, step] = event.path;
      if (name === undefined) continue;
      if (event.type === 'end') {
        const collection = collectionsByKey.get(name);
        if (collection) read.push({ type: 'collection-end', collection, from, to: event.offset });
        continue;
      }
      if (event.type === 'start') from = event.offset;
      if (name === 'version' && event.type === 'value') {
        assertVersion(event.value);
        hasVersion = true;
      } else {
        read.push(...interpret(String(name), step, event));
      }
    }
    if (read.length > 0) yield read;
  }
  if (!hasVersion) assertVersion(undefined);
}

/** The same application has written the version as text elsewhere. */
function assertVersion(version: unknown): void {
  if (version === BACKUP_VERSION || version === String(BACKUP_VERSION)) return;
  const what =
    version === undefined ? 'has no version' : 'is of a version this application does not know';
  throw new LiteChatError('backup-version-unsupported', `The file ${what}. Nothing was changed.`, {
    path: 'version',
  });
}

function interpret(
  name: string,
  step: PathSegment | undefined,
  event: Exclude<JsonEvent, { type: 'end' }>,
): BackupEvent[] {
  const collection = collectionsByKey.get(name);
  const value = event.type === 'value' ? event.value : undefined;
  if (collection) {
    if (step === MCP_SERVERS_SETTING && collection.shape === 'settings')
      return oldMcpServers(value);
    if (step !== undefined) return [{ type: 'record', collection, path: event.path, value }];
    if (event.type === 'start') return [{ type: 'collection', collection }];
    // Null says nothing about the data here, as if the key were absent.
    if (value === null) return [];
    const expected = collection.shape === 'settings' ? 'an object' : 'an array';
    throw new LiteChatError(
      'record-invalid',
      `${name} should be ${expected}. Nothing was changed.`,
      {
        path: name,
      },
    );
  }
  if (name === 'exportedAt') {
    const date = new Date(typeof value === 'string' || typeof value === 'number' ? value : NaN);
    return Number.isNaN(date.getTime()) ? [] : [{ type: 'exported-at', value: date }];
  }
  if (name === 'secretsLeftOut') return value === true ? [{ type: 'secrets-left-out' }] : [];
  if (step !== undefined) return [{ type: 'unknown', name, position: Number(step), value }];
  if (event.type === 'start') return [{ type: 'unknown-list', name }];
  return [{ type: 'unknown', name, position: null, value }];
}

/** Before MCP servers had a key of their own, they were in files among the settings. */
function oldMcpServers(value: unknown): BackupEvent[] {
  const collection = collectionsByKey.get(MCP_SERVERS_SETTING);
  if (!collection || value === null) return [];
  if (!Array.isArray(value)) {
    const path = `settings.${MCP_SERVERS_SETTING}`;
    throw new LiteChatError('record-invalid', `${path} should be an array. Nothing was changed.`, {
      path,
    });
  }
  return [
    { type: 'collection', collection },
    ...value.map((server: unknown, step) => ({
      type: 'record' as const,
      collection,
      path: ['settings', MCP_SERVERS_SETTING, step],
      value: server,
    })),
  ];
}
