import { expect } from '@open-wc/testing';
import { freshDatabase } from '../../test/support/fresh-database.js';
import {
  createNative,
  describeNative,
  leaveNative,
  openNative,
  schemas,
  type Rows,
  type Stores,
} from '../../test/support/native-database.js';
import { Persistence } from '../persistence/persistence.js';
import type { LiteChatDatabase } from './litechat-database.js';
import { SCHEMA_VERSION } from './versions.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** Rows as applications have left them, right and wrong. */
const oddRows: Rows = {
  conversations: [
    { id: 'whole', title: 'Talk', projectId: 'p', createdAt: day(1), updatedAt: day(2), future: 1 },
    { id: 'root', title: 'Talk', projectId: null, createdAt: day(1), updatedAt: day(3) },
    { id: 'texts', title: 'Dates as text', createdAt: day(1).toJSON(), updatedAt: day(2).toJSON() },
    { id: 'bare' },
    { title: 'Saved without an id', updatedAt: new Date(NaN) },
    { id: 'odd', title: 42, updatedAt: 'never', metadata: new Map([['a', new Uint8Array(2)]]) },
  ],
  interactions: [
    { id: 'i-1', conversationId: 'whole', index: 0, startedAt: day(1), rating: 5 },
    { id: 'i-2', conversationId: 'whole', startedAt: null },
    { id: 'i-3', conversationId: 'whole', index: '2' },
    { id: 'orphan', conversationId: 'nobody', index: 0 },
    { id: 'homeless' },
    { conversationId: 1, index: 0 },
  ],
  mods: [{ name: 'Mod', enabled: true, loadOrder: 1, scriptContent: 'x' }, { name: 'Bare' }],
  appState: [{ key: 'settings:theme', value: 'dark' }, { key: 'odd' }],
  providerConfigs: [{ id: 'c', name: 'OpenAI', isEnabled: true, apiKeyId: 'k' }, { id: 'bare' }],
  apiKeys: [{ id: 'k', name: 'Main', value: 'v' }],
  syncRepos: [{ id: 's', name: 'Notes', remoteUrl: 'https://example.org' }],
  projects: [
    { id: 'p', name: 'Work', parentId: null },
    { id: 'own-parent', parentId: 'own-parent' },
  ],
  rules: [{ id: 'r', name: 'Brief', type: 'system' }],
  tags: [{ id: 't', name: 'Python' }],
  tagRuleLinks: [{ id: 'l', tagId: 't', ruleId: 'r' }, { id: 'bare' }],
};
const templates = [
  { id: 'a', name: 'Agent', type: 'agent', isPublic: false },
  { id: 'b', name: 'Task', type: 'task', parentId: 'a' },
  { id: 'bare' },
];

function rowsOf(version: 8 | 9): Rows {
  return version === 8 ? oddRows : { ...oddRows, promptTemplates: templates };
}

/** The indexes that the schema declares, in the browser's own terms. */
function declared(database: LiteChatDatabase): Record<string, string[]> {
  return Object.fromEntries(
    database.tables.map(({ name, schema }) => [
      name,
      schema.indexes.map(({ unique, src }) => `${unique ? '&' : ''}${src.replace('&', '')}`).sort(),
    ]),
  );
}

