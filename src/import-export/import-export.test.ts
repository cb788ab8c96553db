import { expect } from '@open-wc/testing';
import { downloadsDuring } from '../../test/support/downloads.js';
import { backupFile, backupOf, fileOf } from '../../test/support/files.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import { allCategories } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { PersistenceService } from '../persistence/persistence.js';
import type { ConversationData } from './export-entities.js';
import { ImportExport, ImportExportService } from './import-export.js';

async function filled(): Promise<{ persistence: Persistence; importExport: ImportExport }> {
  const persistence = freshPersistence();
  await fill(persistence);
  return { persistence, importExport: new ImportExport(persistence) };
}

describe('ImportExport', () => {
  it('has a ready instance on the default database', () => {
    expect(ImportExportService.persistence).to.equal(PersistenceService);
    expect(PersistenceService.database.name).to.equal('LiteChatDB');
  });

  it('exportFullConfiguration saves the chosen categories under the name of the format', async () => {
    const { importExport } = await filled();
    const [saved] = await downloadsDuring(() =>
      importExport.exportFullConfiguration({ importTags: true, importMods: true } as object),
    );
    expect(saved?.name).to.match(/^litechat_full_config_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d\.json$/);
    expect(saved?.type).to.equal('application/json');
    const json = JSON.parse(saved?.text ?? '') as object;
    expect(json).to.have.keys('version', 'exportedAt', 'mods');
  });

  it('importFullConfiguration restores what exportFullConfiguration saved', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const [saved] = await downloadsDuring(() =>
      importExport.exportFullConfiguration(allCategories),
    );
    await persistence.clearAllData();
    await importExport.importFullConfiguration(fileOf(saved?.text), allCategories);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('does not revoke the address of a file that the browser may still be reading', async () => {
    const { importExport } = await filled();
    const [saved] = await downloadsDuring(() => importExport.exportAgents());
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect((await fetch(saved?.url ?? '')).ok).to.equal(true);
  });

  for (const [name, pattern, key, count] of [
    ['McpServers', /^litechat_mcp_servers_/, 'mcpServers', 1],
    ['PromptTemplates', /^litechat_prompt_templates_/, 'promptTemplates', 1],
    ['Agents', /^litechat_agents_/, 'agents', 2],
  ] as const) {
    it(`export${name} and import${name} carry one category to another database`, async () => {
      const { importExport } = await filled();
      const [saved] = await downloadsDuring(() => importExport[`export${name}`]());
      expect(saved?.name).to.match(pattern);
      const json = JSON.parse(saved?.text ?? '') as Record<string, unknown[]>;
      expect(json).to.have.keys('version', 'exportedAt', key);
      expect(json[key]).to.have.length(count);

      const other = freshPersistence();
      const report = await new ImportExport(other)[`import${name}`](fileOf(saved?.text));
      expect(report.counts).to.deep.equal({ [key]: count });
      expect((await other.countRecords())[key]).to.equal(count);
    });

    it(`import${name} refuses a file of another category`, async () => {
      const { persistence, importExport } = await filled();
      const before = await snapshot(persistence.database);
      await rejection(
        importExport[`import${name}`](backupOf({ settings: { theme: 'light' } })),
        'backup-not-recognised',
      );
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }

  it('exportMcpServers takes the authentication headers along, as described, unless told not to', async () => {
    const { importExport } = await filled();
    const [full] = await downloadsDuring(() => importExport.exportMcpServers());
    expect(full?.text).to.contain('canary-mcp');
    const [bare] = await downloadsDuring(() =>
      importExport.exportMcpServers({ includeSecrets: false }),
    );
    expect(bare?.text).to.not.contain('canary');
  });

  it('exportConversationData gives a conversation with its interactions in order', async () => {
    const { importExport } = await filled();
    const { conversation, interactions } =
      await importExport.exportConversationData('conversation-1');
    expect(conversation.createdAt).to.be.instanceOf(Date);
    expect(interactions.map(({ id }) => id)).to.deep.equal([
      'interaction-1-0',
      'interaction-1-1',
      'regeneration-1',
    ]);
    await rejection(importExport.exportConversationData('nowhere'), 'not-found');
  });

  it('exportProjectData gives a project with everything below it, even in a circle', async () => {
    const { persistence, importExport } = await filled();
    const data = await importExport.exportProjectData('project-1');
    expect(data.project.name).to.equal('Work');
    expect(data.projects.map(({ id }) => id)).to.have.members(['project-2', 'project-3']);
    expect(data.conversations).to.have.length(2);
    expect(data.interactions).to.have.length(4);
    await persistence.database.projects.update('project-1', { parentId: 'project-3' });
    expect((await importExport.exportProjectData('project-1')).projects).to.have.length(2);
    await rejection(importExport.exportProjectData('nowhere'), 'not-found');
  });

  it('exportConversation saves Markdown with the current answer, named in its own script', async () => {
    const { persistence, importExport } = await filled();
    await persistence.updateRecord('conversations', 'conversation-1', { title: '旅行の計画 🗾' });
    const [saved] = await downloadsDuring(() =>
      importExport.exportConversation('conversation-1', 'md'),
    );
    expect(saved?.name).to.equal('litechat_conversation_旅行の計画_conver.md');
    expect(saved?.text).to.match(/^# 旅行の計画/);
    expect(saved?.text).to.contain('A better answer');
    expect(saved?.text).to.not.contain('Answer 1');
  });

  it('exportConversation saves JSON that can be imported', async () => {
    const { importExport } = await filled();
    const [saved] = await downloadsDuring(() =>
      importExport.exportConversation('conversation-2', 'json'),
    );
    expect(saved?.name).to.equal('litechat_conversation_talk_2_conver.json');
    expect((await importExport.importFile(fileOf(saved?.text))).counts.interactions).to.equal(2);
  });

  it('exportConversations saves several as one JSON file, in their order, which can be imported', async () => {
    const { persistence, importExport } = await filled();
    await persistence.updateRecord('conversations', 'conversation-2', { title: '旅行の計画 🗾' });
    const ids = ['conversation-2', 'conversation-1', 'conversation-2'];
    const [saved] = await downloadsDuring(() => importExport.exportConversations(ids));
    expect(saved?.name).to.match(/^litechat_2_conversations_旅行の計画_\d{4}-\d\d-\d\d\.json$/);
    expect(saved?.type).to.equal('application/json');
    const json = JSON.parse(saved?.text ?? '') as ConversationData[];
    expect(json.map(({ conversation }) => conversation.id)).to.deep.equal(ids.slice(0, 2));
    expect(json[1]?.interactions.map(({ id }) => id)).to.deep.equal([
      'interaction-1-0',
      'interaction-1-1',
      'regeneration-1',
    ]);
    const report = await new ImportExport(freshPersistence()).importFile(fileOf(saved?.text));
    expect(report.kind).to.equal('conversations');
    expect(report.counts).to.deep.equal({ conversations: 2, interactions: 5 });
  });

  it('exportConversations saves several as one Markdown file, one after the other', async () => {
    const { importExport } = await filled();
    const ids = ['conversation-1', 'conversation-2'];
    const [saved] = await downloadsDuring(() => importExport.exportConversations(ids, 'md'));
    expect(saved?.name).to.match(/^litechat_2_conversations_talk_1_[\d-]+\.md$/);
    expect(saved?.type).to.equal('text/markdown');
    expect(saved?.text).to.match(/^# Talk 1\n[^]*\n\n---\n\n# Talk 2\n[^]*\*Project: Papers\*/);
    expect(saved?.text).to.contain('A better answer');
    expect(saved?.text).to.not.contain('Answer 1');
  });

  it('exportConversations takes along what is in projects, at any depth, each once', async () => {
    const { importExport } = await filled();
    const { conversations } = await importExport.exportProjectData('project-1');
    const inside = conversations.map(({ id }) => id);
    const options = { projectIds: ['project-1', 'project-2'] };
    const [saved] = await downloadsDuring(() =>
      importExport.exportConversations(inside.slice(1), 'json', options),
    );
    const json = JSON.parse(saved?.text ?? '') as ConversationData[];
    expect(json.map(({ conversation }) => conversation.id)).to.have.members(inside);
    expect(json).to.have.lengthOf(2);
    const [empty] = await downloadsDuring(() => importExport.exportConversations([]));
    expect(empty?.text).to.equal('[]\n');
  });

  it('exportConversations writes thousands through a worker, and says so', async () => {
    const persistence = freshPersistence();
    const ids = await persistence.saveConversations(
      Array.from({ length: 2500 }, (_, number) => ({ title: `Talk ${number}`, projectId: null })),
    );
    const seen: number[] = [];
    const [saved] = await downloadsDuring(() =>
      new ImportExport(persistence).exportConversations(ids, 'md', {
        onProgress: ({ done }) => seen.push(done),
      }),
    );
    expect(saved?.text.match(/^# Talk \d+$/gm)).to.have.lengthOf(2500);
    expect(seen.at(-1)).to.equal(2500);
  });

  it('exportConversations saves nothing when one of them is not there', async () => {
    const { importExport } = await filled();
    const saved = await downloadsDuring(async () => {
      const ids = ['conversation-1', 'nowhere'];
      await rejection(importExport.exportConversations(ids), 'not-found');
      await rejection(importExport.exportConversations(['nowhere'], 'md'), 'not-found');
      const options = { projectIds: ['nowhere'] };
      await rejection(importExport.exportConversations([], 'json', options), 'not-found');
    });
    expect(saved).to.deep.equal([]);
  });

  it('exports a conversation and a project that lie under numbers, whole', async () => {
    const { persistence, importExport } = await filled();
    const { database } = persistence;
    const projectId: unknown = await database.table('projects').add({ name: 'P', parentId: null });
    const row = { title: 'C', projectId };
    const conversationId: unknown = await database.table('conversations').add(row);
    await database.table('interactions').add({ conversationId, index: 0 });
    const ofConversation = await importExport.exportConversationData(String(conversationId));
    expect(ofConversation.interactions).to.have.length(1);
    const [several] = await downloadsDuring(() =>
      importExport.exportConversations([String(conversationId)], 'json', {
        projectIds: [String(projectId)],
      }),
    );
    const json = JSON.parse(several?.text ?? '') as ConversationData[];
    expect(json.map(({ interactions }) => interactions.length)).to.deep.equal([1]);
    const ofProject = await importExport.exportProjectData(String(projectId));
    expect(ofProject.conversations).to.have.length(1);
    expect(ofProject.interactions).to.have.length(1);
  });

  it('answers arguments that are none with an error of its own', async () => {
    const { importExport } = await filled();
    const untyped = importExport as unknown as Record<
      string,
      (given?: unknown) => Promise<unknown>
    >;
    for (const method of ['restoreBackup', 'importFile', 'importConversation', 'previewBackup']) {
      await rejection(untyped[method]?.(null) ?? Promise.resolve(), 'file-unreadable');
      await rejection(untyped[method]?.('file.json') ?? Promise.resolve(), 'file-unreadable');
    }
    expect((await importExport.restoreBackup(backupOf({ tags: [] }))).counts).to.deep.equal({});
  });

  it('previewBackup says what a file holds and writes nothing', async () => {
    const { persistence, importExport } = await filled();
    const before = await snapshot(persistence.database);
    const file = await backupFile(importExport, { importMods: true, importConversations: true });
    const preview = await importExport.previewBackup(file);
    expect(preview.kind).to.equal('backup');
    expect(preview.isEncrypted).to.equal(false);
    expect(preview.categories).to.deep.equal(['conversations', 'mods']);
    expect(preview.exportedAt).to.be.instanceOf(Date);
    expect(preview.mods).to.have.length(1);
    const conversations = await importExport.previewBackup(fileOf([]));
    expect(conversations.kind).to.equal('conversations');
    expect(conversations.categories).to.deep.equal([]);
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('importFile restores everything of a backup but mods, which are code, unless told to', async () => {
    const { importExport } = await filled();
    const file = await backupFile(importExport);
    const other = freshPersistence();
    const report = await new ImportExport(other).importFile(file);
    expect(report.counts).to.not.have.property('mods');
    expect(await other.loadMods()).to.deep.equal([]);
    expect(await other.loadConversations()).to.have.length(3);
    await new ImportExport(other).importFile(file, { options: { importMods: true } });
    expect(await other.loadMods()).to.have.length(1);
  });

  it('says so when the file went away', async () => {
    const { importExport } = await filled();
    const gone = fileOf({ version: 1 });
    Object.defineProperty(gone, 'slice', {
      value: () => ({
        arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
      }),
    });
    await rejection(importExport.restoreBackup(gone, allCategories), 'file-unreadable');
  });
});
