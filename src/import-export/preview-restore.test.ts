import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { backupFile, backupJson, backupOf, fileOf } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { fill, message } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import { allCategories } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { ImportExport } from './import-export.js';
import { restorePolicies, type RestoreOutcome } from './types.js';

async function filled(): Promise<{ persistence: Persistence; importExport: ImportExport }> {
  const persistence = freshPersistence();
  await fill(persistence);
  return { persistence, importExport: new ImportExport(persistence) };
}

const at = '2026-01-01T00:00:00.000Z';
const dates = { createdAt: at, updatedAt: at };

/** Something of everything that a preview has words for. */
async function mixedFile(): Promise<File> {
  const { persistence, importExport } = await filled();
  await persistence.deleteConversation('conversation-3');
  const text = await (await backupFile(importExport)).text();
  const content = JSON.parse(text) as Record<string, object[]>;
  content['conversations']?.push(
    { id: 'conversation-1', title: 'Twice', ...dates },
    { id: 'broken', title: 42 },
    { id: 'new', title: 'New', projectId: 'nowhere', ...dates },
  );
  content['interactions']?.push({ id: 'lost', conversationId: 'gone' });
  content['rules']?.push({ id: 'rule-3', name: 'Brief', content: '', type: 'system', ...dates });
  content['tagRuleLinks']?.push({ id: 'link-9', tagId: 'nowhere', ruleId: 'rule-1' });
  content['projects']?.push({ id: 'project-1', name: 'Twice' }, { id: '', name: 'No id' });
  return fileOf(content);
}

/** What a preview and a report must agree on. */
function shared({
  kind,
  exportedAt,
  outcome,
  repairs,
  repairCounts,
  invalid,
  invalidCount,
}: RestoreOutcome): RestoreOutcome {
  return { kind, exportedAt, outcome, repairs, repairCounts, invalid, invalidCount };
}

describe('previewBackup', () => {
  for (const policy of restorePolicies) {
    it(`says what the report then says, with the policy ${policy}, and writes nothing`, async () => {
      const { persistence, importExport } = await filled();
      await persistence.updateRecord('conversations', 'conversation-1', { title: 'Changed here' });
      const before = await snapshot(persistence.database);
      const file = await mixedFile();
      const preview = await importExport.previewBackup(file, allCategories, { policy });
      expect(await snapshot(persistence.database)).to.deep.equal(before);
      const report = await importExport.restoreBackup(file, allCategories, {
        policy,
        skipInvalid: true,
      });
      expect(shared(report)).to.deep.equal(shared(preview));
      expect(preview.invalidCount).to.equal(4);
    });
  }

  it('counts what is new, identical, different, invalid and removed', async () => {
    const { persistence, importExport } = await filled();
    await persistence.updateRecord('conversations', 'conversation-1', { title: 'Changed here' });
    const { outcome, repairCounts } = await importExport.previewBackup(await mixedFile());
    expect(outcome.conversations).to.deep.equal({
      new: 1,
      identical: 1,
      different: 1,
      kept: 0,
      invalid: 2,
      removed: 1,
      secrets: 0,
    });
    expect(outcome.interactions).to.include({ new: 1, identical: 5, removed: 2 });
    expect(repairCounts).to.deep.include({
      'conversation-recovered': 1,
      'name-changed': 1,
      'record-dropped': 1,
    });
  });

  it('says where invalid records are and why, without any of their values', async () => {
    const { importExport } = await filled();
    const file = backupOf({
      apiKeys: [{ id: 'a', name: 'Key', value: { canary: 'canary-value' } }],
      mcpServers: [{ id: 'm', headers: { Authorization: ['canary-header'] } }],
    });
    const { invalid } = await importExport.previewBackup(file);
    expect(invalid.map(({ path }) => path)).to.deep.equal([
      'apiKeys[0].value',
      'mcpServers[0].headers.Authorization',
    ]);
    expect(JSON.stringify(invalid)).not.to.contain('canary');
    const { skipped } = await importExport.restoreBackup(file, allCategories, {
      skipInvalid: true,
    });
    expect(await skipped?.text()).not.to.contain('canary');
    expect(invalid[0]?.reason).to.equal('should be string and is Object');
  });

  it('names mods and counts secrets', async () => {
    const { importExport } = await filled();
    const { mods, outcome, secretsLeftOut, origin } = await importExport.previewBackup(
      await backupFile(importExport),
    );
    expect(mods).to.have.length(1);
    expect(outcome.apiKeys?.secrets).to.equal(1);
    expect(outcome.syncRepos?.secrets).to.equal(1);
    expect(outcome.mcpServers?.secrets).to.equal(1);
    expect(outcome.rules?.secrets).to.equal(0);
    expect(secretsLeftOut).to.equal(false);
    expect(origin).to.equal('litechat-elements');
  });

  it('warns of a provider that would send a key kept here to another address', async () => {
    const { persistence, importExport } = await filled();
    const [key] = await persistence.loadApiKeys();
    const provider = { id: 'p', name: 'Trap', type: 'openai', apiKeyId: key?.id, ...dates };
    const address = 'https://user:canary@evil.example/v1';
    const preview = await importExport.previewBackup(
      backupOf({ providerConfigs: [{ ...provider, baseURL: address }] }),
    );
    expect(preview.keysSentElsewhere).to.deep.equal([
      { provider: 'Trap', address: 'https://evil.example/v1' },
    ]);
    const own = await importExport.previewBackup(await backupFile(importExport));
    expect(own.keysSentElsewhere).to.deep.equal([]);
  });

  it('says what a file of conversations would add', async () => {
    const { importExport } = await filled();
    const data = await importExport.exportConversationData('conversation-1');
    const preview = await importExport.previewBackup(fileOf(data));
    expect(preview.kind).to.equal('conversation');
    expect(preview.outcome.conversations?.new).to.equal(1);
    expect(preview.outcome.interactions?.new).to.be.greaterThan(1);
    const report = await importExport.importFile(fileOf(data));
    expect(shared(report)).to.deep.equal(shared(preview));
  });

  it('is cancelled by its signal', async () => {
    const { importExport } = await filled();
    const reason = new Error('Enough');
    const preview = importExport.previewBackup(await mixedFile(), allCategories, {
      signal: AbortSignal.abort(reason),
    });
    expect(await preview.catch((error: unknown) => error)).to.equal(reason);
  });
});