describe('an upgrade', () => {
  for (const version of [8, 9] as const) {
    it(`from version ${version} keeps every row as it was and has the indexes declared`, async () => {
      const database = freshDatabase();
      await leaveNative(database.name, version * 10, schemas[version], rowsOf(version));
      const before = await describeNative(database.name);
      await database.open();
      const indexes = declared(database);
      database.close();

      const after = await describeNative(database.name);
      expect(after.version).to.equal(SCHEMA_VERSION * 10);
      expect(after.rows).to.deep.equal({
        promptTemplates: [],
        unknownData: [],
        undo: [],
        bookkeeping: [],
        outline: [],
        outlineChanges: [],
        searchSegments: [],
        searchParts: [],
        searchChanges: [],
        ...before.rows,
      });
      for (const [table, { indexes: found }] of Object.entries(after.stores)) {
        expect(found, table).to.deep.equal(indexes[table]);
      }
      for (const [table, { keyPath, autoIncrement }] of Object.entries(before.stores)) {
        expect(after.stores[table]).to.deep.include({ keyPath, autoIncrement });
      }
    });

    it(`from version ${version} leaves lists that hold every row`, async () => {
      const database = freshDatabase();
      await leaveNative(database.name, version * 10, schemas[version], rowsOf(version));
      const persistence = new Persistence(database);
      const conversations = await persistence.loadConversations();
      expect(conversations.map(({ id }) => id)).to.deep.equal([
        'root',
        'texts',
        'whole',
        1,
        'bare',
        'odd',
      ]);
      const interactions = await persistence.loadInteractionsForConversation('whole');
      expect(interactions.map(({ id }) => id)).to.have.members(['i-1', 'i-2', 'i-3']);
      expect(await persistence.loadInteractionsForConversation('1')).to.have.length(1);
      expect(await persistence.loadPromptTemplates()).to.have.length(version === 8 ? 0 : 3);
      expect(await persistence.loadProjects()).to.have.length(2);
      expect(await persistence.loadTagRuleLinks()).to.have.length(2);
    });
  }

  it('keeps tables that the schema does not name', async () => {
    const stores: Stores = { ...schemas[9], workflows: '++id, &name', $other: '++id' };
    const rows: Rows = { workflows: [{ id: 'w', name: 'Mine' }], $other: [{ id: 1, keep: true }] };
    const database = freshDatabase();
    await leaveNative(database.name, 90, stores, { ...oddRows, ...rows });
    await new Persistence(database).saveTag({ id: 't-2', name: 'New' });
    await database.open();
    database.close();
    const after = await describeNative(database.name);
    expect(after.rows).to.deep.include({ ...rows });
    expect(after.stores['workflows']?.indexes).to.deep.equal(['&name']);
    await database.open();
    expect(await database.tags.count()).to.equal(2);
  });

  it('takes a version 8 to which Dexie has added a table', async () => {
    const database = freshDatabase();
    await leaveNative(database.name, 81, schemas[9], rowsOf(9));
    expect(await new Persistence(database).loadPromptTemplates()).to.have.length(3);
  });

  it('happens when the other tab lets go, which it is told to', async () => {
    const database = freshDatabase();
    const otherTab = await createNative(database.name, 90, schemas[9], oddRows);
    const told = new Promise<IDBVersionChangeEvent>((resolve) => {
      otherTab.onversionchange = (event) => {
        otherTab.close();
        resolve(event);
      };
    });
    await database.open();
    expect((await told).newVersion).to.equal(SCHEMA_VERSION * 10);
    expect(database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    expect(await database.conversations.count()).to.equal(6);
  });

  it('waits visibly while another tab holds on, and goes on when that closes', async () => {
    const database = freshDatabase();
    const otherTab = await createNative(database.name, 90, schemas[9], oddRows);
    const states: string[] = [];
    database.status.subscribe(({ state }) => states.push(state));
    const blocked = new Promise<void>((resolve) => {
      database.status.subscribe(({ state }) => {
        if (state === 'blocked') resolve();
      });
    });
    const reading = new Persistence(database).loadConversations();
    await blocked;
    expect(otherTab.version).to.equal(90);
    otherTab.close();
    expect(await reading).to.have.length(6);
    expect(states).to.deep.equal(['blocked', 'ready']);
  });

  it('leaves a database that is upgraded already as it is', async () => {
    const database = freshDatabase();
    await database.open();
    await new Persistence(database).saveConversation({ id: 'a', title: 'Talk', projectId: null });
    database.close();
    const before = await describeNative(database.name);
    await database.open();
    database.close();
    expect(await describeNative(database.name)).to.deep.equal(before);
    const native = await openNative(database.name);
    expect(native.version).to.equal(SCHEMA_VERSION * 10);
    native.close();
  });
});
