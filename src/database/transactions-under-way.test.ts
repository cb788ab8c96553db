import { expect } from '@open-wc/testing';
import { freshDatabase } from '../../test/support/fresh-database.js';
import type { LiteChatDatabase } from './litechat-database.js';
import { TransactionsUnderWay } from './transactions-under-way.js';

describe('TransactionsUnderWay', () => {
  let database: LiteChatDatabase;
  let transactions: TransactionsUnderWay;
  let end: () => void;

  beforeEach(async () => {
    transactions = new TransactionsUnderWay();
    end = transactions.follow();
    database = freshDatabase();
    await database.open();
  });

  afterEach(() => end());

  /** One that is over gives no tables any more. */
  const tableOf = (transaction: IDBTransaction) => () => transaction.objectStore('conversations');

  it('are over when none has begun', async () => {
    await transactions.over();
    await transactions.over();
  });

  it('are over with the last, done or taken back, of a connection that was closed', async () => {
    const begun = Array.from({ length: 3 }, () =>
      database.backendDB().transaction('conversations', 'readwrite'),
    );
    for (const transaction of begun) tableOf(transaction)().count();
    begun[1]?.abort();
    database.close();
    await transactions.over();
    for (const transaction of begun) expect(tableOf(transaction)).to.throw();
  });

  it('are not over before those that Dexie begins', async () => {
    const order: string[] = [];
    let over: Promise<unknown> | undefined;
    await database.transaction('rw', database.conversations, async (source) => {
      await source.table('conversations').count();
      over = transactions.over().then(() => order.push('over'));
      await source.table('conversations').put({ id: 'a', title: 'A', projectId: null });
      order.push('written');
    });
    await over;
    expect(order).to.deep.equal(['written', 'over']);
  });

  it('do not change what it is to begin one that cannot be', async () => {
    expect(() => database.backendDB().transaction('nothing')).to.throw();
    await transactions.over();
  });
});
