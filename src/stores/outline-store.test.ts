import { expect, waitUntil } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { conversationEvent, projectEvent } from '../model/events.js';
import { Persistence } from '../persistence/persistence.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import { createOutlineStore, type OutlineState } from './outline-store.js';

describe('the outline store', () => {
  let persistence: Persistence;
  let events: EventEmitter;
  let store: LiveStore<OutlineState>;

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    events = new EventEmitter();
    store = createOutlineStore({ persistence, events });
  });

  afterEach(() => store.stop());

  const titleOf = (key: string): string | undefined => store.getState().tree.item(key)?.title;
  const isComplete = (): boolean => store.getState().isComplete;
  const manyConversations = (count: number): { id: string; title: string; projectId: null }[] =>
    Array.from({ length: count }, (_, number) => ({
      id: `many-${String(number)}`,
      title: `Talk ${String(number)}`,
      projectId: null,
    }));

  it('has the rows of a database that never had an outline', async () => {
    await store.follow();
    const { tree, status } = store.getState();
    expect(status).to.deep.equal({ state: 'ready' });
    const { conversations, projects } = persistence.database;
    expect(tree.size).to.equal((await conversations.count()) + (await projects.count()));
    expect(titleOf('project:project-1')).to.equal('Work');
  });

  it('has the projects and the newest first, and soon the rest', async () => {
    await persistence.saveConversations(manyConversations(3000));
    const first = createOutlineStore({ persistence, events });
    await first.follow();
    await waitUntil(() => first.getState().isComplete);
    first.stop();
    const sizes: number[] = [];
    store.subscribe(({ tree }) => sizes.push(tree.size));
    await waitUntil(isComplete);
    const total = (await persistence.database.conversations.count()) + 3;
    expect(sizes.find((size) => size > 0)).to.be.below(total);
    expect(store.getState().tree.size).to.equal(total);
  });

  it('follows what other tabs write, also when it is much at a time', async () => {
    await store.follow();
    const elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    await elsewhere.updateRecord('conversations', 'conversation-1', { title: 'Renamed' });
    await waitUntil(() => titleOf('conversation:conversation-1') === 'Renamed');
    await elsewhere.saveConversations(manyConversations(12_000));
    await waitUntil(() => titleOf('conversation:many-11999') !== undefined);
    await elsewhere.deleteConversation('many-11999');
    await waitUntil(() => titleOf('conversation:many-11999') === undefined);
    await elsewhere.clearAllData();
    await waitUntil(() => store.getState().tree.size === 0);
    elsewhere.database.close();
  });

  it('remembers the order and what is expanded, for another visit', async () => {
    await store.follow();
    store.getState().setOrder('name');
    store.getState().expand(['project:project-1', 'project:project-2']);
    store.getState().expand(['project:project-2'], false);
    store.stop();
    await waitUntil(
      async () => (await persistence.database.bookkeeping.get('outlineView')) !== undefined,
    );
    const later = createOutlineStore({ persistence, events });
    await later.follow();
    expect(later.getState().order).to.equal('name');
    expect(later.getState().tree.order).to.equal('name');
    expect([...later.getState().expanded]).to.deep.equal(['project:project-1']);
    later.stop();
  });

  it('tells of each change by its revision', async () => {
    await store.follow();
    const { revision } = store.getState();
    store.getState().setOrder('name');
    expect(store.getState().revision).to.be.above(revision);
  });

  it('adds, renames and deletes, and tells so', async () => {
    const told: unknown[] = [];
    events.on(conversationEvent.conversationAdded, ({ conversation }) =>
      told.push(['added', conversation.title]),
    );
    events.on(conversationEvent.conversationUpdated, ({ updates }) =>
      told.push(['updated', updates.title]),
    );
    events.on(conversationEvent.conversationDeleted, () => told.push(['deleted']));
    events.on(projectEvent.added, ({ project }) => told.push(['project added', project.name]));
    events.on(projectEvent.updated, ({ updates }) => told.push(['project updated', updates.name]));
    await store.follow();
    const { addConversation, addProject, rename, delete: remove } = store.getState();
    const projectId = await addProject({ name: 'Box' });
    await rename({ type: 'project', id: projectId }, 'Chest');
    const id = await addConversation({ title: 'New', projectId });
    const item = { type: 'conversation', id } as const;
    await rename(item, 'Newer');
    expect(titleOf(`conversation:${id}`)).to.equal('Newer');
    expect(store.getState().tree.item(`conversation:${id}`)?.parent?.title).to.equal('Chest');
    expect(await persistence.database.conversations.get(id)).to.include({ title: 'Newer' });
    await remove(item);
    expect(titleOf(`conversation:${id}`)).to.equal(undefined);
    expect(told).to.deep.equal([
      ['project added', 'Box'],
      ['project updated', 'Chest'],
      ['added', 'New'],
      ['updated', 'Newer'],
      ['deleted'],
    ]);
  });

  it('tells of every deleted project, also before any was read', async () => {
    const gone: string[] = [];
    events.on(projectEvent.deleted, ({ projectId }) => gone.push(projectId));
    await store.getState().delete({ type: 'project', id: 'project-1' });
    expect(gone).to.deep.equal(['project-1', 'project-2', 'project-3']);
  });

  it('deletes several with all that is in them, and tells of each', async () => {
    const gone: string[] = [];
    events.on(projectEvent.deleted, ({ projectId }) => gone.push(projectId));
    events.on(conversationEvent.conversationDeleted, ({ conversationId }) =>
      gone.push(conversationId),
    );
    const { database } = persistence;
    const inside = await database.conversations.where('projectId').notEqual('').primaryKeys();
    const outside = (await database.conversations.toCollection().primaryKeys()).find(
      (id) => !inside.includes(id),
    );
    await store.getState().deleteAll([
      { type: 'project', id: 'project-1' },
      { type: 'conversation', id: outside ?? '' },
    ]);
    expect(gone).to.deep.equal(['project-1', 'project-2', 'project-3', outside]);
    expect(await database.conversations.count()).to.equal(0);
    expect(await database.interactions.count()).to.equal(0);
  });

  it('takes back what could not be written', async () => {
    await store.follow();
    const before = titleOf('conversation:conversation-1');
    await persistence.database.conversations.delete('conversation-2');
    const late = store.getState().rename({ type: 'conversation', id: 'conversation-2' }, 'late');
    await rejection(late, 'not-found');
    await waitUntil(() => titleOf('conversation:conversation-2') === undefined);
    const gone = store.getState().rename({ type: 'conversation', id: 'nobody' }, 'x');
    await rejection(gone, 'not-found');
    expect(titleOf('conversation:nobody')).to.equal(undefined);
    expect(titleOf('conversation:conversation-1')).to.equal(before);
  });

  it('shows a change before it is written, over what another tab writes meanwhile', async () => {
    await store.follow();
    const item = { type: 'conversation', id: 'conversation-1' } as const;
    const renamed = store.getState().rename(item, 'Mine');
    expect(titleOf('conversation:conversation-1')).to.equal('Mine');
    await renamed;
    await persistence.updateRecord('conversations', 'conversation-1', { projectId: null });
    await waitUntil(
      () => store.getState().tree.item('conversation:conversation-1')?.parent === undefined,
    );
    expect(titleOf('conversation:conversation-1')).to.equal('Mine');
  });

  it('says that the database was closed, and follows anew when asked', async () => {
    await store.follow();
    persistence.database.close();
    await waitUntil(() => store.getState().status.state === 'failed');
    await persistence.database.open();
    await persistence.saveConversation({ id: 'late', title: 'Late', projectId: null });
    await store.follow();
    await waitUntil(() => titleOf('conversation:late') === 'Late');
  });
});
