import { expect } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { MessageSearch } from '../../src/persistence/search/message-search.js';
import type { SearchFilters } from '../../src/persistence/search/search-types.js';
import { updateSearchIndex } from '../../src/persistence/search/update-index.js';
import { list, titles } from '../support/conversation-list.js';
import { interaction, texts, view } from '../support/conversation-view.js';
import { freshPersistence } from '../support/fresh-database.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
const iso = (number: number): string => day(number).toISOString();

/** Text sorts above every date in an index: what is named `…text` is in the middle by its time. */
async function contextOfOtherWriters(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await context.database.table('conversations').bulkPut([
    { id: 'old', title: 'Old', projectId: null, createdAt: day(1), updatedAt: day(1) },
    { id: 'text', title: 'As text', projectId: null, createdAt: iso(2), updatedAt: iso(2) },
    { id: 'talk', title: 'New', projectId: null, createdAt: day(3), updatedAt: day(3) },
  ]);
  const row = (id: string, startedAt: unknown): object => ({
    ...interaction(0, { id, response: `Falcon ${id}` }),
    prompt: null,
    startedAt,
    endedAt: null,
  });
  await context.database
    .table('interactions')
    .bulkPut([row('late', day(3)), row('middle', iso(2)), row('early', day(1))]);
  return context;
}

describe('dates that some applications store as text', () => {
  let context: PersistenceContext;

  beforeEach(async () => {
    context = await contextOfOtherWriters();
  });

  for (const order of ['updated', 'created'] as const) {
    it(`stand in the list where their time is, by the time they were ${order}`, async () => {
      context.stores.outline.getState().setOrder(order);
      const element = await list(context);
      expect(titles(element)).to.deep.equal(['New', 'As text', 'Old']);
      const times = [...(element.shadowRoot?.querySelectorAll('time') ?? [])];
      expect(times.map(({ dateTime }) => dateTime)).to.deep.equal([iso(3), iso(2), iso(1)]);
    });
  }

  it('stand in a conversation where their time is', async () => {
    const element = await view(context);
    expect(texts(element)).to.deep.equal(['Falcon early', 'Falcon middle', 'Falcon late']);
    const rows = await context.persistence.loadInteractionsForConversation('talk');
    expect(rows.map(({ startedAt }) => startedAt)).to.deep.equal([day(1), day(2), day(3)]);
  });

  it('are found by a search between two dates, and stand by their time, before there is an index and after', async () => {
    const found = async (filters?: SearchFilters): Promise<string[]> => {
      const search = await MessageSearch.start(context.database, 'falcon', filters);
      return (await search.next(10)).map(({ interactionId }) => interactionId);
    };
    for (const isIndexed of [false, true]) {
      if (isIndexed) await updateSearchIndex(context.database);
      expect(await found()).to.deep.equal(['late', 'middle', 'early']);
      expect(await found({ from: day(2), to: day(3) })).to.deep.equal(['middle']);
    }
  });

  it('become dates with the first save', async () => {
    await context.persistence.updateRecord('conversations', 'text', { title: 'Renamed' });
    const row = await context.database.conversations.get('text');
    expect(row?.createdAt).to.deep.equal(day(2));
    expect(row?.updatedAt).to.be.a('date');
  });
});
