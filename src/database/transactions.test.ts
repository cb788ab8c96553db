import { expect } from '@open-wc/testing';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { keepTransactionAlive, outsideTransaction } from './transactions.js';

const row = (name: string): { id: string; name: string; createdAt: Date; updatedAt: Date } => ({
  id: name,
  name,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});
/** Work that is no request of the database, during which a transaction left alone would commit. */
const readText = (): Promise<string> => new Blob(['text']).text();

describe('keepTransactionAlive', () => {
  it('keeps a transaction open while it waits for something else', async () => {
    const database = freshDatabase();
    const text = await database.transaction('rw', database.tags, async (transaction) => {
      await database.tags.put(row('before'));
      const read = await keepTransactionAlive(transaction, readText);
      await database.tags.put(row('after'));
      return read;
    });
    expect(text).to.equal('text');
    expect(await database.tags.count()).to.equal(2);
  });

  it('hands on a failure, with which the transaction is undone', async () => {
    const database = freshDatabase();
    const failure = new Error('unreadable');
    const error: unknown = await database
      .transaction('rw', database.tags, async (transaction) => {
        await database.tags.put(row('before'));
        await keepTransactionAlive(transaction, () => Promise.reject(failure));
      })
      .catch((thrown: unknown) => thrown);
    expect(error).to.equal(failure);
    expect(await database.tags.count()).to.equal(0);
  });
});

describe('outsideTransaction', () => {
  it('calls code whose writes are its own, and gives what it answers', async () => {
    const database = freshDatabase();
    await database.open();
    const failure = new Error('undone');
    let writing: PromiseLike<unknown> | undefined;
    const error: unknown = await database
      .transaction('rw', database.tags, async () => {
        await database.tags.put(row('undone'));
        const answer = outsideTransaction(() => {
          writing = database.rules.put({ ...row('kept'), content: '', type: 'system' });
          return 'answer';
        });
        expect(answer).to.equal('answer');
        throw failure;
      })
      .catch((thrown: unknown) => thrown);
    expect(error).to.equal(failure);
    expect(await writing).to.equal('kept');
    expect(await database.tags.count()).to.equal(0);
    expect(await database.rules.count()).to.equal(1);
  });
});
