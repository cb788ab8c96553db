import { expect } from '@open-wc/testing';
import { Dexie } from 'dexie';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { describeNative } from '../../test/support/native-database.js';
import { rejection } from '../../test/support/rejection.js';
import { observe } from '../persistence/observe.js';
import { Persistence } from '../persistence/persistence.js';
import { LiteChatDatabase } from './litechat-database.js';
import { isUnavailable, openDatabase } from './open-database.js';

const draft = { id: 'a', title: 'Talk', projectId: null };
const pageFactory = Dexie.dependencies.indexedDB;

/** Puts another IndexedDB in the place of the page's, for what is opened from now on. */
function replaceIndexedDB(factory: Partial<IDBFactory> | undefined): void {
  Object.assign(Dexie.dependencies, { indexedDB: factory });
}

/** A request that fails as one does on a damaged profile. */
function failingRequest(name: string): IDBOpenDBRequest {
  const request = new EventTarget();
  const error = new DOMException('Internal error opening backing store.', name);
  Object.assign(request, { error, result: undefined, transaction: null });
  queueMicrotask(() => {
    const event = new Event('error');
    const { onerror } = request as unknown as { onerror: EventListener };
    request.addEventListener('error', onerror);
    request.dispatchEvent(event);
  });
  return request as IDBOpenDBRequest;
}

describe('openDatabase', () => {
  afterEach(() => replaceIndexedDB(pageFactory));

  it('answers an open database that outlives the page', async () => {
    const { name } = freshDatabase();
    const database = await openDatabase({ name });
    expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    expect(database.persistent).to.equal(true);
    await new Persistence(database).saveConversation(draft);
    database.close();
    expect((await describeNative(name)).rows['conversations']).to.have.length(1);
  });

  it('answers one in memory when asked for one', async () => {
    const { name } = freshDatabase();
    const database = await openDatabase({ name, storage: 'memory' });
    expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: false });
    expect(database.persistent).to.equal(false);
    const persistence = new Persistence(database);
    await persistence.saveConversation(draft);
    expect(await persistence.loadConversations()).to.have.length(1);
    await persistence.clearAllData();
    expect(await persistence.loadConversations()).to.deep.equal([]);
    expect((await indexedDB.databases()).map((known) => known.name)).not.to.include(name);
  });

  const refusals: readonly [string, Partial<IDBFactory> | undefined][] = [
    ['has no IndexedDB', undefined],
    [
      'may store nothing',
      {
        open: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    ],
  ];
  for (const [kind, factory] of refusals) {
    it(`answers one in memory on a page that ${kind}, and it works`, async () => {
      replaceIndexedDB(factory);
      const database = await openDatabase({ name: 'unavailable' });
      expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: false });

      const persistence = new Persistence(database);
      await persistence.saveConversation(draft);
      expect((await persistence.loadConversations()).map(({ id }) => id)).to.deep.equal(['a']);
      const titles = new Promise<string[]>((resolve, reject) => {
        const end = observe(
          () => persistence.loadConversations(),
          (conversations) => {
            if (conversations.length < 2) return;
            end();
            resolve(conversations.map(({ title }) => title));
          },
          reject,
        );
      });
      await persistence.saveConversation({ ...draft, id: 'b', title: 'Seen' });
      expect(await titles).to.include('Seen');
    });

    it(`says so to whoever opens one itself on a page that ${kind}`, async () => {
      replaceIndexedDB(factory);
      const database = new LiteChatDatabase('unavailable');
      const error = await rejection(database.open(), 'database-unavailable');
      expect(isUnavailable(error)).to.equal(true);
      expect(database.status.getState()).to.deep.equal({ state: 'failed', error });
      await rejection(new Persistence(database).loadTags(), 'database-unavailable');
      await rejection(new Persistence(database).clearAllData(), 'database-unavailable');
    });
  }

  it('fails on a broken store, which it neither deletes nor replaces by an empty one', async () => {
    const kept = freshDatabase();
    await new Persistence(kept).saveConversation(draft);
    kept.close();
    const deleted: string[] = [];
    replaceIndexedDB({
      open: () => failingRequest('UnknownError'),
      deleteDatabase: (name) => {
        deleted.push(name);
        return failingRequest('UnknownError');
      },
    });
    const error = await rejection(openDatabase({ name: kept.name }), 'database-connection-lost');
    expect(error.message).to.contain('Reload the page, or restart the browser');

    const database = new LiteChatDatabase(kept.name);
    const again = await rejection(database.open(), 'database-connection-lost');
    expect(database.status.getState()).to.deep.equal({ state: 'failed', error: again });
    await rejection(new Persistence(database).loadConversations(), 'database-connection-lost');
    await rejection(new Persistence(database).loadSetting('x', 1), 'database-connection-lost');
    expect(deleted).to.deep.equal([]);

    replaceIndexedDB(pageFactory);
    const repaired = await openDatabase({ name: kept.name });
    expect(await new Persistence(repaired).loadConversations()).to.have.length(1);
  });

  it('opens at the next try what could not be opened', async () => {
    let isBroken = true;
    replaceIndexedDB({
      open: (name, version) =>
        isBroken ? failingRequest('UnknownError') : pageFactory.open(name, version),
      deleteDatabase: (name) => pageFactory.deleteDatabase(name),
      databases: () => pageFactory.databases(),
    });
    const database = freshDatabase();
    const persistence = new Persistence(database);
    await rejection(persistence.saveConversation(draft), 'database-connection-lost');
    isBroken = false;
    await database.open();
    expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    await persistence.saveConversation(draft);
    expect(await persistence.loadConversations()).to.have.length(1);
  });

  it('lets a database that cannot be opened be cleared', async () => {
    const database = freshDatabase();
    await new Persistence(database).saveConversation(draft);
    database.close();
    let isBroken = true;
    replaceIndexedDB({
      open: (name, version) =>
        isBroken ? failingRequest('UnknownError') : pageFactory.open(name, version),
      deleteDatabase: (name) => {
        isBroken = false;
        return pageFactory.deleteDatabase(name);
      },
      databases: () => pageFactory.databases(),
    });
    const broken = new Persistence(new LiteChatDatabase(database.name));
    await rejection(broken.loadConversations(), 'database-connection-lost');
    await broken.clearAllData();
    expect(await broken.loadConversations()).to.deep.equal([]);
    broken.database.close();
  });
});

describe('a database in memory', () => {
  it('shares nothing with the one of the same name in the browser', async () => {
    const inBrowser = new Persistence(freshDatabase());
    const { name } = inBrowser.database;
    const inMemory = new Persistence(await openDatabase({ name, storage: 'memory' }));
    await inBrowser.saveConversation({ ...draft, id: 'in-browser' });
    await inMemory.saveConversation({ ...draft, id: 'in-memory' });

    const first = (persistence: Persistence): Promise<string[]> =>
      new Promise((resolve, reject) => {
        const end = observe(
          () => persistence.loadConversations(),
          (rows) => {
            resolve(rows.map(({ id }) => id));
            queueMicrotask(() => endings.push(end));
          },
          reject,
        );
      });
    const endings: (() => void)[] = [];
    expect(await first(inBrowser)).to.deep.equal(['in-browser']);
    expect(await first(inMemory)).to.deep.equal(['in-memory']);
    expect(await first(inBrowser)).to.deep.equal(['in-browser']);
    for (const end of endings) end();
  });
});
