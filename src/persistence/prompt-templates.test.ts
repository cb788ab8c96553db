import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { DbPromptTemplate } from '../model/entities.js';

const template = { description: '', variables: [], prompt: 'Do', tags: [], isPublic: false };

describe('loadPromptTemplates', () => {
  it('lists prompts, agents and tasks by name, also odd ones', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    await persistence.database.promptTemplates.bulkPut([
      { id: 'bare' },
      { id: 'odd', name: 5, type: {}, followUps: 'text' },
    ] as unknown as DbPromptTemplate[]);
    const rows = await persistence.loadPromptTemplates();
    expect(rows.slice(0, 2).map(({ id }) => id)).to.have.members(['bare', 'odd']);
    expect(rows.slice(2).map(({ name }) => name)).to.deep.equal([
      'Collect',
      'Researcher',
      'Summary',
    ]);
  });
});

describe('savePromptTemplate', () => {
  it('refuses a name that another template has, and says where', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    const taken = persistence.savePromptTemplate({ ...template, id: 'new', name: 'Summary' });
    expect((await rejection(taken, 'name-taken')).path).to.equal('promptTemplates.new.name');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });
});

describe('deletePromptTemplate', () => {
  it('takes the tasks of an agent along', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    await persistence.deletePromptTemplate('agent-1');
    const rows = await persistence.loadPromptTemplates();
    expect(rows.map(({ id }) => id)).to.deep.equal(['template-1']);
  });

  it('takes a follow-up out of the templates that name it, and leaves the others', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    await persistence.savePromptTemplate({
      ...template,
      id: 'chain',
      name: 'Chain',
      followUps: ['template-1', 'task-1', 'template-1'],
    });
    const before = await snapshot(persistence.database);
    await persistence.deletePromptTemplate('template-1');
    const after = await snapshot(persistence.database);
    expect(after['promptTemplates']).to.deep.equal({
      'agent-1': { ...(before['promptTemplates']?.['agent-1'] as object), followUps: [] },
      'chain': { ...(before['promptTemplates']?.['chain'] as object), followUps: ['task-1'] },
      'task-1': before['promptTemplates']?.['task-1'],
    });
  });

  it('ends on circles and copes with odd rows', async () => {
    const persistence = freshPersistence();
    await persistence.database.promptTemplates.bulkPut([
      { id: 'a', name: 'a', parentId: 'b' },
      { id: 'b', name: 'b', parentId: 'a' },
      { id: 'odd', followUps: 'a' },
      { id: 'numbers', followUps: [1, 'a', null] },
    ] as unknown as DbPromptTemplate[]);
    await persistence.deletePromptTemplate('a');
    expect(await persistence.loadPromptTemplates()).to.have.deep.members([
      { id: 'odd', followUps: 'a' },
      { id: 'numbers', followUps: [1, null] },
    ]);
  });
});
