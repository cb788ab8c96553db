import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { Project } from '../model/entities.js';
import { withDescendants } from '../model/with-descendants.js';
import type { Persistence } from './persistence.js';

const draft = (
  id: string,
  parentId: string | null = null,
): Pick<Project, 'id' | 'name' | 'parentId'> => ({
  id,
  name: id,
  parentId,
});

/** Projects as another application may have left them, which `saveProject` would refuse. */
async function putRaw({ database }: Persistence, rows: readonly object[]): Promise<void> {
  await database.projects.bulkPut(rows as Project[]);
}

async function filled(): Promise<Persistence> {
  const persistence = freshPersistence();
  await fill(persistence);
  return persistence;
}

describe('loadProjects', () => {
  it('lists all by name as people sort, also those without one or with a wrong one', async () => {
    const persistence = freshPersistence();
    await persistence.saveProject({ ...draft('a'), name: 'Part 10' });
    await persistence.saveProject({ ...draft('b'), name: 'Part 9' });
    await persistence.saveProject({ ...draft('d'), name: 'Álgebra' });
    await putRaw(persistence, [{ id: 'bare' }, { id: 'odd', name: 7, parentId: {} }]);
    const names = (await persistence.loadProjects()).map(({ id }) => id);
    expect(names.slice(0, 2)).to.have.members(['bare', 'odd']);
    expect(names.slice(2)).to.deep.equal(['d', 'b', 'a']);
  });
});

describe('saveProject', () => {
  it('refuses a project inside itself, or inside one below it', async () => {
    const persistence = freshPersistence();
    await persistence.saveProject(draft('a'));
    await persistence.saveProject(draft('b', 'a'));
    await persistence.saveProject(draft('c', 'b'));
    const before = await snapshot(persistence.database);
    for (const parentId of ['a', 'b', 'c']) {
      const error = await rejection(persistence.saveProject(draft('a', parentId)), 'cycle');
      expect(error.path).to.equal('projects.a.parentId');
      const updating = persistence.updateRecord('projects', 'a', { parentId });
      await rejection(updating, 'cycle');
    }
    expect(await snapshot(persistence.database)).to.deep.equal(before);
    await persistence.saveProject(draft('c', 'a'));
    await persistence.saveProject(draft('b', 'c'));
    await persistence.saveProject(draft('orphan', 'nobody'));
  });

  it('renames and frees projects that lie in a circle already', async () => {
    const persistence = freshPersistence();
    await putRaw(persistence, [draft('a', 'b'), draft('b', 'a'), draft('self', 'self')]);
    await persistence.updateRecord('projects', 'a', { name: 'Renamed' });
    await persistence.saveProject({ ...draft('self', 'self'), name: 'Renamed too' });
    await persistence.saveProject(draft('inside', 'a'));
    await persistence.saveProject(draft('a'));
    const parents = (await persistence.loadProjects()).map(({ id, parentId }) => [id, parentId]);
    expect(Object.fromEntries(parents)).to.deep.include({ a: null, b: 'a', inside: 'a' });
  });

  it('lets two projects have one name', async () => {
    const persistence = freshPersistence();
    await persistence.saveProject({ ...draft('a'), name: 'Same' });
    await persistence.saveProject({ ...draft('b'), name: 'Same' });
    expect(await persistence.loadProjects()).to.have.length(2);
  });
});

describe('deleteProject', () => {
  it('takes all below it along and moves their conversations to the root', async () => {
    const persistence = await filled();
    const before = await snapshot(persistence.database);
    await persistence.deleteProject('project-2');
    const after = await snapshot(persistence.database);
    expect(Object.keys(after['projects'] ?? {})).to.deep.equal(['project-1']);
    expect(Object.values(after['conversations'] ?? {})).to.deep.equal(
      Object.values(before['conversations'] ?? {}).map((row) => ({
        ...(row as object),
        projectId: null,
      })),
    );
    expect(after['interactions']).to.deep.equal(before['interactions']);
  });

  it('deletes their conversations with all interactions when told to', async () => {
    const persistence = await filled();
    await persistence.deleteProject('project-1', { conversations: 'delete' });
    const after = await snapshot(persistence.database);
    expect(after['projects']).to.deep.equal({});
    expect(Object.keys(after['conversations'] ?? {})).to.deep.equal(['conversation-1']);
    expect(Object.keys(after['interactions'] ?? {})).to.deep.equal([
      'interaction-1-0',
      'interaction-1-1',
      'regeneration-1',
    ]);
  });

  it('ends on circles, and deletes what hangs in them', async () => {
    const persistence = freshPersistence();
    await putRaw(persistence, [
      draft('a', 'c'),
      draft('b', 'a'),
      draft('c', 'b'),
      draft('self', 'self'),
      draft('below', 'self'),
      draft('other'),
    ]);
    for (const projectId of ['a', 'b', 'c', 'self', 'below', 'other']) {
      await persistence.saveConversation({ id: `in-${projectId}`, title: '', projectId });
    }
    await persistence.deleteProject('b');
    await persistence.deleteProject('self', { conversations: 'delete' });
    expect((await persistence.loadProjects()).map(({ id }) => id)).to.deep.equal(['other']);
    const conversations = await persistence.loadConversations();
    expect(
      Object.fromEntries(conversations.map(({ id, projectId }) => [id, projectId])),
    ).to.deep.equal({ 'in-a': null, 'in-b': null, 'in-c': null, 'in-other': 'other' });
  });

  it('frees conversations from a project that is not there', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ id: 'a', title: '', projectId: 'gone' });
    await persistence.deleteProject('gone');
    expect((await persistence.loadConversations())[0]?.projectId).to.equal(null);
  });

  it('finds what refers to a project by its number', async () => {
    const persistence = freshPersistence();
    await putRaw(persistence, [{ name: 'Number' }, { id: 'below', parentId: 1 }]);
    await persistence.database.conversations.put({ id: 'a', projectId: 1 } as never);
    await persistence.deleteProject('1');
    expect(await persistence.loadProjects()).to.deep.equal([]);
    expect((await persistence.loadConversations())[0]?.projectId).to.equal(null);
  });
});

describe('withDescendants', () => {
  it('names the id and all below it once, in whichever order the rows come', () => {
    const rows = [draft('d', 'c'), draft('c', 'a'), draft('b', 'a'), draft('a'), draft('z', 'y')];
    expect(withDescendants(rows, 'a')).to.have.members(['a', 'b', 'c', 'd']);
    expect(withDescendants(rows, 'nobody')).to.deep.equal(['nobody']);
  });

  it('copes with 20,000 projects in one line', () => {
    const rows = Array.from({ length: 20_000 }, (_, number) =>
      draft(`${number}`, number === 0 ? null : `${number - 1}`),
    );
    expect(withDescendants(rows, '0')).to.have.length(20_000);
  });
});
