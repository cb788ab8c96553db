import { expect, waitUntil } from '@open-wc/testing';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { conversationEvent, type EventPayloads } from '../model/events.js';
import { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { createConversationStore, type ConversationState } from './conversation-store.js';
import { EventEmitter } from './event-emitter.js';
import type { LiveStore } from './live-store.js';

describe('the conversation store', () => {
  let persistence: Persistence;
  let elsewhere: Persistence;
  let events: EventEmitter;
  let store: LiveStore<ConversationState>;
  let selections: EventPayloads[typeof conversationEvent.selectedItemChanged][];

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    events = new EventEmitter();
    store = createConversationStore({ persistence, events });
    selections = [];
    events.on(conversationEvent.selectedItemChanged, (selection) => selections.push(selection));
  });

  afterEach(() => {
    store.stop();
    elsewhere.database.close();
  });

  const selection = (): unknown[] => {
    const { selectedItemId, selectedItemType } = store.getState();
    return [selectedItemId, selectedItemType];
  };
  const updatedAt = async (id: string): Promise<Date | undefined> =>
    (await persistence.database.conversations.get(id))?.updatedAt;

  it('reads nothing before it is asked', () => {
    const unread = freshPersistence();
    const { conversations, status } = createConversationStore({
      persistence: unread,
      events,
    }).getState();
    expect({ conversations, status }).to.deep.equal({
      conversations: [],
      status: { state: 'idle' },
    });
    expect(unread.database.isOpen()).to.equal(false);
  });

  it('follows the database from the first subscription on', async () => {
    let seen: string[] = [];
    const end = store.subscribe(({ conversations }) => {
      seen = conversations.map(({ title }) => title);
    });
    await waitUntil(() => seen.length === 3);
    await elsewhere.deleteConversation('conversation-2');
    await waitUntil(() => seen.length === 2);
    end();
  });

  it('follows the database from the first action on', async () => {
    await store.getState().addConversation({ title: 'New talk' });
    await waitUntil(() => store.getState().conversations.length === 4);
  });

  it('loads all conversations and tells them', async () => {
    let told: unknown;
    events.on(conversationEvent.conversationsLoaded, ({ conversations }) => (told = conversations));
    const loaded = await store.getState().loadConversations();
    expect(loaded.map(({ title }) => title)).to.deep.equal(['Talk 3', 'Talk 2', 'Talk 1']);
    expect(told).to.equal(loaded);
  });

  it('rejects a load that failed, and tells nothing', async () => {
    let told = false;
    events.on(conversationEvent.conversationsLoaded, () => (told = true));
    persistence.database.close();
    await rejection(store.getState().loadConversations(), 'database-closed');
    expect(told).to.equal(false);
  });

  it('rejects an update of what is gone', async () => {
    const updated = store.getState().updateConversation('nowhere', { title: 'Lost' });
    await rejection(updated, 'not-found');
  });

  it('moves updatedAt with an update, but not with the marks of a sync', async () => {
    await store.getState().updateConversation('conversation-1', { lastSyncedAt: new Date() });
    await store.getState().updateConversation('conversation-1', { syncRepoId: 'repo-1' });
    expect(await updatedAt('conversation-1')).to.deep.equal(day(11));
    await store.getState().updateConversation('conversation-1', { title: 'Renamed' });
    expect(await updatedAt('conversation-1')).to.be.above(day(20));
    await store.getState().updateConversation('conversation-1', { title: 'x', updatedAt: day(3) });
    expect(await updatedAt('conversation-1')).to.deep.equal(day(3));
  });

  it('selects an item and tells it once', () => {
    store.getState().selectItem('conversation-1', 'conversation');
    store.getState().selectItem('conversation-1', 'conversation');
    expect(selection()).to.deep.equal(['conversation-1', 'conversation']);
    expect(selections).to.deep.equal([{ itemId: 'conversation-1', itemType: 'conversation' }]);
  });

  it('selects nothing once the selected conversation is deleted', async () => {
    store.getState().selectItem('conversation-1', 'conversation');
    await store.getState().deleteConversation('conversation-1');
    expect(selection()).to.deep.equal([null, null]);
    expect(selections.at(-1)).to.deep.equal({ itemId: null, itemType: null });
  });

  it('keeps the selection when the selected conversation could not be deleted', async () => {
    store.getState().selectItem('conversation-1', 'conversation');
    await store.follow();
    persistence.deleteConversation = () => Promise.reject(new Error('refused'));
    const deleted = store.getState().deleteConversation('conversation-1');
    expect(await deleted.catch((error: unknown) => String(error))).to.equal('Error: refused');
    expect(selection()).to.deep.equal(['conversation-1', 'conversation']);
    expect(selections).to.have.length(1);
  });

  for (const [what, id, type, remove] of [
    [
      'conversation',
      'conversation-1',
      'conversation',
      () => elsewhere.deleteConversation('conversation-1'),
    ],
    ['project', 'project-2', 'project', () => elsewhere.deleteProject('project-1')],
    [
      'conversation with everything',
      'conversation-1',
      'conversation',
      () => elsewhere.clearAllData(),
    ],
  ] as const) {
    it(`selects nothing once another tab deletes the selected ${what}`, async () => {
      store.getState().selectItem(id, type);
      await store.follow();
      await remove();
      await waitUntil(() => selections.length === 2);
      expect(selection()).to.deep.equal([null, null]);
      expect(selections.at(-1)).to.deep.equal({ itemId: null, itemType: null });
    });
  }

  it('notices a deletion that happened while it was stopped', async () => {
    store.getState().selectItem('conversation-1', 'conversation');
    await store.follow();
    store.stop();
    await elsewhere.deleteConversation('conversation-1');
    expect(selection()).to.deep.equal(['conversation-1', 'conversation']);
    await store.follow();
    expect(selection()).to.deep.equal([null, null]);
  });

  it('keeps another selection when what was selected before is deleted', async () => {
    store.getState().selectItem('conversation-1', 'conversation');
    await store.follow();
    store.getState().selectItem('conversation-2', 'conversation');
    await elsewhere.deleteConversation('conversation-1');
    await waitUntil(() => store.getState().conversations.length === 2);
    expect(selection()).to.deep.equal(['conversation-2', 'conversation']);
  });

  it('keeps the selection of what is still to come', async () => {
    store.getState().selectItem('conversation-9', 'conversation');
    await store.follow();
    await store.getState().addConversation({ id: 'conversation-9', title: 'Late' });
    expect(selection()).to.deep.equal(['conversation-9', 'conversation']);
  });

  it('reports a subscriber that throws, and goes on', async () => {
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => reported.push(error);
    const failure = new Error('a subscriber fails');
    const end = store.subscribe(() => {
      throw failure;
    });
    await store.getState().addConversation({ title: 'New talk' });
    end();
    globalThis.reportError = reportError;
    expect(reported).to.include(failure);
    expect(await persistence.database.conversations.count()).to.equal(4);
  });
});
