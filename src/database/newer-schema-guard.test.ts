import { expect } from '@open-wc/testing';
import { Dexie } from 'dexie';
import { freshDatabase } from '../../test/support/fresh-database.js';
import {
  describeNative,
  leaveNative,
  openNative,
  schemas,
  type Rows,
  type Stores,
} from '../../test/support/native-database.js';
import { rejection } from '../../test/support/rejection.js';
import { Persistence } from '../persistence/persistence.js';
import { LiteChatDatabase } from './litechat-database.js';

const draft = { id: 'a', title: 'Talk', projectId: null };
const rows: Rows = { conversations: [draft] };

/** A page of the existing application, which knows version 9. */
function olderApplication(name: string): Dexie {
  const dexie = new Dexie(name);
  dexie.version(8).stores(schemas[8]);
  dexie.version(9).stores(schemas[9]);
  return dexie;
}

describe('a database that a newer application made', () => {
  const newer: readonly [string, number, Stores][] = [
    ['other tables', 200, { talks: '++id, &name', notes: 'key' }],
    ['fewer indexes', 130, { conversations: '++id', interactions: '++id' }],
    ['our tables and more', 130, { ...schemas[9], unknownData: '&key', workflows: '++id' }],
    ['the same number and another schema', 120, schemas[9]],
  ];
  for (const [kind, version, stores] of newer) {
    it(`with ${kind} is neither read nor changed, and the page says so`, async () => {
      const database = freshDatabase();
      const all: Rows = stores['conversations'] ? rows : { talks: [{ id: 'x', name: 'New' }] };
      await leaveNative(database.name, version, stores, all);
      const before = await describeNative(database.name);
      const persistence = new Persistence(database);

      const error = await rejection(database.open(), 'database-newer');
      expect(error.message).to.contain('Nothing was read or changed.');
      expect(database.status.getState()).to.deep.equal({ state: 'newer', error });
      await rejection(persistence.loadConversations(), 'database-newer');
      await rejection(persistence.saveConversation(draft), 'database-newer');
      await rejection(persistence.saveConversations([draft]), 'database-newer');
      await rejection(persistence.deleteConversation('a'), 'database-newer');
      await rejection(persistence.loadSetting('theme', 'light'), 'database-newer');
      await rejection(persistence.clearAllData(), 'database-newer');

      expect(await describeNative(database.name)).to.deep.equal(before);
    });
  }

  it('is not changed by a first use that is to clear it', async () => {
    const database = freshDatabase();
    await leaveNative(database.name, 200, { talks: '++id' }, { talks: [{ id: 1 }] });
    const before = await describeNative(database.name);
    await rejection(new Persistence(database).clearAllData(), 'database-newer');
    expect(await describeNative(database.name)).to.deep.equal(before);
  });
});

describe('a page whose database a newer one upgrades', () => {
  async function outdatedPage(): Promise<Persistence> {
    const persistence = new Persistence(freshDatabase());
    await persistence.saveConversation(draft);
    const newerPage = await openNative(persistence.database.name, 130);
    newerPage.close();
    return persistence;
  }

  it('lets go at once, and says that it is outdated', async () => {
    const { database } = await outdatedPage();
    expect(database.status.getState()).to.deep.equal({ state: 'outdated' });
    expect(database.persistent).to.equal(false);
  });

  it('never reads, writes or deletes again', async () => {
    const persistence = await outdatedPage();
    const { database } = persistence;
    const before = await describeNative(database.name);
    const refused = [
      persistence.loadConversations(),
      persistence.saveConversation({ ...draft, title: 'Late' }),
      persistence.saveConversations([draft]),
      persistence.deleteConversation('a'),
      persistence.saveSetting('theme', 'dark'),
      persistence.loadSetting('theme', 'light'),
      persistence.updateRecord('conversations', 'a', { title: 'Late' }),
      persistence.countRecords(),
      persistence.clearAllData(),
      database.open(),
    ];
    for (const promise of refused) {
      const error = await rejection(Promise.resolve(promise), 'database-outdated');
      expect(error.message).to.contain('Reload the page. Nothing was changed.');
    }
    expect(database.status.getState()).to.deep.equal({ state: 'outdated' });
    expect(await describeNative(database.name)).to.deep.equal(before);
  });

  it('still says what is wrong with a record', async () => {
    const persistence = await outdatedPage();
    const record = { ...draft, title: 5 as unknown as string };
    await rejection(persistence.saveConversation(record), 'record-invalid');
  });
});

describe('a page of the older application on a database of ours', () => {
  it('adds the indexes it misses, and both go on with every row', async () => {
    const persistence = new Persistence(freshDatabase());
    const { database } = persistence;
    await persistence.saveConversation(draft);
    await persistence.saveInteraction({ ...interaction, id: 'i', conversationId: 'a' });

    const older = olderApplication(database.name);
    expect(await older.table('conversations').orderBy('title').toArray()).to.have.length(1);
    await older.table('conversations').add({ id: 'b', title: 'Written by the older one' });
    expect((await describeNative(database.name)).version).to.equal(121);

    expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    expect((await persistence.loadConversations()).map(({ id }) => id)).to.have.members(['a', 'b']);
    await persistence.saveConversation({ ...draft, id: 'c' });
    expect(await older.table('conversations').count()).to.equal(3);

    const another = new LiteChatDatabase(database.name);
    expect(await new Persistence(another).loadConversations()).to.have.length(3);
    expect(another.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    expect(await another.interactions.count()).to.equal(1);
    another.close();
    older.close();
    expect((await describeNative(database.name)).version).to.equal(121);
  });
});

const interaction = {
  type: 'message.user_assistant',
  index: 0,
  parentId: null,
  prompt: null,
  response: null,
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
};
