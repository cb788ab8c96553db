import { expect, waitUntil } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { LiteChatDatabase } from '../../src/database/litechat-database.js';
import { Persistence } from '../../src/persistence/persistence.js';
import { list, row, rows, search, titles } from '../support/conversation-list.js';
import { interaction, talkContext, view } from '../support/conversation-view.js';
import { snapshot } from '../support/snapshot.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

describe('after all data was cleared in another tab', () => {
  it('nothing that was open, selected, streamed or typed in this one is written back', async () => {
    const here = await talkContext([interaction(0, { status: 'STREAMING' })]);
    const { stores, database, persistence } = here;
    await persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
    const element = await list(here);
    await view(here);
    row(element, 'Talk').click();
    await stores.settings.getState().loadSettings();
    await stores.interactions.getState().setCurrentConversationId('talk');
    const stream = stores.interactions.getState().beginStream('i0');
    stream.update({ response: 'Half of it' });
    await waitUntil(async () => (await database.interactions.get('i0'))?.response === 'Half of it');
    stream.update({ response: 'The last words' });

    const there = new Persistence(new LiteChatDatabase(database.name));
    await there.clearAllData();
    // The page goes at that moment, which is when a stream writes at any price.
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await waitUntil(() => stores.interactions.getState().streamed.size === 0);
    await waitUntil(() => titles(element).length === 0 && element.selected === null);
    await search(element, 'Talk');
    const rows = await snapshot(there.database);
    expect(Object.values(rows).flatMap(Object.keys)).to.deep.equal([]);
    there.database.close();
  });
});

describe('the place of a conversation in the list', () => {
  async function twoTalks(): Promise<PersistenceContext> {
    const context = await talkContext([interaction(0)]);
    await context.persistence.saveConversations([
      { id: 'talk', title: 'Talk', projectId: null, updatedAt: day(1) },
      { id: 'newer', title: 'Newer', projectId: null, updatedAt: day(2) },
    ]);
    return context;
  }

  it('moves with a new message, an edited one and the end of a stream', async () => {
    const acts: ((context: PersistenceContext) => Promise<unknown>)[] = [
      ({ stores }) =>
        stores.interactions.getState().addInteraction({
          conversationId: 'talk',
          type: 'message.user_assistant',
          prompt: { id: 'p', content: 'One more' },
        }),
      ({ stores }) => stores.interactions.getState().updateInteraction('i0', { response: 'Other' }),
      ({ stores }) => stores.interactions.getState().beginStream('i0').end({ response: 'Other' }),
    ];
    for (const act of acts) {
      const context = await twoTalks();
      const element = await list(context);
      expect(titles(element)).to.deep.equal(['Newer', 'Talk']);
      await act(context);
      await waitUntil(() => titles(element)[0] === 'Talk');
      element.remove();
    }
  });

  it('stays with a mark of a sync, and with a rating', async () => {
    const context = await twoTalks();
    const element = await list(context);
    const { conversations, interactions } = context.stores;
    await conversations.getState().updateConversation('talk', { lastSyncedAt: new Date() });
    await conversations.getState().updateConversation('talk', { syncRepoId: 'repo' });
    await interactions.getState().rateInteraction('i0', 5);
    // What comes after them is seen after them.
    await context.persistence.saveConversation({
      id: 'last',
      title: 'Last',
      projectId: null,
      updatedAt: day(0),
    });
    await waitUntil(() => titles(element).includes('Last'));
    expect(titles(element)).to.deep.equal(['Newer', 'Talk', 'Last']);
    expect((await context.database.conversations.get('talk'))?.updatedAt).to.deep.equal(day(1));
  });
});

describe('a list that is opened, scrolled, expanded and told to select', () => {
  it('reads no message', async () => {
    const database = new LiteChatDatabase(`test-${crypto.randomUUID()}`);
    const read: string[] = [];
    database.use({
      stack: 'dbcore',
      name: 'what-is-read',
      create: (core) => ({
        ...core,
        transaction: (tables, mode, options) => {
          read.push(...tables);
          return core.transaction(tables, mode, options);
        },
      }),
    });
    const persistence = new Persistence(database);
    await persistence.saveProject({ id: 'work', name: 'Work', parentId: null });
    await persistence.saveConversations(
      Array.from({ length: 300 }, (_, number) => ({
        id: `c${String(number)}`,
        title: `Talk ${String(number)}`,
        projectId: number % 2 === 0 ? null : 'work',
        updatedAt: new Date(day(3).getTime() + number),
      })),
    );
    await persistence.saveInteraction(interaction(0, { conversationId: 'c0' }));
    read.length = 0;

    const { context, dispose } = createPersistenceContext(persistence);
    const element = await list(context);
    await waitUntil(() => context.stores.outline.getState().isComplete);
    row(element, 'Work').click();
    await waitUntil(() => rows(element).some(({ ariaLevel }) => ariaLevel === '2'));
    rows(element)
      .find(({ ariaLevel }) => ariaLevel === '2')
      ?.click();
    await element.updateComplete;
    expect(element.selected).not.to.equal(null);
    expect(read).to.include('outline');
    expect(read).not.to.include('interactions');
    dispose();
    element.remove();
    await database.delete();
  });
});
