import { expect } from '@open-wc/testing';
import type { CollectionKey } from './categories.js';
import { hasSecrets, keepSecrets, secretsOf, withoutSecrets } from './secrets.js';

/** A record of each collection with secrets, every secret of which is the word "canary". */
const records: readonly [CollectionKey, object][] = [
  ['apiKeys', { id: 'a', name: 'Main', value: 'canary', providerId: 'openai' }],
  [
    'providerConfigs',
    {
      id: 'a',
      type: 'openai',
      baseURL: 'https://me:canary@api.example.org/v1?x=a@b',
      headers: { 'Authorization': 'canary', 'X-Org': 'canary' },
    },
  ],
  ['syncRepos', { id: 'a', remoteUrl: 'https://canary@git.example.org/r.git', password: 'canary' }],
  [
    'mcpServers',
    { id: 'a', url: 'https://u:canary@mcp.example.org', headers: { Authorization: 'canary' } },
  ],
  ['mods', { name: 'a', sourceUrl: 'https://canary:canary@example.org/mod.js' }],
  [
    'settings',
    {
      theme: 'dark',
      gitGlobalPat: 'canary',
      corsProxyUrl: 'http://u:canary@proxy.example.org',
      markdownServiceUrl: 'http://canary@md.example.org',
    },
  ],
];

describe('the secrets of a record', () => {
  it('are emptied in a copy, which keeps the fields and everything else', () => {
    for (const [key, record] of records) {
      const emptied = withoutSecrets(key, record);
      expect(JSON.stringify(emptied), key).not.to.contain('canary');
      expect(Object.keys(emptied), key).to.deep.equal(Object.keys(record));
      expect(JSON.stringify(record), key).to.contain('canary');
      expect(hasSecrets(key, record), key).to.equal(true);
      expect(hasSecrets(key, emptied), key).to.equal(false);
      expect(withoutSecrets(key, emptied), key).to.equal(emptied);
    }
  });

  it('come back from the record that is there', () => {
    for (const [key, record] of records) {
      expect(keepSecrets(key, withoutSecrets(key, record), record), key).to.deep.equal(record);
    }
  });

  it('are not invented where there are none', () => {
    expect(withoutSecrets('tags', { value: 'canary' })).to.deep.equal({ value: 'canary' });
    expect(secretsOf('conversations')).to.deep.equal([]);
    const config = { id: 'a', baseURL: null, headers: undefined };
    expect(withoutSecrets('providerConfigs', config)).to.equal(config);
    expect(keepSecrets('providerConfigs', config, {})).to.equal(config);
  });

  it('give way to those that the new record brings', () => {
    const present = { id: 'a', value: 'old', providerId: 'openai' };
    const brought = { id: 'a', value: 'new', providerId: 'openai' };
    expect(keepSecrets('apiKeys', brought, present)).to.equal(brought);
    const headers = { 'Authorization': '', 'X-New': 'new', 'constructor': '' };
    const server = { url: 'https://x', headers };
    expect(
      keepSecrets('mcpServers', server, { url: 'https://x', headers: { Authorization: 'old' } }),
    ).to.deep.equal({
      url: 'https://x',
      headers: { ...headers, Authorization: 'old' },
    });
  });

  it('never move to another destination', () => {
    const moved: readonly [CollectionKey, object][] = [
      ['apiKeys', { providerId: 'other' }],
      ['providerConfigs', { baseURL: 'https://evil.example.org/v1' }],
      ['providerConfigs', { baseURL: null }],
      ['syncRepos', { remoteUrl: 'https://evil.example.org/r.git' }],
      ['syncRepos', { remoteUrl: 'http://git.example.org/r.git' }],
      ['mcpServers', { url: 'https://mcp.example.org.evil.example' }],
      ['mods', { sourceUrl: 'https://evil.example.org/mod.js' }],
    ];
    for (const [key, change] of moved) {
      const present = records.find(([name]) => name === key)?.[1] ?? {};
      const record = { ...withoutSecrets(key, present), ...change };
      const kept: object = keepSecrets(key, record, present);
      const [place] = Object.keys(change);
      const isHere = Reflect.get(kept, place ?? '') === Reflect.get(present, place ?? '');
      expect(isHere || !JSON.stringify(kept).includes('canary'), key).to.equal(true);
    }
    const proxy = { corsProxyUrl: 'http://evil.example.org' };
    const before = { corsProxyUrl: 'http://u:canary@proxy.example.org' };
    expect(keepSecrets('settings', proxy, before)).to.deep.equal(proxy);
  });

  it('of headers do not move to another kind of provider, whose address is the usual one', () => {
    const present = { type: 'openai', baseURL: null, headers: { Authorization: 'canary' } };
    const record = { type: 'other', baseURL: null, headers: { Authorization: '' } };
    expect(keepSecrets('providerConfigs', record, present)).to.deep.equal(present);
  });

  it('stay with a destination of which only the name and password changed', () => {
    const present = { remoteUrl: 'https://old@git.example.org/r.git', password: 'canary' };
    const record = { remoteUrl: 'https://git.example.org/r.git', password: '' };
    expect(keepSecrets('syncRepos', record, present)).to.deep.equal(present);
  });

  it('are found in a URL however a browser may read it', () => {
    const urls = {
      ' https://u:canary@host/': ' https://host/',
      '\n\thttp:\\\\u:canary@host': '\n\thttp:\\\\host',
      'https:/u:canary@host': 'https:/host',
      'HTTPS://u:ca@nary@host?q=@': 'HTTPS://host?q=@',
      'ssh://git:canary@host:22/repo': 'ssh://host:22/repo',
      'https://host/path@1.2': 'https://host/path@1.2',
      'https://host?to=a@b': 'https://host?to=a@b',
      'git@host:org/repo.git': 'git@host:org/repo.git',
      'relative/path@2': 'relative/path@2',
    };
    for (const [url, plain] of Object.entries(urls)) {
      expect(withoutSecrets('mods', { sourceUrl: url })).to.deep.equal({ sourceUrl: plain });
    }
  });

  it('are found in the query of a URL, and in what git said of an address', () => {
    const server = (url: string): object => ({ id: 'm', url });
    const full = server(
      'https://example.org/mcp?user=me&api_key=canary&x=1&access_token=canary#top',
    );
    const empty = server('https://example.org/mcp?user=me&api_key=&x=1&access_token=#top');
    expect(withoutSecrets('mcpServers', full)).to.deep.equal(empty);
    expect(keepSecrets('mcpServers', empty, full)).to.deep.equal(full);
    const evil = server('https://evil.example/mcp?api_key=');
    expect(keepSecrets('mcpServers', evil, full)).to.deep.equal(evil);
    const repo = { remoteUrl: 'https://example.org', lastSyncError: 'at https://me:canary@…' };
    expect(JSON.stringify(withoutSecrets('syncRepos', repo))).to.not.contain('canary');
  });

  it('are emptied where they have a shape that nobody expects', () => {
    const odd = { baseURL: null, headers: [{ name: 'Authorization', value: 'canary' }] };
    expect(JSON.stringify(withoutSecrets('providerConfigs', odd))).not.to.contain('canary');
    const nested = { headers: { Authorization: { value: ['canary'] } } };
    expect(JSON.stringify(withoutSecrets('mcpServers', nested))).not.to.contain('canary');
    expect(withoutSecrets('apiKeys', { value: 12_345 })).to.deep.equal({ value: '' });
  });
});
