import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import type { Interaction } from '../model/entities.js';
import { loadInteractions } from './interaction-windows.js';
import type { Persistence } from './persistence.js';

const row = (id: string, index: unknown, conversationId: unknown = 'talk'): Interaction =>
  ({
    id,
    conversationId,
    index,
    type: 'message.user_assistant',
    parentId: null,
    prompt: null,
    response: id,
    status: 'COMPLETED',
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: null,
    metadata: {},
  }) as unknown as Interaction;

const ids = (interactions: readonly Interaction[]): string[] => interactions.map(({ id }) => id);

describe('a window of interactions', () => {
  let persistence: Persistence;

  const fill = async (...rows: Interaction[]): Promise<void> => {
    await persistence.database.interactions.bulkPut(rows);
  };

  beforeEach(async () => {
    persistence = freshPersistence();
    await fill(...Array.from({ length: 10 }, (_, index) => row(`i${index}`, index)));
    await fill(row('other', 4, 'another talk'));
  });

  it('holds the last of a conversation, and says that there are more', async () => {
    const { interactions, hasMore } = await persistence.loadLastInteractions('talk', 3);
    expect(ids(interactions)).to.deep.equal(['i7', 'i8', 'i9']);
    expect(hasMore).to.be.true;
    expect(interactions[0]?.startedAt).to.deep.equal(new Date('2026-01-01'));
  });

  it('holds all of a short conversation, and says that there are no more', async () => {
    const { interactions, hasMore } = await persistence.loadLastInteractions('talk', 10);
    expect(interactions).to.have.length(10);
    expect(hasMore).to.be.false;
  });

  it('holds those before and after an index, nearest first to go in', async () => {
    const before = await persistence.loadInteractionsBefore('talk', 4, 2);
    expect(ids(before.interactions)).to.deep.equal(['i2', 'i3']);
    expect(before.hasMore).to.be.true;
    const after = await persistence.loadInteractionsAfter('talk', 7, 5);
    expect(ids(after.interactions)).to.deep.equal(['i8', 'i9']);
    expect(after.hasMore).to.be.false;
  });

  it('leaves out nothing between one window and the next, both ways', async () => {
    // Several at one place, at places that are no whole numbers, and under a negative one.
    await fill(...['a', 'b', 'c'].map((id) => row(id, 5)), row('half', 6.5), row('first', -3));
    const expected = ids(await persistence.loadInteractionsForConversation('talk')).sort();
    const limits = [1, 2, 3, 7];
    for (const limit of limits) {
      const backwards: string[] = [];
      let window = await persistence.loadLastInteractions('talk', limit);
      backwards.push(...ids(window.interactions));
      while (window.hasMore) {
        const before = window.interactions[0]?.index ?? NaN;
        window = await persistence.loadInteractionsBefore('talk', before, limit);
        backwards.push(...ids(window.interactions));
      }
      expect(backwards.sort(), `back by ${limit}`).to.deep.equal(expected);

      const forwards: string[] = [];
      window = await persistence.loadInteractionsAfter('talk', -Infinity, limit);
      forwards.push(...ids(window.interactions));
      while (window.hasMore) {
        const after = window.interactions.at(-1)?.index ?? NaN;
        window = await persistence.loadInteractionsAfter('talk', after, limit);
        forwards.push(...ids(window.interactions));
      }
      expect(forwards.sort(), `on by ${limit}`).to.deep.equal(expected);
    }
  });

  it('lacks those without a place, which are found by themselves', async () => {
    const placeless = [undefined, null, NaN, '5', new Date(0), true].map((index, number) =>
      row(`placeless ${number}`, index),
    );
    await fill(...placeless);
    const { interactions } = await persistence.loadLastInteractions('talk', 100);
    expect(interactions).to.have.length(10);
    const found = await persistence.loadUnplacedInteractions('talk');
    expect(ids(found)).to.have.members(ids(placeless));
    expect(await persistence.loadUnplacedInteractions('another talk')).to.deep.equal([]);
  });

  it('holds rows that refer to the conversation by a number', async () => {
    await fill(row('text', 0, '7'), row('number', 1, 7), row('text too', 2, '7'));
    const { interactions, hasMore } = await persistence.loadLastInteractions('7', 2);
    expect(ids(interactions)).to.deep.equal(['number', 'text too']);
    expect(hasMore).to.be.true;
    expect(await persistence.loadUnplacedInteractions('7')).to.deep.equal([]);
  });

  it('is empty for a conversation that is not there', async () => {
    expect(await persistence.loadLastInteractions('nowhere', 5)).to.deep.equal({
      interactions: [],
      hasMore: false,
    });
  });

  it('finds rows by their keys, without those that are gone', async () => {
    const found = await loadInteractions(persistence.database, ['i3', 'gone', 'i1']);
    expect(ids(found)).to.deep.equal(['i1', 'i3']);
  });
});
