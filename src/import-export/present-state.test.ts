import { expect } from '@open-wc/testing';
import { freshDatabase } from '../../test/support/fresh-database.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { PresentTable } from './present-state.js';

const ids = Array.from({ length: 300 }, (_, number) => `id-${String(number).padStart(4, '0')}`);

async function filled(): Promise<LiteChatDatabase> {
  const database = freshDatabase();
  const table = database.table<object, string>('conversations');
  await table.bulkAdd(ids.map((id) => ({ id, title: `Title of ${id}` })));
  await table.bulkAdd([{ id: 7, title: 'Seven' }]);
  return database;
}

describe('PresentTable', () => {
  it('knows every id, those under numbers too', async () => {
    const present = await PresentTable.read(await filled(), 'conversations');
    expect([...present.ids()]).to.have.members([...ids, '7']);
    expect(present.has('7')).to.equal(true);
    expect(present.has('id-0299')).to.equal(true);
    expect(present.has('id-0300')).to.equal(false);
  });

  it('fetches the rows asked for, whether they are neighbours or far apart', async () => {
    const present = await PresentTable.read(await filled(), 'conversations');
    for (const wanted of [ids.slice(10, 20), [...ids.slice(290), 'id-0001', '7', 'nobody']]) {
      const found = await present.fetch(wanted);
      for (const id of wanted) expect(found.has(id)).to.equal(id !== 'nobody');
    }
  });

  it('selects long stretches by their ends and the rest by key', async () => {
    const present = await PresentTable.read(await filled(), 'conversations');
    const apart = new Set(['id-0100', 'id-0102']);
    const { ranges, keys } = present.select((id) => !apart.has(id));
    expect(ranges).to.deep.equal([
      ['id-0000', 'id-0099'],
      ['id-0103', 'id-0299'],
    ]);
    expect(keys).to.have.members([7, 'id-0101']);
  });

  it('tells the numbers beside which the same id lies as text', async () => {
    const database = await filled();
    await database.table<object, string>('conversations').add({ id: '7', title: 'Text' });
    const present = await PresentTable.read(database, 'conversations');
    expect(present.twins()).to.deep.equal([7]);
    expect([...present.ids()].filter((id) => id === '7')).to.have.length(1);
  });
});
