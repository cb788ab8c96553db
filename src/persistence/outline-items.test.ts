import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { OutlineReference } from '../model/outline.js';
import {
  deleteItems,
  moveItems,
  setMarks,
  trashedBefore,
  type OutlineMove,
} from './outline-items.js';
import type { Persistence } from './persistence.js';

const talk = (id: string): OutlineReference => ({ type: 'conversation', id });
const box = (id: string): OutlineReference => ({ type: 'project', id });

const into = (projectId: string | null, items: readonly OutlineReference[]): OutlineMove[] =>
  items.map((item) => ({ ...item, projectId }));

describe('conversations and projects, several at once,', () => {
  let persistence: Persistence;
  let database: Persistence['database'];

  beforeEach(async () => {
    persistence = freshPersistence();
    ({ database } = persistence);
    await persistence.saveProject({ id: 'outer', name: 'Outer', parentId: null });
    await persistence.saveProject({ id: 'inner', name: 'Inner', parentId: 'outer' });
    await persistence.saveConversations([
      { id: 'a', title: 'A', projectId: 'inner', metadata: { kept: 1 } },
      { id: 'b', title: 'B', projectId: null },
    ]);
    await persistence.saveInteraction({
      id: 'i',
      conversationId: 'a',
      type: 'message.user_assistant',
      index: 0,
      parentId: null,
      prompt: null,
      response: 'Hi',
      status: 'COMPLETED',
      startedAt: null,
      endedAt: null,
      metadata: {},
    });
  });

  it('are marked and unmarked, and nothing else of them changes', async () => {
    const before = await snapshot(database);
    await setMarks(database, [talk('a'), box('outer')], { pinned: true, archived: true });
    const a = await database.conversations.get('a');
    expect(a?.metadata).to.deep.equal({ kept: 1, pinned: true, archived: true });
    expect((await database.projects.get('outer'))?.metadata).to.include({ pinned: true });
    await setMarks(database, [talk('a')], { pinned: false, archived: false });
    const after = await snapshot(database);
    expect(after['conversations']).to.deep.equal(before['conversations']);
  });

  it('all change or none', async () => {
    const before = await snapshot(database);
    const items = [talk('a'), talk('nobody')];
    await rejection(setMarks(database, items, { trashed: true }), 'not-found');
    await rejection(moveItems(database, into('outer', items)), 'not-found');
    await rejection(moveItems(database, into('nowhere', [talk('a')])), 'not-found');
    await rejection(moveItems(database, into('inner', [talk('b'), box('outer')])), 'cycle');
    expect(await snapshot(database)).to.deep.equal(before);
  });

  it('come out of the trash as they were', async () => {
    const before = await snapshot(database);
    await setMarks(database, [box('outer'), talk('b')], { trashed: true });
    const items = [box('outer'), talk('b'), talk('a'), talk('nobody')];
    const trashed = [box('outer'), talk('b')];
    expect(await trashedBefore(database, items)).to.deep.equal(trashed);
    expect(await trashedBefore(database, items, new Date(0))).to.deep.equal([]);
    const later = new Date(Date.now() + 1000);
    expect(await trashedBefore(database, items, later)).to.deep.equal(trashed);
    await setMarks(database, [talk('b'), box('outer')], { trashed: false });
    const after = await snapshot(database);
    expect(after['conversations']).to.deep.equal(before['conversations']);
    expect((await database.projects.get('inner'))?.parentId).to.equal('outer');
  });

  it('come to the top level from a project that stays in the trash', async () => {
    await setMarks(database, [talk('a')], { trashed: true });
    await setMarks(database, [box('outer')], { trashed: true });
    await setMarks(database, [talk('a')], { trashed: false });
    expect((await database.conversations.get('a'))?.projectId).to.equal(null);
    await setMarks(database, [box('inner')], { trashed: true });
    await setMarks(database, [box('inner'), box('outer')], { trashed: false });
    expect((await database.projects.get('inner'))?.parentId).to.equal('outer');
  });

  it('refuse marks where metadata would be lost', async () => {
    const metadata = new Map([['a', 1]]);
    await database.table('conversations').put({ id: 'odd', title: 'Odd', metadata });
    const { path } = await rejection(
      setMarks(database, [talk('odd')], { pinned: true }),
      'record-invalid',
    );
    expect(path).to.equal('metadata');
    expect((await database.conversations.get('odd'))?.metadata).to.deep.equal(metadata);
  });

  it('are moved, and deleted with all that is in them', async () => {
    await moveItems(database, into(null, [talk('b'), box('inner')]));
    expect((await database.projects.get('inner'))?.parentId).to.equal(null);
    const each = [...into('inner', [talk('b')]), ...into('outer', [talk('a')])];
    await moveItems(database, each);
    expect((await database.conversations.get('a'))?.projectId).to.equal('outer');
    await moveItems(database, into('inner', [talk('a')]));
    expect((await database.conversations.get('b'))?.projectId).to.equal('inner');
    await deleteItems(database, [box('inner')]);
    expect(await database.conversations.count()).to.equal(0);
    expect(await database.interactions.count()).to.equal(0);
    expect(await database.projects.toCollection().primaryKeys()).to.deep.equal(['outer']);
  });

  it('change by the thousand in one transaction, those under a number too', async () => {
    const many = Array.from({ length: 2500 }, (_, number) => ({
      id: `many-${number}`,
      title: `Talk ${number}`,
      projectId: null,
    }));
    await persistence.saveConversations(many);
    const number: unknown = await database.table('conversations').add({ title: 'Numbered' });
    const items = [...many.map(({ id }) => talk(id)), talk(String(number)), box('inner')];
    await setMarks(database, items, { trashed: true });
    expect(await trashedBefore(database, items)).to.have.lengthOf(items.length);
    await moveItems(database, into('outer', items.slice(0, -1)));
    expect(await database.conversations.where('projectId').equals('outer').count()).to.equal(2501);
    const before = await snapshot(database);
    await rejection(setMarks(database, [...items, talk('nobody')], { pinned: true }), 'not-found');
    expect(await snapshot(database)).to.deep.equal(before);
    await deleteItems(database, items.slice(0, -1));
    expect(await database.conversations.toCollection().primaryKeys()).to.deep.equal(['a', 'b']);
  });
});
