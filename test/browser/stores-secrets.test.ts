import { expect } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { LiteChatError } from '../../src/errors.js';
import type {
  DbApiKey,
  DbMod,
  DbProviderConfig,
  McpServer,
  SyncRepo,
} from '../../src/model/entities.js';
import type { EventName } from '../../src/model/events.js';
import type { Stores } from '../../src/stores/stores.js';
import { freshPersistence } from '../support/fresh-database.js';

/** What a host may hand us by mistake: the secret in a place or of a type that is refused. */
const broken = <Row>(row: object): Partial<Row> => row;

const dates = { createdAt: new Date(), updatedAt: new Date() };
const apiKey: DbApiKey = {
  id: 'key',
  name: 'Key',
  value: 'canary-key',
  providerId: 'openai',
  ...dates,
};
const config: DbProviderConfig & { headers: object } = {
  id: 'config',
  name: 'Provider',
  type: 'openai',
  isEnabled: true,
  apiKeyId: 'key',
  baseURL: 'https://canary-user:canary-word@example.org/v1',
  headers: { Authorization: 'canary-header' },
  enabledModels: null,
  autoFetchModels: false,
  fetchedModels: null,
  modelsLastFetchedAt: null,
  ...dates,
};
const repo: SyncRepo = {
  id: 'repo',
  name: 'Repo',
  remoteUrl: 'https://canary-token@example.org/repo.git',
  branch: 'main',
  password: 'canary-password',
  ...dates,
};
const mod: DbMod = {
  name: 'Mod',
  sourceUrl: 'https://canary-user:canary-word@example.org/mod.js',
  scriptContent: null,
  enabled: true,
  loadOrder: 1,
  createdAt: new Date(),
};
const server: McpServer = {
  id: 'server',
  name: 'Server',
  url: 'https://canary-user:canary-word@example.org/mcp',
  enabled: true,
  headers: { Authorization: 'canary-mcp' },
};

/** Every action that comes near a secret. */
const actions: ((stores: Stores) => Promise<unknown>)[] = [
  ({ providers }) => providers.getState().addApiKey(apiKey),
  ({ providers }) => providers.getState().updateApiKey('key', { value: 'canary-newer' }),
  ({ providers }) => providers.getState().addProviderConfig(config),
  ({ providers }) =>
    providers.getState().updateProviderConfig('config', { baseURL: 'https://canary@example.org' }),
  ({ syncRepos }) => syncRepos.getState().addSyncRepo(repo),
  ({ syncRepos }) => syncRepos.getState().updateSyncRepo('repo', { password: 'canary-newer' }),
  ({ mods }) => mods.getState().addMod(mod),
  ({ mods }) => mods.getState().updateMod('Mod', { sourceUrl: 'https://canary@example.org' }),
  ({ mods }) => mods.getState().loadMods(),
  ({ mcpServers }) => mcpServers.getState().addServer(server),
  ({ mcpServers }) => mcpServers.getState().setServers([server, { ...server, id: 'second' }]),
  ({ mcpServers }) =>
    mcpServers.getState().updateServer('server', { headers: { 'X-Key': 'canary-newer' } }),
  ({ settings }) => settings.getState().setSetting('gitGlobalPat', 'canary-pat'),
  ({ settings }) =>
    settings.getState().setSetting('corsProxyUrl', 'https://canary@example.org/proxy'),
  ({ settings }) => settings.getState().setSetting('mcpServers', [server]),
  ({ settings }) => settings.getState().loadSettings(),
  ({ settings }) => settings.getState().deleteSetting('gitGlobalPat'),
  ({ mcpServers }) => mcpServers.getState().deleteServer('server'),
  ({ mods }) => mods.getState().deleteMod('Mod'),
  ({ syncRepos }) => syncRepos.getState().deleteSyncRepo('repo'),
  ({ providers }) => providers.getState().deleteApiKey('key'),
  ({ providers }) => providers.getState().deleteProviderConfig('config'),
];

/** What is refused, with a secret in it. */
const mistakes: [what: string, act: (stores: Stores) => Promise<unknown>][] = [
  [
    'a key of a name that is taken',
    ({ providers }) => providers.getState().addApiKey({ ...apiKey, id: 'other' }),
  ],
  [
    'a key that is an object',
    ({ providers }) =>
      providers.getState().addApiKey(broken({ ...apiKey, value: { canary: 'canary' } })),
  ],
  [
    'a key that is a number',
    ({ providers }) => providers.getState().updateApiKey('key', broken({ value: 1234567 })),
  ],
  [
    'a key that cannot be stored',
    ({ providers }) => providers.getState().updateApiKey('key', broken({ value: () => 'canary' })),
  ],
  [
    'a key that is gone',
    ({ providers }) => providers.getState().updateApiKey('gone', { value: 'canary' }),
  ],
  [
    'a provider with headers that cannot be stored',
    ({ providers }) =>
      providers
        .getState()
        .addProviderConfig(broken({ ...config, headers: { key: Symbol('canary') } })),
  ],
  [
    'a provider whose URL is a list',
    ({ providers }) =>
      providers
        .getState()
        .addProviderConfig(broken({ ...config, baseURL: ['https://canary@x.org'] })),
  ],
  [
    'a repository whose password is a list',
    ({ syncRepos }) => syncRepos.getState().addSyncRepo(broken({ ...repo, password: ['canary'] })),
  ],
  [
    'a repository of a name that is taken',
    ({ syncRepos }) => syncRepos.getState().addSyncRepo({ ...repo, id: 'other' }),
  ],
  [
    'a mod whose URL is an object',
    ({ mods }) =>
      mods.getState().addMod(broken({ ...mod, sourceUrl: { href: 'https://canary@x.org' } })),
  ],
  [
    'a server whose header is a list',
    ({ mcpServers }) =>
      mcpServers
        .getState()
        .updateServer('server', broken({ headers: { Authorization: ['canary'] } })),
  ],
  [
    'servers that are no list',
    ({ settings }) => settings.getState().setSetting('mcpServers', { server }),
  ],
  [
    'a token that cannot be stored',
    ({ settings }) =>
      settings.getState().setSetting('gitGlobalPat', new Map([['canary', 'canary']])),
  ],
];

describe('secrets', () => {
  let context: PersistenceContext;
  let dispose: () => void;
  let facts: [name: EventName, payload: unknown][];

  beforeEach(() => {
    ({ context, dispose } = createPersistenceContext(freshPersistence()));
    facts = [];
    context.events.onAny((name, payload) => facts.push([name, payload]));
  });

  afterEach(() => dispose());

  it('appear in no fact, whatever is done to them', async () => {
    for (const act of actions) await act(context.stores);
    expect(facts.length).to.be.at.least(actions.length);
    expect(JSON.stringify(facts)).to.contain('https://example.org/v1').and.not.to.contain('canary');
  });

  for (const [what, act] of mistakes) {
    it(`appear in no error about ${what}`, async () => {
      const { stores } = context;
      await stores.providers.getState().addApiKey(apiKey);
      await stores.syncRepos.getState().addSyncRepo(repo);
      await stores.mcpServers.getState().addServer(server);
      const error = await act(stores).then(
        () => expect.fail('was not refused'),
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(LiteChatError);
      expect(everyWordOf(error)).not.to.match(/canary|1234567/);
      expect(JSON.stringify(facts)).not.to.contain('canary');
    });
  }
});

/** The error as a log would print it, with what caused it. */
function everyWordOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, JSON.stringify(error), everyWordOf(error.cause)].join('\n');
}
