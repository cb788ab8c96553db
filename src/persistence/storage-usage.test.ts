import { expect } from '@open-wc/testing';
import { freshDatabase, freshPersistence } from '../../test/support/fresh-database.js';
import { givePageStorage } from '../../test/support/page-storage.js';
import { rejection } from '../../test/support/rejection.js';
import { day, fill } from '../../test/support/sample-rows.js';
import { openDatabase } from '../database/open-database.js';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import { Persistence } from './persistence.js';
import { canRequestPersistence, requestPersistence } from './browser-storage.js';
import { measureUsage } from './storage-usage.js';

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const interaction = (id: string, length: number): object => ({
  id,
  conversationId: 'conversation-1',
  response: 'x'.repeat(length),
});

/** Lets a test see how many values the database hands out. */
function countValues(database: LiteChatDatabase): () => number {
  let values = 0;
  database.use({
    stack: 'dbcore',
    name: 'count-values',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          query: async (request) => {
            const answer = await table.query(request);
            if (request.values) values += answer.result.length;
            return answer;
          },
          openCursor: async (request) => {
            const cursor = await table.openCursor(request);
            if (!cursor || !request.values) return cursor;
            return Object.create(cursor, {
              value: {
                get: () => {
                  values++;
                  return cursor.value as unknown;
                },
              },
            }) as typeof cursor;
          },
        };
      },
    }),
  });
  return () => values;
}

async function withStorage(
  storage: Partial<StorageManager> | undefined,
  action: () => Promise<void>,
): Promise<void> {
  const giveBack = givePageStorage(storage);
  try {
    await action();
  } finally {
    giveBack();
  }
}

describe('measureUsage', () => {
  it('measures small collections to the byte, and empty ones as nothing', async () => {
    const persistence = freshPersistence();
    const { database } = persistence;
    const none = await measureUsage(database);
    expect(Object.values(none.collections)).to.deep.equal(
      Object.values(none.collections).map(() => ({ records: 0, bytes: 0 })),
    );

    await fill(persistence);
    const { collections } = await measureUsage(database);
    const projects = await database.projects.toArray();
    expect(collections.projects).to.deep.equal({
      records: 3,
      bytes: projects.reduce((sum, row) => sum + sizeOf(row), 0),
    });
    expect(collections.mcpServers).to.deep.equal({
      records: 1,
      bytes: sizeOf(await database.appState.get('settings:mcpServers')),
    });
    const counts = await persistence.countRecords();
    for (const [key, { records }] of Object.entries(collections)) {
      expect(records, key).to.equal(counts[key as keyof typeof counts]);
    }
  });

  it('tells the kinds apart that share a table', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const { collections } = await measureUsage(persistence.database);
    const [agent, task, template] = await Promise.all(
      ['agent-1', 'task-1', 'template-1'].map((id) => persistence.database.promptTemplates.get(id)),
    );
    expect(collections.promptTemplates.bytes).to.equal(sizeOf(template));
    expect(collections.agents.bytes).to.equal(sizeOf(agent) + sizeOf(task));
  });

  for (const [what, idOf] of [
    ['random', () => crypto.randomUUID()],
    ['in sequence', (index: number) => `interaction-${index}`],
    ['all but one alike', (index: number) => `${index === 0 ? 'a' : 'zzzz'}${index}`],
  ] as const) {
    it(`estimates a large table from few of its rows, with ids ${what}`, async () => {
      const database = freshDatabase();
      const valuesRead = countValues(database);
      const rows = Array.from({ length: 4000 }, (_, index) =>
        interaction(idOf(index), (index * 7919) % 400),
      );
      await database.interactions.bulkPut(rows as never[]);
      const exact = rows.reduce((sum, row) => sum + sizeOf(row), 0);
      const { collections } = await measureUsage(database);
      expect(collections.interactions.records).to.equal(4000);
      expect(collections.interactions.bytes).to.be.within(exact * 0.8, exact * 1.2);
      expect(valuesRead()).to.be.lessThan(1000);
    });
  }

  it('counts a row that is no JSON as nothing', async () => {
    const database = freshDatabase();
    await database.appState.put({ key: 'settings:odd', value: 10n });
    const { collections } = await measureUsage(database);
    expect(collections.settings).to.deep.equal({ records: 1, bytes: 0 });
  });

  it('knows the last backup, and takes no note for one that is none', async () => {
    const database = freshDatabase();
    const notes = database.table('bookkeeping');
    expect((await measureUsage(database)).lastBackup).to.equal(null);
    await notes.put({
      key: 'lastBackup',
      value: { at: day(3), categories: ['projects', 'of the future', 'settings'] },
    });
    expect((await measureUsage(database)).lastBackup).to.deep.equal({
      at: day(3),
      categories: ['settings', 'projects'],
    });
    for (const value of [null, { at: 'yesterday' }, { at: new Date(Number.NaN) }]) {
      await notes.put({ key: 'lastBackup', value });
      expect((await measureUsage(database)).lastBackup).to.equal(null);
    }
  });

  it('says what the browser says, and null for what it does not', async () => {
    const database = freshDatabase();
    const estimate = { usage: 12_000_000, quota: 1e9 };
    const storage = {
      estimate: () => Promise.resolve(estimate),
      persisted: () => Promise.reject(new TypeError('an opaque origin')),
    };
    await withStorage(storage, async () => {
      expect(await measureUsage(database)).to.include({ ...estimate, persisted: null });
    });
    await withStorage(undefined, async () => {
      const unknown = { usage: null, quota: null, persisted: null };
      expect(await measureUsage(database)).to.include(unknown);
    });
  });

  it('does not take the browser’s room for that of a database in memory', async () => {
    const database = await openDatabase({ name: `test-${crypto.randomUUID()}`, storage: 'memory' });
    await fill(new Persistence(database));
    const usage = await measureUsage(database);
    expect(usage).to.include({ usage: null, quota: null, persisted: null });
    expect(usage.collections.projects.records).to.equal(3);
    database.close();
  });

  it('rejects when the database cannot be read', async () => {
    const database = freshDatabase();
    await database.open();
    database.close();
    await rejection(measureUsage(database), 'database-closed');
  });
});

describe('requestPersistence', () => {
  it('answers what the browser answers, and false where it cannot be asked', async () => {
    for (const answer of [true, false]) {
      await withStorage({ persist: () => Promise.resolve(answer) }, async () => {
        expect(canRequestPersistence()).to.be.true;
        expect(await requestPersistence()).to.equal(answer);
      });
    }
    await withStorage(undefined, async () => {
      expect(canRequestPersistence()).to.be.false;
      expect(await requestPersistence()).to.be.false;
    });
  });
});
