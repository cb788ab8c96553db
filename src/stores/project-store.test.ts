import { expect } from '@open-wc/testing';
import { projectEvent } from '../model/events.js';
import type { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';
import { createProjectStore, type ProjectState } from './project-store.js';

describe('the project store', () => {
  let persistence: Persistence;
  let events: EventEmitter;
  let store: LiveStore<ProjectState>;

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    events = new EventEmitter();
    store = createProjectStore({ persistence, events });
  });

  afterEach(() => store.stop());

  const parents = (): unknown[] =>
    store.getState().projects.map(({ id, parentId }) => [id, parentId]);

  it('takes back a move of a project into itself, which is refused', async () => {
    let told = false;
    events.on(projectEvent.updated, () => (told = true));
    await store.follow();
    const before = store.getState().projects;
    const moved = store.getState().updateProject('project-1', { parentId: 'project-3' });
    expect(parents()).to.deep.include(['project-1', 'project-3']);
    await rejection(moved, 'cycle');
    expect(store.getState().projects).to.deep.equal(before);
    expect(told).to.equal(false);
  });

  it('tells of every deleted project, also before any was read', async () => {
    const gone: string[] = [];
    events.on(projectEvent.deleted, ({ projectId }) => gone.push(projectId));
    await store.getState().deleteProject('project-1');
    expect(gone).to.deep.equal(['project-1', 'project-2', 'project-3']);
  });

  it('does with the conversations what the option says', async () => {
    await store.getState().deleteProject('project-3');
    expect(await persistence.database.conversations.get('conversation-3')).to.include({
      projectId: null,
    });
    await store.getState().deleteProject('project-2', { conversations: 'delete' });
    expect(await persistence.database.conversations.get('conversation-2')).to.equal(undefined);
    expect(await persistence.loadInteractionsForConversation('conversation-2')).to.deep.equal([]);
  });
});
