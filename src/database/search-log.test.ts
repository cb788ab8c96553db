import { expect } from '@open-wc/testing';
import { FailingWrites } from '../../test/support/failing-writes.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { Persistence } from '../persistence/persistence.js';
import { LiteChatDatabase } from './litechat-database.js';
import type { SearchChange } from './own-tables.js';

const row = (id: string, response = id) => ({
  id,
  conversationId: 'c',
  type: 'message.user_assistant',
  index: 0,
  parentId: null,
  prompt: null,
  response,
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
});

describe('the log of changed interactions', () => {
  let persistence: Persistence;
  let database: LiteChatDatabase;

  beforeEach(async () => {
    persistence = freshPersistence();
    ({ database } = persistence);
    await persistence.saveInteractions(['a', 'b', 'c', 'd'].map((id) => row(id)));
    await database.searchChanges.clear();
  });

  const logged = async (): Promise<SearchChange['keys'][]> =>
    (await database.searchChanges.toArray()).map(({ keys }) => keys);

  const writes: readonly (readonly [string, () => PromiseLike<unknown>, SearchChange['keys'][]])[] =
    [
      ['a save', () => persistence.saveInteraction(row('e')), [['e']]],
      ['a change of one field', () => database.interactions.update('a', { rating: 1 }), [['a']]],
      ['a delete', () => persistence.deleteInteraction('b'), [['b']]],
      [
        'a delete of a range',
        () => database.interactions.where(':id').between('b', 'd').delete(),
        [['b', 'c']],
      ],
      ['a delete of nothing', () => database.interactions.where(':id').above('x').delete(), []],
      ['a clearing of the table', () => database.interactions.clear(), [null]],
      [
        'what a host writes with Dexie',
        () => database.interactions.where(':id').anyOf('a', 'c').modify({ response: 'host' }),
        [['a', 'c']],
      ],
      [
        'a row without an id',
        () => database.table('interactions').add({ response: 'bare' }),
        [[1]],
      ],
    ];
  for (const [what, write, expected] of writes) {
    it(`names what is changed by ${what}`, async () => {
      await write();
      expect(await logged()).to.deep.equal(expected);
    });
  }

  it('names all that went with a conversation in one record', async () => {
    const ids = Array.from({ length: 450 }, (_, number) => `long-${String(number)}`);
    await persistence.saveInteractions(ids.map((id) => ({ ...row(id), conversationId: 'long' })));
    await database.searchChanges.clear();
    await persistence.deleteConversation('long');
    expect(await logged()).to.deep.equal([ids.toSorted()]);
    expect(await database.interactions.count()).to.equal(4);
  });

  it('has nothing of a transaction that is taken back', async () => {
    const failing = database.transaction('rw', database.interactions, async () => {
      await persistence.saveInteraction(row('a', 'lost'));
      throw new Error('refused');
    });
    expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: refused');
    expect(await logged()).to.deep.equal([]);
  });

  it('has nothing of a save of which a write fails, and the save nothing without the log', async () => {
    const own = freshPersistence();
    const failures = new FailingWrites(own.database);
    const save = (): Promise<boolean> =>
      own.saveInteraction(row('a')).then(
        () => true,
        () => false,
      );
    let failed = 0;
    failures.reset(failed + 1);
    while (!(await save())) {
      failed++;
      expect(await own.database.searchChanges.count()).to.equal(0);
      expect(await own.database.interactions.count()).to.equal(0);
      failures.reset(failed + 1);
    }
    expect(failed).to.be.above(0);
    expect(await own.database.searchChanges.count()).to.equal(1);
  });

  it('keeps an end of itself where nobody reads it', async () => {
    const last = 11 * 1024;
    await database.searchChanges.bulkPut(
      Array.from({ length: last - 1 }, (_, number) => ({ position: number + 1, keys: ['x'] })),
    );
    await persistence.saveInteraction(row('a'));
    // The next write finds out that it has become long.
    await persistence.saveInteraction(row('b'));
    const first = await database.searchChanges.orderBy(':id').first();
    expect(first?.position).to.equal(last + 1 - 10_000 + 1);
    const latest = await database.searchChanges.orderBy(':id').reverse().limit(2).toArray();
    expect(latest).to.deep.equal([
      { position: last + 1, keys: ['b'] },
      { position: last, keys: ['a'] },
    ]);
    await persistence.saveInteraction(row('c'));
    expect(await database.searchChanges.count()).to.equal(10_001);
  });

  /** The browser gives out no number after the greatest: what is logged then is refused. */
  async function fillUp(): Promise<void> {
    await database.searchChanges.put({ position: Number.MAX_SAFE_INTEGER + 1, keys: [] });
    // Numbers do not jump while a page counts them.
    database = new LiteChatDatabase(database.name);
    persistence = new Persistence(database);
  }

  it('takes a write with it when it is refused by the browser, and tells why', async () => {
    await fillUp();
    const before = await database.interactions.toArray();
    for (const write of [
      () => persistence.saveInteraction(row('e')),
      () => persistence.saveInteractions([row('e'), row('f')]),
      () => persistence.deleteInteraction('a'),
    ]) {
      const error = await rejection(write(), 'name-taken');
      expect(error.dataChanged).to.equal(false);
    }
    expect(await database.interactions.toArray()).to.deep.equal(before);
  });
});