describe('skipInvalid', () => {
  it('restores the rest, and gives back what it left out', async () => {
    const { persistence, importExport } = await filled();
    const report = await importExport.restoreBackup(await mixedFile(), allCategories, {
      skipInvalid: true,
    });
    const titles = (await persistence.loadConversations()).map(({ title }) => title);
    expect(titles).to.have.members(['Talk 1', 'Talk 2', 'New', 'Recovered conversation']);
    const skipped = JSON.parse((await report.skipped?.text()) ?? '') as {
      path: string;
      reason: string;
      value: unknown;
    }[];
    expect(skipped.map(({ path }) => path)).to.have.members([
      'conversations[2].id',
      'conversations[3].title',
      'projects[3].id',
      'projects[4].id',
    ]);
    expect(skipped.find(({ path }) => path === 'conversations[3].title')).to.deep.equal({
      path: 'conversations[3].title',
      reason: 'should be string and is number',
      value: { id: 'broken', title: 42 },
    });
  });

  it('leaves no message that stays without its conversation, nor naming one that goes', async () => {
    const { persistence, importExport } = await filled();
    await persistence.saveConversation({ id: 'kept', title: 'Kept', projectId: null });
    const stays = message('stays', 'kept', 'goes');
    await persistence.saveInteractions([message('goes', 'kept'), stays]);
    const file = backupOf({
      conversations: [],
      interactions: [{ ...stays, index: 'not a number' }],
    });
    const preview = await importExport.previewBackup(file, allCategories);
    const report = await importExport.restoreBackup(file, allCategories, { skipInvalid: true });
    expect(shared(report)).to.deep.equal(shared(preview));
    expect((await persistence.loadConversations()).map(({ id }) => id)).to.deep.equal(['kept']);
    const stayed = await persistence.loadInteractionsForConversation('kept');
    expect(stayed.map(({ id, parentId }) => [id, parentId])).to.deep.equal([['stays', null]]);
    expect(report.repairs).to.deep.include({
      kind: 'reference-cleared',
      path: 'interactions.stays.parentId',
    });
  });

  it('is not done unless it is asked for', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const error = await rejection(
      importExport.restoreBackup(await mixedFile(), allCategories),
      'duplicate-id',
    );
    expect(error.path).to.equal('projects[3].id');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('does not make a damaged file pass', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const text = await (await mixedFile()).text();
    const cut = new File([text.slice(0, text.length / 2)], 'cut.json');
    await rejection(
      importExport.restoreBackup(cut, allCategories, { skipInvalid: true }),
      'backup-truncated',
    );
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});

describe('the policies', () => {
  it('merge-newest compares dates that another application stored as text', async () => {
    const { persistence, importExport } = await filled();
    const raw = { id: 'texts', title: 'Newer here', updatedAt: '2026-06-01T00:00:00.000Z' };
    await persistence.database.table('conversations').put(raw);
    const file = backupOf({ conversations: [{ id: 'texts', title: 'Older', ...dates }] });
    await importExport.restoreBackup(file, allCategories, { policy: 'merge-newest' });
    expect((await persistence.database.conversations.get('texts'))?.title).to.equal('Newer here');
  });

  it('merge-newest makes no circle of projects that are newer on one side each', async () => {
    const { persistence, importExport } = await filled();
    const at = '2027-01-01T00:00:00.000Z';
    const file = backupOf({
      projects: [{ id: 'project-1', name: 'Work', parentId: 'project-3', updatedAt: at }],
    });
    const report = await importExport.restoreBackup(file, allCategories, {
      policy: 'merge-newest',
    });
    expect(report.repairCounts).to.deep.include({ 'cycle-broken': 1 });
    expect((await persistence.database.projects.get('project-1'))?.parentId).to.equal(null);
  });

  it('merge-newest takes away nothing that this version does not know', async () => {
    const { importExport } = await filled();
    await importExport.restoreBackup(backupOf({ workflows: [{ id: 'mine' }] }), allCategories);
    await importExport.importCategory('settings', backupOf({ settings: {}, workflows: [] }));
    const { workflows } = await backupJson(importExport, allCategories);
    expect(workflows).to.deep.equal([{ id: 'mine' }]);
  });

  it('replace drops a link here that means nothing after it', async () => {
    const { persistence, importExport } = await filled();
    const file = backupOf({
      rules: [{ id: 'rule-1', name: 'Brief', content: '', type: 'system' }],
      tags: [],
      tagRuleLinks: [{ id: 'link-1', tagId: 'tag-1', ruleId: 'rule-1' }],
    });
    const { outcome } = await importExport.restoreBackup(file, allCategories);
    expect(await persistence.loadTagRuleLinks()).to.deep.equal([]);
    expect(outcome.tagRuleLinks?.removed).to.equal(2);
  });

  it('replace keeps a conversation that messages of the file belong to', async () => {
    const { persistence, importExport } = await filled();
    const file = backupOf({
      conversations: [],
      interactions: [{ id: 'i', conversationId: 'conversation-1' }],
    });
    await importExport.restoreBackup(file, allCategories);
    expect((await persistence.loadConversations()).map(({ title }) => title)).to.deep.equal([
      'Talk 1',
    ]);
  });

  it('keep-mine adds what is missing and changes nothing that is here', async () => {
    const { persistence, importExport } = await filled();
    const file = await backupFile(importExport);
    for (const table of persistence.database.tables) {
      await table.toCollection().modify({ mine: true });
    }
    await persistence.deleteConversation('conversation-2');
    const before = await snapshot(persistence.database);
    await importExport.restoreBackup(file, allCategories, { policy: 'keep-mine' });
    const after = await snapshot(persistence.database);
    for (const [table, rows] of Object.entries(before)) expect(after[table]).to.deep.include(rows);
    expect(Object.keys(after['conversations'] ?? {})).to.include('conversation-2');
    expect(await persistence.loadInteractionsForConversation('conversation-2')).to.have.length(2);
  });

  it('copies adds every record as new, with its references among themselves', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const file = await backupFile(importExport);
    const report = await importExport.restoreBackup(file, allCategories, { policy: 'copies' });
    const after = await snapshot(persistence.database);
    for (const [table, rows] of Object.entries(before)) {
      if (table !== 'appState') expect(after[table]).to.deep.include(rows);
      const copied = ['appState', 'unknownData'].includes(table) ? 1 : 2;
      expect(Object.keys(after[table] ?? {}), table).to.have.length(
        copied * Object.keys(rows).length,
      );
    }
    expect(report.repairCounts).to.have.all.keys('name-changed');
    const copies = (await persistence.loadConversations()).filter(
      ({ id }) => !id.startsWith('conversation-'),
    );
    const withRepo = copies.find(({ title }) => title === 'Talk 2');
    expect(withRepo?.projectId).not.to.equal('project-2');
    const parent = (await persistence.loadProjects()).find(({ id }) => id === withRepo?.projectId);
    expect(parent?.name).to.equal('Papers');
    const messages = await persistence.loadInteractionsForConversation(withRepo?.id ?? '');
    expect(messages).to.have.length(2);
    const servers = await persistence.loadSetting<{ id: string }[]>('mcpServers', []);
    expect(new Set(servers.map(({ id }) => id)).size).to.equal(2);
  });
});
