import { expect, waitUntil } from '@open-wc/testing';
import { LiteChatDatabase } from '../database/litechat-database.js';
import { interactionEvent } from '../model/events.js';
import { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { EventEmitter } from './event-emitter.js';
import { createInteractionStore, type InteractionState } from './interaction-store.js';
import type { LiveStore } from './live-store.js';

describe('the interaction store', () => {
  let persistence: Persistence;
  let elsewhere: Persistence;
  let events: EventEmitter;
  let store: LiveStore<InteractionState>;
  /** The conversation as the state named it, with those whose interactions it showed. */
  let seen: [current: string | null, shown: string][];
  let facts: [name: string, payload: unknown][];

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(persistence);
    elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    events = new EventEmitter();
    store = createInteractionStore({ persistence, events });
    seen = [];
    facts = [];
    events.onAny((name, payload) => facts.push([name, payload]));
    store.subscribe(({ currentConversationId, interactions }) => {
      const shown = new Set(interactions.map(({ conversationId }) => conversationId));
      seen.push([currentConversationId, [...shown].join()]);
    });
  });

  afterEach(() => {
    store.stop();
    elsewhere.database.close();
  });

  const ids = (): string[] => store.getState().interactions.map(({ id }) => id);
  const factsCalled = (name: string): unknown[] =>
    facts.filter(([fact]) => fact === name).map(([, payload]) => payload);
  const conversationDate = async (id: string): Promise<Date | undefined> =>
    (await persistence.database.conversations.get(id))?.updatedAt;

  it('shows the interactions of the current conversation, and tells that they are there', async () => {
    await store.getState().setCurrentConversationId('conversation-2');
    expect(ids()).to.deep.equal(['interaction-2-0', 'interaction-2-1']);
    expect(facts.map(([name]) => name)).to.deep.equal([
      interactionEvent.currentConversationIdChanged,
      interactionEvent.loaded,
    ]);
    expect(factsCalled(interactionEvent.loaded)).to.deep.equal([
      { conversationId: 'conversation-2', interactions: store.getState().interactions },
    ]);
  });

  it('never shows interactions of another conversation than the one it names', async () => {
    const { setCurrentConversationId } = store.getState();
    await setCurrentConversationId('conversation-1');
    await Promise.all([
      setCurrentConversationId('conversation-2'),
      setCurrentConversationId('conversation-3'),
      setCurrentConversationId('conversation-1'),
      setCurrentConversationId('conversation-2'),
    ]);
    await setCurrentConversationId('conversation-3');
    await setCurrentConversationId(null);
    const mixed = seen.filter(([current, shown]) => shown !== '' && shown !== current);
    expect(mixed).to.deep.equal([]);
    expect(seen.at(-1)).to.deep.equal([null, '']);
  });

  it('tells that interactions are there only when they are', async () => {
    const { setCurrentConversationId } = store.getState();
    await Promise.all([
      setCurrentConversationId('conversation-2'),
      setCurrentConversationId('conversation-3'),
      setCurrentConversationId('conversation-2'),
    ]);
    const loaded = factsCalled(interactionEvent.loaded);
    expect(loaded).to.deep.equal([
      { conversationId: 'conversation-2', interactions: store.getState().interactions },
    ]);
    expect(ids()).to.have.length(2);
  });

  it('shows none without a current conversation', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    await store.getState().setCurrentConversationId(null);
    expect(store.getState().currentConversationId).to.equal(null);
    expect(ids()).to.deep.equal([]);
    expect(store.getState().status).to.deep.equal({ state: 'ready' });
  });

  it('shows a write to another conversation neither there nor here', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    await store.getState().addInteraction({ id: 'new', conversationId: 'conversation-2' });
    expect(ids()).not.to.include('new');
    expect(await persistence.database.interactions.get('new')).to.include({
      conversationId: 'conversation-2',
      index: 2,
    });
  });

  it('keeps a write that is on its way out of the next conversation', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    const added = store.getState().addInteraction({ id: 'new' });
    expect(ids()).to.include('new');
    const switched = store.getState().setCurrentConversationId('conversation-2');
    expect(ids()).to.deep.equal([]);
    await Promise.all([added, switched]);
    expect(ids()).to.deep.equal(['interaction-2-0', 'interaction-2-1']);
    expect(seen.filter(([current, shown]) => shown !== '' && shown !== current)).to.deep.equal([]);
  });

  it('gives interactions that are added at once positions one after the other', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    const { addInteraction } = store.getState();
    await Promise.all([addInteraction({ id: 'a' }), addInteraction({ id: 'b' })]);
    expect(store.getState().interactions.map(({ index }) => index)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('adds at the end of a conversation that it has not read', async () => {
    await store.getState().addInteraction({ id: 'new', conversationId: 'conversation-1' });
    expect(await persistence.database.interactions.get('new')).to.include({ index: 3 });
  });

  it('refuses an interaction of no conversation', async () => {
    await rejection(store.getState().addInteraction({ response: 'Lost' }), 'record-invalid');
  });

  it("moves the conversation's updatedAt with each message, but not with a rating", async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    await store.getState().rateInteraction('interaction-1-0', 1);
    expect(await conversationDate('conversation-1')).to.deep.equal(day(11));
    await store.getState().addInteraction({ response: 'New' });
    const added = await conversationDate('conversation-1');
    expect(added).to.be.above(day(20));
    await store.getState().updateInteraction('interaction-2-0', { response: 'Streamed' });
    expect(await conversationDate('conversation-2')).to.be.above(day(20));
    expect(await conversationDate('conversation-1')).to.deep.equal(added);
  });

  it('refuses a late write after the conversation was deleted, and leaves no orphan', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    await elsewhere.deleteConversation('conversation-1');
    const { addInteraction, updateInteraction, rateInteraction } = store.getState();
    await rejection(updateInteraction('interaction-1-0', { response: 'Late' }), 'not-found');
    await rejection(rateInteraction('interaction-1-0', 5), 'not-found');
    await rejection(addInteraction({ conversationId: 'conversation-1' }), 'not-found');
    const { interactions } = persistence.database;
    expect(await interactions.where('conversationId').equals('conversation-1').count()).to.equal(0);
    expect(factsCalled(interactionEvent.updated)).to.deep.equal([]);
    expect(factsCalled(interactionEvent.added)).to.deep.equal([]);
  });

  it('has no current conversation once it is deleted in another tab', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    await store.follow();
    await elsewhere.deleteConversation('conversation-1');
    await waitUntil(() => store.getState().currentConversationId === null);
    expect(ids()).to.deep.equal([]);
    expect(factsCalled(interactionEvent.currentConversationIdChanged).at(-1)).to.deep.equal({
      conversationId: null,
    });
  });

  it('shows the interactions that another tab adds and deletes', async () => {
    await store.getState().setCurrentConversationId('conversation-2');
    await elsewhere.deleteInteraction('interaction-2-0');
    await waitUntil(() => ids().length === 1);
    expect(store.getState().currentConversationId).to.equal('conversation-2');
    await elsewhere.deleteInteractionsForConversation('conversation-2');
    await waitUntil(() => ids().length === 0);
    expect(store.getState().currentConversationId).to.equal('conversation-2');
  });

  it('rejects when the interactions cannot be read, and reads them when asked again', async () => {
    await store.getState().setCurrentConversationId('conversation-1');
    persistence.database.close();
    const { setCurrentConversationId } = store.getState();
    await rejection(setCurrentConversationId('conversation-2'), 'database-closed');
    expect(ids()).to.deep.equal([]);
    await persistence.database.open();
    await setCurrentConversationId('conversation-2');
    expect(ids()).to.have.length(2);
  });
});
