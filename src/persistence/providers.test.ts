import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';

const config = {
  type: 'openai',
  isEnabled: true,
  apiKeyId: null,
  baseURL: null,
  enabledModels: null,
  autoFetchModels: false,
  fetchedModels: null,
  modelsLastFetchedAt: null,
};

describe('provider configurations', () => {
  it('are listed by name, disabled and odd ones too', async () => {
    const persistence = freshPersistence();
    await persistence.saveProviderConfig({ ...config, id: 'b', name: 'B', isEnabled: false });
    await persistence.saveProviderConfig({ ...config, id: 'a', name: 'A' });
    await persistence.database.providerConfigs.put({ id: 'bare' } as never);
    const rows = await persistence.loadProviderConfigs();
    expect(rows.map(({ id }) => id)).to.deep.equal(['bare', 'a', 'b']);
  });

  it('are refused under a name that another has, and may keep their own', async () => {
    const persistence = freshPersistence();
    await persistence.saveProviderConfig({ ...config, id: 'a', name: 'A' });
    const taken = persistence.saveProviderConfig({ ...config, id: 'b', name: 'A' });
    expect((await rejection(taken, 'name-taken')).path).to.equal('providerConfigs.b.name');
    await persistence.saveProviderConfig({ ...config, id: 'a', name: 'A', type: 'other' });
    await persistence.saveProviderConfig({ ...config, id: 'b', name: 'B' });
    const renaming = persistence.updateRecord('providerConfigs', 'b', { name: 'A' });
    await rejection(renaming, 'name-taken');
    expect((await persistence.loadProviderConfigs()).map(({ name }) => name)).to.deep.equal([
      'A',
      'B',
    ]);
  });

  it('are deleted alone', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    await persistence.deleteProviderConfig('provider-1');
    const after = await snapshot(persistence.database);
    expect(after).to.deep.equal({ ...before, providerConfigs: {} });
  });
});

describe('API keys', () => {
  it('are listed by name with their values', async () => {
    const persistence = freshPersistence();
    await persistence.saveApiKey({ id: 'b', name: 'B', value: 'two', providerId: 'x' });
    await persistence.saveApiKey({ id: 'a', name: 'A', value: 'one', providerId: 'x' });
    const rows = await persistence.loadApiKeys();
    expect(rows.map(({ value }) => value)).to.deep.equal(['one', 'two']);
  });

  it('are refused under a name that another has, in a message without a value', async () => {
    const persistence = freshPersistence();
    await persistence.saveApiKey({ id: 'a', name: 'A', value: 'canary', providerId: 'x' });
    const taken = persistence.saveApiKey({ id: 'b', name: 'A', value: 'canary', providerId: 'x' });
    const error = await rejection(taken, 'name-taken');
    expect(error.path).to.equal('apiKeys.b.name');
    expect(error.message).not.to.contain('canary');
  });

  it('are unlinked from provider configurations when they are deleted', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    await persistence.saveProviderConfig({ ...config, id: 'two', name: 'Two', apiKeyId: 'key-1' });
    await persistence.saveProviderConfig({ ...config, id: 'three', name: 'Three', apiKeyId: 'k' });
    const before = await snapshot(persistence.database);
    await persistence.deleteApiKey('key-1');
    const after = await snapshot(persistence.database);
    const row = (id: string): object => before['providerConfigs']?.[id] as object;
    expect(after).to.deep.equal({
      ...before,
      apiKeys: {},
      providerConfigs: {
        'provider-1': { ...row('provider-1'), apiKeyId: null },
        'two': { ...row('two'), apiKeyId: null },
        'three': row('three'),
      },
    });
  });
});
