import { expect } from '@open-wc/testing';
import { downloadsDuring } from '../../test/support/downloads.js';
import { fileOf } from '../../test/support/files.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Persistence } from '../persistence/persistence.js';
import { entityFile } from './export-entities.js';
import { ImportExport } from './import-export.js';

async function filled(): Promise<{ persistence: Persistence; importExport: ImportExport }> {
  const persistence = freshPersistence();
  await fill(persistence);
  return { persistence, importExport: new ImportExport(persistence) };
}

const at = '2025-01-01T00:00:00.000Z';
const project = (id: string, parentId: string | null = null): object => ({
  id,
  name: `Project ${id}`,
  parentId,
  createdAt: at,
  updatedAt: at,
});
const talk = (id: string, projectId: string | null = null): object => ({
  conversation: { id, title: `Talk ${id}`, projectId, createdAt: at, updatedAt: at },
  interactions: [{ id: `i-${id}`, conversationId: id, index: 0, prompt: { id: 'p', content: id } }],
});

describe('importing conversations', () => {
  it('adds one under new ids, with its dates, project, metadata and every reference inside', async () => {
    const { persistence, importExport } = await filled();
    await persistence.updateRecord('conversations', 'conversation-1', { projectId: 'project-2' });
    await persistence.saveInteraction({
      id: 'late',
      conversationId: 'conversation-1',
      type: 'message.user_edit',
      index: 3,
      parentId: 'regeneration-1',
      prompt: {
        id: 'p',
        content: 'interaction-1-0',
        metadata: { raceMainInteractionId: 'interaction-1-1' },
      },
      response: 'interaction-1-0',
      status: 'COMPLETED',
      startedAt: day(6),
      endedAt: day(6),
      metadata: { editedFromId: 'interaction-1-0', steps: [{ of: 'regeneration-1' }] },
    });
    const original = await importExport.exportConversationData('conversation-1');
    const file = new File([entityFile(original)], 'c.json');
    const before = await snapshot(persistence.database);

    const report = await importExport.importConversation(file);

    const [id = ''] = report.conversationIds;
    expect(report.counts).to.deep.equal({ conversations: 1, interactions: 4 });
    const copy = await importExport.exportConversationData(id);
    expect(copy.conversation).to.deep.equal({ ...original.conversation, id });
    const newId = new Map(
      original.interactions.map((old, i) => [old.id, copy.interactions[i]?.id ?? '']),
    );
    expect(new Set([...newId.keys(), ...newId.values()]).size).to.equal(8);
    const [first, , regeneration, late] = copy.interactions;
    expect(first?.conversationId).to.equal(id);
    expect(first?.startedAt).to.deep.equal(day(1));
    expect(regeneration?.parentId).to.equal(newId.get('interaction-1-0'));
    expect(regeneration?.metadata.regeneratedFromId).to.equal(newId.get('interaction-1-0'));
    expect(late?.parentId).to.equal(newId.get('regeneration-1'));
    expect(late?.metadata).to.deep.equal({
      editedFromId: newId.get('interaction-1-0'),
      steps: [{ of: newId.get('regeneration-1') }],
    });
    expect(late?.prompt?.metadata).to.deep.equal({
      raceMainInteractionId: newId.get('interaction-1-1'),
    });
    // What people wrote stays what they wrote.
    expect(late?.prompt?.content).to.equal('interaction-1-0');
    expect(late?.response).to.equal('interaction-1-0');

    const after = await snapshot(persistence.database);
    expect(after.conversations).to.include.keys(Object.keys(before.conversations ?? {}));
    expect(after.conversations?.['conversation-1']).to.deep.equal(
      before.conversations?.['conversation-1'],
    );
  });

  it('takes no word for an id because a short id is the same', async () => {
    const persistence = freshPersistence();
    const content = {
      conversation: { id: '1', title: 'T', metadata: { level: '1', enabledTools: ['a1'] } },
      interactions: [
        { id: 'a1', conversationId: '1', metadata: { modelId: 'a1', reasoning: '1' } },
        { id: '1', conversationId: '1', metadata: { editedFromId: 'a1', toolCalls: ['1'] } },
      ],
    };
    const report = await new ImportExport(persistence).importFile(fileOf(content));
    const [conversation] = await persistence.loadConversations();
    expect(conversation?.id).to.equal(report.conversationIds[0]);
    expect(conversation?.metadata).to.deep.equal({ level: '1', enabledTools: ['a1'] });
    const rows = await persistence.loadInteractionsForConversation(conversation?.id ?? '');
    const first = rows.find(({ metadata }) => metadata.modelId);
    const second = rows.find(({ metadata }) => metadata.toolCalls);
    expect(first?.metadata).to.deep.equal({ modelId: 'a1', reasoning: '1' });
    expect(second?.metadata).to.deep.equal({ editedFromId: first?.id, toolCalls: ['1'] });
  });

  it('puts a conversation at the root when its project is not here', async () => {
    const persistence = freshPersistence();
    const importExport = new ImportExport(persistence);
    const report = await importExport.importFile(fileOf(talk('c', 'elsewhere')));
    expect((await persistence.loadConversations())[0]?.projectId).to.equal(null);
    expect(report.repairs.map(({ path }) => path)).to.deep.equal(['conversation.projectId']);
  });

  it('takes back "all conversations" as it was saved', async () => {
    const { persistence, importExport } = await filled();
    const [saved] = await downloadsDuring(() => importExport.exportAllConversations());
    expect(saved?.name).to.match(/^litechat_all_conversations_export_\d{4}-\d\d-\d\d\.json$/);
    expect(saved?.text.split('\n')).to.have.length(6);
    const other = freshPersistence();
    const report = await new ImportExport(other).importFile(fileOf(saved?.text));
    expect(report.kind).to.equal('conversations');
    expect(report.counts).to.deep.equal({ conversations: 3, interactions: 7 });
    const titles = (await other.loadConversations()).map(({ title }) => title);
    expect(titles).to.deep.equal((await persistence.loadConversations()).map(({ title }) => title));
  });

  it('takes an export of no conversations as nothing to do', async () => {
    const persistence = freshPersistence();
    const importExport = new ImportExport(persistence);
    const [saved] = await downloadsDuring(() => importExport.exportAllConversations());
    expect((await importExport.importFile(fileOf(saved?.text))).counts.conversations).to.equal(0);
  });

  it('takes back a project as it was saved, with all below it', async () => {
    const { persistence, importExport } = await filled();
    const [saved] = await downloadsDuring(() => importExport.exportProject('project-2'));
    expect(saved?.name).to.equal('litechat_project_papers_projec.json');
    const report = await importExport.importFile(fileOf(saved?.text));
    expect(report.kind).to.equal('project');
    expect(report.counts).to.deep.equal({ projects: 2, conversations: 2, interactions: 4 });

    const projects = await persistence.loadProjects();
    const papers = projects.filter(({ name }) => name === 'Papers');
    const drafts = projects.filter(({ name }) => name === 'Draft');
    expect(papers.map(({ parentId }) => parentId)).to.deep.equal(['project-1', 'project-1']);
    expect(drafts.map(({ parentId }) => parentId)).to.have.members(papers.map(({ id }) => id));
    const members = (await persistence.loadConversations()).filter(
      ({ title }) => title === 'Talk 3',
    );
    expect(members.map(({ projectId }) => projectId)).to.have.members(drafts.map(({ id }) => id));
  });

  it('takes a project as the existing application writes it, a tree', async () => {
    const persistence = freshPersistence();
    const tree = {
      project: project('a', 'not-here'),
      children: [
        talk('c1', 'a'),
        { project: project('b', 'a'), children: [talk('c2', 'b'), talk('c3', 'b')] },
        { children: [], project: project('d', 'a') },
      ],
    };
    const report = await new ImportExport(persistence).importFile(fileOf(tree));
    expect(report.counts).to.deep.equal({ projects: 3, conversations: 3, interactions: 3 });
    const projects = await persistence.loadProjects();
    const idOf = (name: string): string | undefined => projects.find((p) => p.name === name)?.id;
    const places = projects.map(({ name, parentId }) => [name, parentId]);
    expect(places).to.deep.equal([
      ['Project a', null],
      ['Project b', idOf('Project a')],
      ['Project d', idOf('Project a')],
    ]);
    const inB = (await persistence.loadConversations()).filter(
      ({ projectId }) => projectId === idOf('Project b'),
    );
    expect(inB.map(({ title }) => title)).to.have.members(['Talk c2', 'Talk c3']);
  });

  it('takes a flat project with its keys in any order and its projects in a circle', async () => {
    const persistence = freshPersistence();
    const flat = {
      interactions: [{ id: 'i', conversationId: 'c' }],
      conversations: [{ id: 'c', title: 'C', projectId: 'y' }],
      projects: [project('x', 'y'), project('y', 'x'), project('z', 'a')],
      project: project('a'),
    };
    await new ImportExport(persistence).importFile(fileOf(flat));
    const projects = await persistence.loadProjects();
    expect(projects).to.have.length(4);
    const y = projects.find(({ name }) => name === 'Project y');
    expect((await persistence.loadConversations())[0]?.projectId).to.equal(y?.id);
    const roots = projects.filter(({ parentId }) => parentId === null);
    expect(roots).to.have.length(2);
  });

  it('adds the same file twice as two', async () => {
    const persistence = freshPersistence();
    const importExport = new ImportExport(persistence);
    await importExport.importFile(fileOf(talk('c')));
    await importExport.importFile(fileOf(talk('c')));
    expect(await persistence.loadConversations()).to.have.length(2);
    expect(await persistence.database.interactions.count()).to.equal(2);
  });

  it('refuses a backup where a conversation is asked for, and the other way round', async () => {
    const importExport = new ImportExport(freshPersistence());
    await rejection(
      importExport.importConversation(fileOf({ version: 1, settings: {} })),
      'backup-not-recognised',
    );
    await rejection(importExport.restoreBackup(fileOf(talk('c')), {}), 'backup-not-recognised');
  });

  const bad: [string, unknown, string, string][] = [
    ['no conversation', { conversation: null, interactions: [] }, 'record-invalid', 'conversation'],
    [
      'a broken interaction',
      { conversation: { id: 'c' }, interactions: [{ id: 'i', conversationId: 'c' }, { id: 'j' }] },
      'record-invalid',
      'interactions[1].conversationId',
    ],
    [
      'an id twice',
      [
        talk('a'),
        {
          conversation: { id: 'b' },
          interactions: [
            { id: 'i', conversationId: 'b' },
            { id: 'i', conversationId: 'b' },
          ],
        },
      ],
      'duplicate-id',
      '[1].interactions[1].id',
    ],
    [
      'interactions that are no list',
      { conversation: { id: 'c' }, interactions: { id: 'i' } },
      'record-invalid',
      'interactions',
    ],
    ['an element that is none', [talk('a'), 7], 'record-invalid', '[1]'],
    [
      'an interaction of no conversation in the file',
      {
        project: project('a'),
        conversations: [{ id: 'c' }, { id: 'd' }],
        interactions: [{ id: 'i', conversationId: 'e' }],
      },
      'record-invalid',
      'interactions[0].conversationId',
    ],
    ['a project that is none', { project: 7, children: [] }, 'record-invalid', 'project'],
  ];
  for (const [what, content, code, path] of bad) {
    it(`refuses a file with ${what}, and nothing changes`, async () => {
      const { persistence, importExport } = await filled();
      const before = await snapshot(persistence.database);
      await rejection(importExport.previewBackup(fileOf(content)), code as 'record-invalid');
      const error = await rejection(
        importExport.importFile(fileOf(content)),
        code as Parameters<typeof rejection>[1],
      );
      expect(error.path).to.equal(path);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }
});
