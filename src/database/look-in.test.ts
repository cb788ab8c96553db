import { expect } from '@open-wc/testing';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { leaveNative } from '../../test/support/native-database.js';
import { LiteChatDatabase } from './litechat-database.js';
import { answerTo, lookIn } from './look-in.js';
import { SCHEMA_VERSION } from './versions.js';

const names: string[] = [];

/** A database of a version of the browser's, with one table. */
async function databaseAt(version: number): Promise<string> {
  const name = `test-${crypto.randomUUID()}`;
  names.push(name);
  await leaveNative(name, version, { bookkeeping: '&key' });
  return name;
}

const count = (name: string): Promise<number | undefined> =>
  lookIn(name, ['bookkeeping'], (table) => answerTo<number>(table('bookkeeping').count()));

describe('a look into a database', () => {
  afterEach(() => {
    for (const name of names.splice(0)) indexedDB.deleteDatabase(name);
  });

  it('reads what is there', async () => {
    const database = freshDatabase();
    await database.bookkeeping.bulkPut([
      { key: 'one', value: 1 },
      { key: 'two', value: 2 },
    ]);
    expect(await count(database.name)).to.equal(2);
  });

  it('makes no database where there is none', async () => {
    const name = `test-${crypto.randomUUID()}`;
    expect(await count(name)).to.equal(undefined);
    // WebKit lists it all the same, as one that is still to be made.
    const found = (await indexedDB.databases()).find((one) => one.name === name);
    expect(found?.version ?? 0).to.equal(0);
    const request = indexedDB.open(name, 1);
    const from: number[] = [];
    request.onupgradeneeded = ({ oldVersion }) => from.push(oldVersion);
    (await answerTo<IDBDatabase>(request)).close();
    names.push(name);
    expect(from).to.deep.equal([0]);
  });

  for (const [of, version] of [
    ['an older version', 90],
    ['a newer version', (SCHEMA_VERSION + 1) * 10],
    ['this version that an older application has added indexes to', SCHEMA_VERSION * 10 + 1],
  ] as const) {
    it(`tells nothing of a database of ${of}, and leaves it as it is`, async () => {
      const name = await databaseAt(version);
      expect(await count(name)).to.equal(undefined);
      const found = (await indexedDB.databases()).find((one) => one.name === name);
      expect(found?.version).to.equal(version);
    });
  }

  it('tells nothing where a table is missing', async () => {
    const name = await databaseAt(SCHEMA_VERSION * 10);
    const read = lookIn(name, ['outline'], (table) => answerTo(table('outline').count()));
    expect(await read).to.equal(undefined);
  });

  it('tells nothing where reading fails', async () => {
    const database = freshDatabase();
    await database.open();
    const fail = (): Promise<number> =>
      Promise.reject(new DOMException('The disk is on fire', 'UnknownError'));
    expect(await lookIn(database.name, ['bookkeeping'], fail)).to.equal(undefined);
  });

  it('keeps nobody from upgrading or deleting the database', async () => {
    const database = new LiteChatDatabase(`test-${crypto.randomUUID()}`);
    names.push(database.name);
    await database.open();
    database.close();
    await new Promise<void>((resolve) => {
      void lookIn(database.name, ['bookkeeping'], async (table) => {
        await answerTo(table('bookkeeping').count());
        resolve();
        // Goes on for as long as the page likes.
        return new Promise<never>(() => undefined);
      });
    });
    const request = indexedDB.deleteDatabase(database.name);
    const told: string[] = [];
    request.onblocked = () => told.push('blocked');
    await answerTo(request);
    expect(told).to.deep.equal([]);
  });
});
