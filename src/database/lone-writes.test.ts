import { expect, waitUntil } from '@open-wc/testing';
import { liveQuery } from 'dexie';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { Persistence } from '../persistence/persistence.js';
import { LiteChatDatabase } from './litechat-database.js';

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

/** Whether the requests of a save are still without an answer when its transaction is told to commit. */
async function commitsAtOnce(save: () => PromiseLike<unknown>): Promise<boolean> {
  const { put } = IDBObjectStore.prototype;
  const { commit } = IDBTransaction.prototype;
  let last: IDBRequest<IDBValidKey> | undefined;
  let isFirst: boolean | undefined;
  IDBObjectStore.prototype.put = function (...parameters) {
    last = put.apply(this, parameters);
    return last;
  };
  IDBTransaction.prototype.commit = function () {
    isFirst ??= last?.readyState === 'pending';
    commit.call(this);
  };
  try {
    await save();
  } finally {
    IDBObjectStore.prototype.put = put;
    IDBTransaction.prototype.commit = commit;
  }
  return isFirst ?? false;
}

describe('a write that is alone in its transaction', () => {
  let persistence: Persistence;
  let database: LiteChatDatabase;

  beforeEach(async () => {
    persistence = freshPersistence();
    ({ database } = persistence);
    await persistence.saveInteraction(row('a'));
  });

  const save = (): Promise<string> => persistence.saveInteraction(row('b'));

  it('commits as soon as it is sent', async () => {
    expect(await commitsAtOnce(save)).to.equal(true);
    expect((await database.interactions.get('b'))?.response).to.equal('b');
  });

  it('is told to live queries of every kind, whether they asked before or ask again', async () => {
    const seen: Record<string, string[]> = { index: [], key: [], toArray: [] };
    const queries: Record<string, () => Promise<readonly { id: string }[]>> = {
      index: () => database.interactions.where('conversationId').equals('c').toArray(),
      key: async () => [(await database.interactions.get('b')) ?? { id: 'none' }],
      toArray: () => database.interactions.toArray(),
    };
    const ends = Object.entries(queries).map(([name, query]) =>
      liveQuery(query).subscribe((rows) => {
        seen[name] = rows.map(({ id }) => id);
      }),
    );
    await waitUntil(() => seen['index']?.[0] === 'a' && seen['toArray']?.[0] === 'a');
    await save();
    await waitUntil(() => Object.values(seen).every((ids) => ids.includes('b')));
    for (const end of ends) end.unsubscribe();
  });

  it('is told with its record in the log', async () => {
    let positions: number[] = [];
    const end = liveQuery(() =>
      database.transaction('r', database.searchChanges, () =>
        database.searchChanges.orderBy(':id').last(),
      ),
    ).subscribe((last) => {
      positions = [...positions, last?.position ?? 0];
    });
    await waitUntil(() => positions.length === 1);
    await save();
    await waitUntil(() => positions.length === 2);
    expect(positions[1]).to.equal((positions[0] ?? 0) + 1);
    end.unsubscribe();
  });

  it('waits for the rest of the transaction of a host, and goes with it', async () => {
    const failure = new Error('refused');
    let isAtOnce: boolean | undefined;
    const error: unknown = await database
      .transaction('rw', database.interactions, async () => {
        isAtOnce = await commitsAtOnce(save);
        throw failure;
      })
      .catch((thrown: unknown) => thrown);
    expect(error).to.equal(failure);
    expect(isAtOnce).to.equal(false);
    expect(await database.interactions.count()).to.equal(1);
  });

  it('waits for hooks, which may write too', async () => {
    database.interactions.hook('creating', function () {
      this.onsuccess = () => hooked++;
    });
    let hooked = 0;
    expect(await commitsAtOnce(save)).to.equal(false);
    expect(hooked).to.equal(1);
  });

  it('waits for the middleware of a host', async () => {
    const own = new LiteChatDatabase(database.name);
    own.use({ stack: 'dbcore', name: 'of-a-host', create: (core) => core });
    const ofHost = new Persistence(own);
    await ofHost.saveInteraction(row('c'));
    expect(await commitsAtOnce(() => ofHost.saveInteraction(row('b')))).to.equal(false);
    expect(await own.interactions.count()).to.equal(3);
    own.close();
  });
});
