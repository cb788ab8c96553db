import { expect, waitUntil } from '@open-wc/testing';
import type { McpServer } from '../model/entities.js';
import type { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import { createMcpServerStore, type McpServerState } from './mcp-server-store.js';

const files: McpServer = { id: 'files', name: 'Files', url: 'https://example.org', enabled: true };

describe('the MCP server store', () => {
  let persistence: Persistence;
  let store: LiveStore<McpServerState>;
  let facts: string[];

  beforeEach(() => {
    persistence = freshPersistence();
    const events = new EventEmitter();
    store = createMcpServerStore({ persistence, events });
    facts = [];
    events.onAny((name) => facts.push(name));
  });

  afterEach(() => store.stop());

  const stored = (): Promise<unknown> => persistence.loadSetting<unknown>('mcpServers', 'nothing');

  it('has no servers where none were ever saved', async () => {
    await store.follow();
    expect(store.getState()).to.deep.include({ servers: [], status: { state: 'ready' } });
    expect(await stored()).to.equal('nothing');
  });

  it('keeps servers that two tabs add at the same moment', async () => {
    const elsewhere = createMcpServerStore({ persistence, events: new EventEmitter() });
    await Promise.all([
      store.getState().addServer(files),
      elsewhere.getState().addServer({ ...files, id: 'search' }),
    ]);
    elsewhere.stop();
    await waitUntil(() => store.getState().servers.length === 2);
    expect(await stored()).to.have.length(2);
  });

  it('refuses to update a server that is not there, and tells nothing', async () => {
    await store.getState().setServers([files]);
    facts = [];
    await rejection(store.getState().updateServer('nowhere', { name: 'x' }), 'not-found');
    expect(store.getState().servers).to.deep.equal([files]);
    expect(facts).to.deep.equal([]);
  });

  it('refuses what is no server, and shows it never', async () => {
    await store.getState().setServers([files]);
    const refused = store.getState().updateServer('files', JSON.parse('{"url": 7}') as object);
    await rejection(refused, 'record-invalid');
    expect(store.getState().servers).to.deep.equal([files]);
    const set = store.getState().setServers(JSON.parse('[{"name": 7}]') as McpServer[]);
    expect(store.getState().servers).to.deep.equal([files]);
    await rejection(set, 'record-invalid');
    expect(await stored()).to.deep.equal([files]);
  });

  it('removes a field that is updated to undefined', async () => {
    await store.getState().setServers([{ ...files, headers: { Authorization: 'x' } }]);
    const updates: object = { headers: undefined };
    await store.getState().updateServer('files', updates);
    expect(await stored()).to.deep.equal([files]);
  });

  it('neither reads nor overwrites a setting that is not a list, until it is replaced', async () => {
    await persistence.database.appState.put({ key: 'settings:mcpServers', value: { files } });
    await store.follow();
    expect(store.getState().status).to.have.nested.include({ 'error.code': 'record-invalid' });
    await rejection(store.getState().addServer(files), 'record-invalid');
    expect(await stored()).to.deep.equal({ files });
    await store.getState().setServers([files]);
    await store.follow();
    expect(store.getState().servers).to.deep.equal([files]);
  });
});
