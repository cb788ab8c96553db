import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { fill } from '../../test/support/sample-rows.js';

const none = {
  settings: 0,
  appState: 0,
  apiKeys: 0,
  providerConfigs: 0,
  projects: 0,
  conversations: 0,
  interactions: 0,
  rules: 0,
  tags: 0,
  tagRuleLinks: 0,
  mods: 0,
  syncRepos: 0,
  mcpServers: 0,
  promptTemplates: 0,
  agents: 0,
};

describe('countRecords', () => {
  it('counts what each collection of a backup would hold', async () => {
    const persistence = freshPersistence();
    expect(await persistence.countRecords()).to.deep.equal(none);
    await fill(persistence);
    expect(await persistence.countRecords()).to.deep.equal({
      settings: 2,
      appState: 0,
      apiKeys: 1,
      providerConfigs: 1,
      projects: 3,
      conversations: 3,
      interactions: 7,
      rules: 2,
      tags: 2,
      tagRuleLinks: 2,
      mods: 1,
      syncRepos: 1,
      mcpServers: 1,
      promptTemplates: 1,
      agents: 2,
    });
  });

  it('counts odd rows too', async () => {
    const persistence = freshPersistence();
    const { database } = persistence;
    await database.appState.bulkPut([
      { key: 'settings:mcpServers', value: 'no list' },
      { key: 'other', value: 1 },
    ]);
    await database.promptTemplates.put({ id: 'bare' } as never);
    await database.interactions.put({ id: 'homeless' } as never);
    expect(await persistence.countRecords()).to.deep.equal({
      ...none,
      appState: 1,
      promptTemplates: 1,
      interactions: 1,
    });
  });
});
