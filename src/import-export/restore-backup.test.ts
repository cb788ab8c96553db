import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { backupFile, backupJson, backupOf, fileOf } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import { allCategories, categories } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { ImportExport } from './import-export.js';
import type { RestoreOptions } from './types.js';

const at = '2026-01-01T00:00:00.000Z';
const dates = { createdAt: at, updatedAt: at };
const conversation = (id: string, more: object = {}): object => ({
  id,
  title: `Title of ${id}`,
  projectId: null,
  ...dates,
  ...more,
});
const interaction = (id: string, conversationId: string, more: object = {}): object => ({
  id,
  conversationId,
  type: 'message.user_assistant',
  index: 0,
  parentId: null,
  prompt: { id: `p-${id}`, content: 'Hello' },
  response: 'Hi',
  status: 'COMPLETED',
  startedAt: at,
  endedAt: at,
  metadata: {},
  ...more,
});

async function filled(): Promise<{ persistence: Persistence; importExport: ImportExport }> {
  const persistence = freshPersistence();
  await fill(persistence);
  return { persistence, importExport: new ImportExport(persistence) };
}

describe('restoreBackup', () => {
  describe('leaves alone what the file does not carry', () => {
    for (const { id, flag, collections } of categories) {
      it(`touches nothing but ${id} when the file carries ${id} and every box is ticked`, async () => {
        const { persistence, importExport } = await filled();
        const before = await snapshot(persistence.database);
        const file = await backupFile(importExport, { [flag]: true });
        const report = await importExport.restoreBackup(file, allCategories);
        expect(await snapshot(persistence.database)).to.deep.equal(before);
        expect(Object.keys(report.counts)).to.have.members(
          collections.map(({ key }) => key).filter((key) => key !== 'appState'),
        );
      });

      it(`restores nothing of ${id} when it is not chosen`, async () => {
        const { persistence, importExport } = await filled();
        const file = await backupFile(importExport);
        await persistence.clearAllData();
        await importExport.restoreBackup(file, { ...allCategories, [flag]: false });
        const counts = await persistence.countRecords();
        for (const { key } of collections) expect(counts[key], key).to.equal(0);
        const others = categories.filter((other) => other.id !== id);
        for (const { key } of others.flatMap((other) => other.collections)) {
          if (key !== 'appState') expect(counts[key], key).to.be.greaterThan(0);
        }
      });
    }

    it('takes an empty array as "none" and a missing key as no statement', async () => {
      const { persistence, importExport } = await filled();
      await importExport.restoreBackup(backupOf({ tags: [], mcpServers: [] }), allCategories);
      expect(await persistence.loadTags()).to.deep.equal([]);
      expect(await persistence.loadRules()).to.have.length(2);
      expect(await persistence.loadSetting('mcpServers', null)).to.deep.equal([]);
      expect(await persistence.loadSetting('theme', null)).to.equal('dark');
    });

    it('keeps MCP servers when it restores settings, and settings when it restores servers', async () => {
      const { persistence, importExport } = await filled();
      await importExport.restoreBackup(backupOf({ settings: { font: 'serif' } }), allCategories);
      expect(await persistence.loadSetting('theme', 'gone')).to.equal('gone');
      expect(await persistence.loadSetting<unknown[]>('mcpServers', [])).to.have.length(1);
      await importExport.restoreBackup(backupOf({ mcpServers: [] }), allCategories);
      expect(await persistence.loadSetting('font', 'gone')).to.equal('serif');
    });

    it('keeps interactions, and the conversations that have them, when the file has none', async () => {
      const { persistence, importExport } = await filled();
      await persistence.saveConversation({ id: 'empty', title: 'No message', projectId: null });
      const interactions = await persistence.database.interactions.toArray();
      const file = backupOf({
        conversations: [conversation('new'), conversation('conversation-1')],
      });
      await importExport.restoreBackup(file, allCategories);
      expect(await persistence.database.interactions.toArray()).to.deep.equal(interactions);
      const conversations = await persistence.loadConversations();
      expect(conversations.map(({ id }) => id)).to.have.members([
        'new',
        'conversation-1',
        'conversation-2',
        'conversation-3',
      ]);
      expect(conversations.find(({ id }) => id === 'conversation-1')?.title).to.equal(
        'Title of conversation-1',
      );
    });

    it('keeps the messages of conversations that a file without conversations does not mention', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({ interactions: [interaction('i', 'conversation-1')] });
      await importExport.restoreBackup(file, allCategories);
      const [only, ...more] = await persistence.loadInteractionsForConversation('conversation-1');
      expect([only?.id, more.length]).to.deep.equal(['i', 0]);
      expect(await persistence.loadInteractionsForConversation('conversation-2')).to.have.length(2);
      expect(await persistence.loadConversations()).to.have.length(3);
    });

    it('replaces conversations together with their interactions', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({
        conversations: [conversation('c')],
        interactions: [interaction('i', 'c')],
      });
      await importExport.restoreBackup(file, allCategories);
      expect((await persistence.loadConversations()).map(({ id }) => id)).to.deep.equal(['c']);
      expect(await persistence.database.interactions.count()).to.equal(1);
    });
  });

  describe('leaves no reference to what does not exist', () => {
    it('clears the key of a provider, the project of a conversation, the defaults of a project', async () => {
      const persistence = freshPersistence();
      const importExport = new ImportExport(persistence);
      const file = backupOf({
        providerConfigs: [{ id: 'p', name: 'P', type: 'x', apiKeyId: 'nowhere', ...dates }],
        conversations: [conversation('c', { projectId: 'nowhere', syncRepoId: 'nowhere' })],
        interactions: [
          interaction('i', 'c', {
            parentId: 'gone',
            metadata: { regeneratedFromId: 'gone', kept: 1 },
          }),
        ],
        projects: [
          {
            id: 'pr',
            name: 'Pr',
            parentId: 'nowhere',
            defaultRuleIds: ['r', 'gone'],
            defaultTagIds: ['gone'],
            ...dates,
          },
        ],
        rules: [{ id: 'r', name: 'R', content: '', type: 'system', ...dates }],
        tagRuleLinks: [{ id: 'l', tagId: 'gone', ruleId: 'r' }],
      });
      const report = await importExport.restoreBackup(file, allCategories);
      expect((await persistence.loadProviderConfigs())[0]?.apiKeyId).to.equal(null);
      const [restored] = await persistence.loadConversations();
      expect(restored?.projectId).to.equal(null);
      expect(restored?.syncRepoId).to.equal(null);
      const [message] = await persistence.loadInteractionsForConversation('c');
      expect(message?.parentId).to.equal(null);
      expect(message?.metadata).to.deep.equal({ kept: 1 });
      const [project] = await persistence.loadProjects();
      expect(project?.parentId).to.equal(null);
      expect(project?.defaultRuleIds).to.deep.equal(['r']);
      expect(project?.defaultTagIds).to.deep.equal([]);
      expect(await persistence.loadTagRuleLinks()).to.deep.equal([]);
      expect(report.repairs.map(({ path }) => path)).to.have.members([
        'providerConfigs[0].apiKeyId',
        'conversations[0].projectId',
        'conversations[0].syncRepoId',
        'interactions[0].parentId',
        'interactions[0].metadata.regeneratedFromId',
        'projects[0].parentId',
        'projects[0].defaultRuleIds',
        'projects[0].defaultTagIds',
        'tagRuleLinks[0]',
      ]);
      expect(report.repairCounts).to.deep.equal({ 'reference-cleared': 8, 'record-dropped': 1 });
    });

    it('mends the rows that stay when keys, projects, rules or tags alone are replaced', async () => {
      const { persistence, importExport } = await filled();
      await importExport.restoreBackup(
        backupOf({ apiKeys: [], projects: [], rules: [], tags: [], syncRepos: [] }),
        allCategories,
      );
      expect((await persistence.loadProviderConfigs())[0]?.apiKeyId).to.equal(null);
      for (const { projectId, syncRepoId } of await persistence.loadConversations()) {
        expect([projectId, syncRepoId]).to.deep.equal([null, null]);
      }
      expect(await persistence.loadTagRuleLinks()).to.deep.equal([]);

      const { persistence: other, importExport: second } = await filled();
      await second.restoreBackup(backupOf({ rules: [], tags: [] }), allCategories);
      const work = (await other.loadProjects()).find(({ id }) => id === 'project-1');
      expect(work?.defaultRuleIds).to.deep.equal([]);
      expect(work?.defaultTagIds).to.deep.equal([]);
    });

    it('keeps a reference to a record that is here when its category is not restored', async () => {
      const { persistence, importExport } = await filled();
      const file = await backupFile(importExport, { importProviderConfigs: true });
      await importExport.restoreBackup(file, allCategories);
      expect((await persistence.loadProviderConfigs())[0]?.apiKeyId).to.equal('key-1');
    });

    it('gives interactions without a conversation a recovered one', async () => {
      const persistence = freshPersistence();
      const file = backupOf({
        conversations: [conversation('c')],
        interactions: [
          interaction('i', 'lost', { startedAt: '2025-05-01T00:00:00.000Z', endedAt: null }),
          interaction('j', 'lost', { endedAt: '2025-06-01T00:00:00.000Z', startedAt: null }),
        ],
      });
      const report = await new ImportExport(persistence).restoreBackup(file, allCategories);
      const recovered = (await persistence.loadConversations()).find(({ id }) => id === 'lost');
      expect(recovered?.createdAt).to.deep.equal(new Date('2025-05-01'));
      expect(recovered?.updatedAt).to.deep.equal(new Date('2025-06-01'));
      expect(await persistence.loadInteractionsForConversation('lost')).to.have.length(2);
      expect(report.repairs).to.deep.equal([
        { kind: 'conversation-recovered', path: 'conversations.lost' },
      ]);
    });

    it('breaks a cycle of projects', async () => {
      const persistence = freshPersistence();
      const project = (id: string, parentId: string): object => ({
        id,
        name: id,
        parentId,
        ...dates,
      });
      const file = backupOf({
        projects: [project('a', 'b'), project('b', 'c'), project('c', 'a'), project('d', 'd')],
      });
      const report = await new ImportExport(persistence).restoreBackup(file, allCategories);
      const roots = (await persistence.loadProjects()).filter(({ parentId }) => parentId === null);
      expect(roots.map(({ id }) => id)).to.have.members(['c', 'd']);
      expect(report.repairs.map(({ kind }) => kind)).to.deep.equal([
        'cycle-broken',
        'cycle-broken',
      ]);
    });
  });

  describe('resolves names and ids that are taken', () => {
    it('gives a number to a name that a record outside the file has', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({
        promptTemplates: [
          { id: 't', name: 'Researcher', prompt: '', ...dates },
          { id: 'u', name: 'Researcher', prompt: '', ...dates },
        ],
      });
      const report = await importExport.restoreBackup(file, allCategories);
      expect(
        (await persistence.loadPromptTemplates()).map(({ id, name }) => `${id} ${name}`),
      ).to.have.members([
        'agent-1 Researcher',
        'task-1 Collect',
        't Researcher (2)',
        'u Researcher (3)',
      ]);
      expect(report.repairs.map(({ path }) => path)).to.deep.equal([
        'promptTemplates["agent-1"].followUps',
        'promptTemplates[0].name',
        'promptTemplates[1].name',
      ]);
    });

    it('finds an agent that got another id again, with what it and others refer to', async () => {
      const persistence = freshPersistence();
      const { database } = persistence;
      const importExport = new ImportExport(persistence);
      const template = { description: '', variables: [], prompt: '', tags: [], isPublic: false };
      const agent = { ...template, ...dates, id: 'a', name: 'Agent', type: 'agent' };
      const file = backupOf({ agents: [{ ...agent, followUps: ['a'] }] });
      await persistence.savePromptTemplate({ ...template, id: 'a', name: 'Prompt' });
      await importExport.restoreBackup(file, { importAgents: true });
      await persistence.savePromptTemplate({
        ...template,
        id: 'b',
        name: 'Other prompt',
        followUps: ['a', 'a-agents'],
      });
      const before = await snapshot(database);
      const { repairs } = await importExport.restoreBackup(file, { importAgents: true });
      expect(repairs).to.deep.equal([{ kind: 'id-changed', path: 'agents[0]' }]);
      expect(await snapshot(database)).to.deep.equal(before);
      const followUps = (await persistence.loadPromptTemplates()).map((each) => each.followUps);
      expect(followUps).to.deep.equal([['a-agents'], ['a', 'a-agents'], undefined]);
    });

    it('does not overwrite an agent by a prompt of the same id', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({
        promptTemplates: [
          { id: 'agent-1', name: 'Was an agent', prompt: '', ...dates },
          { id: 't', name: 'T', prompt: '', followUps: ['agent-1'], ...dates },
        ],
      });
      await importExport.restoreBackup(file, allCategories);
      const templates = await persistence.loadPromptTemplates();
      expect(templates.find(({ id }) => id === 'agent-1')?.name).to.equal('Researcher');
      const imported = templates.find(({ name }) => name === 'Was an agent');
      expect(imported).to.not.equal(undefined);
      expect(templates.find(({ id }) => id === 't')?.followUps).to.deep.equal([imported?.id]);
    });

    it('stores one of two links between the same tag and rule', async () => {
      const { persistence, importExport } = await filled();
      const link = { tagId: 'tag-1', ruleId: 'rule-1' };
      await importExport.restoreBackup(
        backupOf({
          tagRuleLinks: [
            { id: 'a', ...link },
            { id: 'b', ...link },
          ],
        }),
        allCategories,
      );
      expect((await persistence.loadTagRuleLinks()).map(({ id }) => id)).to.deep.equal(['a']);
    });
  });

  describe('takes files of other times and applications', () => {
    it('accepts the version as text', async () => {
      const persistence = freshPersistence();
      await new ImportExport(persistence).restoreBackup(
        fileOf({ version: '1', exportedAt: at, settings: { theme: 'dark' } }),
        allCategories,
      );
      expect(await persistence.loadSetting('theme', 'none')).to.equal('dark');
    });

    it('accepts a byte order mark, indentation, and keys in any order', async () => {
      const persistence = freshPersistence();
      const text = JSON.stringify(
        {
          interactions: [interaction('i', 'c')],
          conversations: [conversation('c')],
          exportedAt: at,
          version: 1,
        },
        null,
        2,
      );
      await new ImportExport(persistence).restoreBackup(fileOf(`\uFEFF${text}`), allCategories);
      expect(await persistence.loadInteractionsForConversation('c')).to.have.length(1);
    });

    it('keeps unknown fields and unknown top-level data through a round trip', async () => {
      const persistence = freshPersistence();
      const importExport = new ImportExport(persistence);
      const workflows = [{ id: 'w', steps: [1, { deep: true }] }, 'odd', null];
      const file = backupOf({
        conversations: [conversation('c', { future: { x: [1] } })],
        interactions: [],
        settings: {},
        workflows,
        nothing: [],
        flags: { beta: true },
        schema: 'two',
      });
      await importExport.restoreBackup(file, allCategories);
      const json = await backupJson(importExport);
      expect(json.workflows).to.deep.equal(workflows);
      expect(json.nothing).to.deep.equal([]);
      expect(json.flags).to.deep.equal({ beta: true });
      expect(json.schema).to.equal('two');
      expect(json.conversations).to.deep.equal([conversation('c', { future: { x: [1] } })]);
      await importExport.restoreBackup(backupOf({ workflows: [1] }), allCategories);
      expect((await backupJson(importExport)).workflows).to.deep.equal([1]);
    });

    it('fills missing dates and says so', async () => {
      const persistence = freshPersistence();
      const file = backupOf({
        conversations: [
          { id: 'c', title: 'T', updatedAt: at },
          { id: 'd', createdAt: null },
        ],
        interactions: [],
      });
      const report = await new ImportExport(persistence).restoreBackup(file, allCategories);
      const [d, c] = await persistence.loadConversations();
      expect(c?.createdAt).to.deep.equal(new Date(at));
      expect(d?.updatedAt).to.deep.equal(new Date('2026-02-03T04:05:06.000Z'));
      expect(d?.title).to.equal('');
      expect(report.repairCounts).to.deep.equal({ 'date-filled': 3 });
    });

    it('takes ids that are numbers as text, in references too', async () => {
      const persistence = freshPersistence();
      const file = backupOf({
        conversations: [conversation('x', { id: 1 })],
        interactions: [interaction('i', 'x', { id: 2, conversationId: 1 })],
      });
      await new ImportExport(persistence).restoreBackup(file, allCategories);
      expect(await persistence.loadInteractionsForConversation('1')).to.have.length(1);
    });

    it('finds MCP servers that an older application wrote among the settings', async () => {
      const persistence = freshPersistence();
      const importExport = new ImportExport(persistence);
      const mcpServers = [{ id: 'm', name: 'M', url: 'https://example.org', enabled: true }];
      const file = backupOf({ settings: { theme: 'dark', mcpServers } });
      await importExport.restoreBackup(file, { importSettings: true });
      expect(await persistence.loadSetting('mcpServers', null)).to.equal(null);
      await importExport.restoreBackup(file, { importMcpServers: true });
      expect(await persistence.loadSetting('mcpServers', null)).to.deep.equal(mcpServers);
      const newer = { id: 'n', name: 'N', url: 'https://example.org/n', enabled: true };
      const both = backupOf({ settings: { mcpServers }, mcpServers: [newer] });
      await importExport.restoreBackup(both, { importMcpServers: true });
      const servers = await persistence.loadSetting('mcpServers', null);
      expect(servers).to.deep.equal([...mcpServers, newer]);
    });
  });

  describe('secrets that were left out of the file', () => {
    it('stay as they are here', async () => {
      const { persistence, importExport } = await filled();
      const before = await snapshot(persistence.database);
      const file = await backupFile(importExport, allCategories, { includeSecrets: false });
      expect(await file.text()).to.not.contain('canary');
      await importExport.restoreBackup(file, allCategories);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });

    it('are not sent to an address that the file brings', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({
        mcpServers: [
          {
            id: 'mcp-1',
            name: 'Files',
            url: 'https://evil.example/mcp',
            enabled: true,
            headers: { Authorization: '' },
          },
        ],
      });
      const report = await importExport.restoreBackup(file, allCategories);
      // The address here stays, and so does what is sent there.
      const [server] = await persistence.loadSetting<{ url: string; headers: object }[]>(
        'mcpServers',
        [],
      );
      expect(server?.url).not.to.contain('evil');
      expect(JSON.stringify(server?.headers)).to.contain('canary-mcp');
      expect(report.repairs).to.deep.equal([
        { kind: 'destination-kept', path: 'mcpServers[0].url' },
      ]);
    });
  });

  describe('policy merge-newest', () => {
    it('deletes nothing and lets the newer of two records stay', async () => {
      const { persistence, importExport } = await filled();
      const file = backupOf({
        conversations: [
          conversation('conversation-1', { title: 'Older', updatedAt: day(1).toISOString() }),
          conversation('conversation-2', { title: 'Newer', updatedAt: day(30).toISOString() }),
          conversation('c'),
        ],
        interactions: [],
      });
      const report = await importExport.restoreBackup(file, allCategories, {
        policy: 'merge-newest',
      });
      const titles = (await persistence.loadConversations()).map(({ title }) => title);
      expect(titles).to.have.members(['Talk 1', 'Newer', 'Talk 3', 'Title of c']);
      expect(report.counts.conversations).to.equal(2);
      expect(await persistence.database.interactions.count()).to.equal(7);
    });

    it('does not let an older message, or one as old, take the place of the one here', async () => {
      const { persistence, importExport } = await filled();
      const file = await backupFile(importExport, { importConversations: true });
      await persistence.updateRecord('interactions', 'interaction-1-0', { rating: -1 });
      await persistence.updateRecord('interactions', 'interaction-1-1', {
        response: 'Completed since',
        endedAt: day(20),
      });
      await persistence.deleteInteraction('interaction-2-0');
      const options = { policy: 'merge-newest' } as const;
      const report = await importExport.restoreBackup(file, allCategories, options);
      const [first, second] = await persistence.loadInteractionsForConversation('conversation-1');
      expect(first?.rating).to.equal(-1);
      expect(second?.response).to.equal('Completed since');
      expect(report.counts.interactions).to.equal(5);
      expect(report.outcome.interactions).to.include({
        new: 1,
        identical: 4,
        different: 2,
        kept: 2,
      });
    });

    it('adds MCP servers to those that are here', async () => {
      const { persistence, importExport } = await filled();
      await importExport.importMcpServers(
        backupOf({ mcpServers: [{ id: 'mcp-2', name: 'Web', url: 'https://example.org/2' }] }),
      );
      const servers = await persistence.loadSetting<{ id: string }[]>('mcpServers', []);
      expect(servers.map(({ id }) => id)).to.deep.equal(['mcp-1', 'mcp-2']);
    });

    it('gives a number to a name that another record has', async () => {
      const { persistence, importExport } = await filled();
      await importExport.importPromptTemplates(
        backupOf({ promptTemplates: [{ id: 'x', name: 'Summary', prompt: 'p', ...dates }] }),
      );
      const names = (await persistence.loadPromptTemplates()).map(({ name }) => name);
      expect(names).to.have.members(['Collect', 'Researcher', 'Summary', 'Summary (2)']);
    });

    it('lets records that swap their names keep what is free, and refuses none', async () => {
      const { persistence, importExport } = await filled();
      const rule = (id: string, name: string): object => ({
        id,
        name,
        content: '',
        type: 'system',
        createdAt: at,
        updatedAt: day(30).toISOString(),
      });
      const file = backupOf({ rules: [rule('new', 'Brief'), rule('rule-1', 'Brief')] });
      await importExport.importCategory('rulesAndTags', file);
      const names = (await persistence.loadRules()).map(({ id, name }) => `${id} ${name}`);
      expect(names).to.have.members(['rule-1 Brief', 'new Brief (2)', 'rule-2 Cite']);
    });

    it('does not turn an agent into a prompt of the same id', async () => {
      const { persistence, importExport } = await filled();
      await importExport.importPromptTemplates(
        backupOf({
          promptTemplates: [
            { id: 'agent-1', name: 'Researcher', updatedAt: day(30).toISOString(), createdAt: at },
          ],
        }),
      );
      const templates = await persistence.loadPromptTemplates();
      expect(templates.find(({ id }) => id === 'agent-1')?.type).to.equal('agent');
      expect(templates.map(({ name }) => name)).to.include('Researcher (2)');
      expect(templates.find(({ id }) => id === 'task-1')?.parentId).to.equal('agent-1');
    });

    it('takes back records that lie under numbers without doubling them', async () => {
      const { persistence, importExport } = await filled();
      const { database } = persistence;
      const numbered = { name: 'Numbered', description: '', createdAt: day(1), updatedAt: day(1) };
      await database.table('promptTemplates').add({ ...numbered, prompt: '' });
      await database.table('tags').add(numbered);
      const [tag] = (await persistence.loadTags()).filter(({ name }) => name === 'Numbered');
      await database.table('projects').update('project-1', { defaultTagIds: [tag?.id, 'tag-1'] });
      await importExport.importPromptTemplates(await backupFile(importExport));
      const twins = (await persistence.loadPromptTemplates()).filter((t) => t.name === 'Numbered');
      expect(twins).to.have.length(1);

      const options = { importRulesAndTags: true };
      await importExport.restoreBackup(await backupFile(importExport, options), options);
      const work = (await persistence.loadProjects()).find(({ id }) => id === 'project-1');
      expect(work?.defaultTagIds).to.deep.equal([String(tag?.id), 'tag-1']);
    });

    it('does not add a link that is here under another id', async () => {
      const { persistence, importExport } = await filled();
      await importExport.restoreBackup(
        backupOf({ tagRuleLinks: [{ id: 'other', tagId: 'tag-1', ruleId: 'rule-1' }] }),
        allCategories,
        { policy: 'merge-newest' },
      );
      expect((await persistence.loadTagRuleLinks()).map(({ id }) => id)).to.deep.equal([
        'link-1',
        'link-2',
      ]);
    });
  });

  it('refuses a policy that it does not know instead of doing something else', async () => {
    const { importExport } = await filled();
    const options = { policy: 'overwrite' } as unknown as RestoreOptions;
    await rejection(
      importExport.restoreBackup(backupOf({}), allCategories, options),
      'not-supported',
    );
    await rejection(
      importExport.previewBackup(backupOf({}), allCategories, options),
      'not-supported',
    );
  });

  it('reports how far it has come, and ends at the whole file', async () => {
    const { importExport } = await filled();
    const file = await backupFile(importExport);
    const seen: string[] = [];
    await importExport.restoreBackup(file, allCategories, {
      onProgress: ({ phase, done, total }) =>
        seen.push(`${phase} ${String(done)}/${String(total)}`),
    });
    const size = String(file.size);
    expect(seen).to.deep.equal([`checking ${size}/${size}`, `writing ${size}/${size}`]);
  });

  for (const phase of ['checking', 'writing'] as const) {
    it(`changes nothing when it is cancelled while ${phase}, and rejects with the reason`, async () => {
      const { persistence, importExport } = await filled();
      const file = await backupFile(importExport);
      await persistence.saveSetting('theme', 'light');
      const before = await snapshot(persistence.database);
      const cancel = new AbortController();
      const reason = new Error('the user changed her mind');
      const outcome = await importExport
        .restoreBackup(file, allCategories, {
          signal: cancel.signal,
          onProgress: (progress) => {
            if (progress.phase === phase) cancel.abort(reason);
          },
        })
        .catch((error: unknown) => error);
      expect(outcome).to.equal(reason);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }
});
