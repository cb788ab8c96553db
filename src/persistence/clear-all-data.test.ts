import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { openNative } from '../../test/support/native-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import type { Conversation } from '../model/entities.js';
import { observe } from './observe.js';
import { Persistence } from './persistence.js';

const interaction = {
  conversationId: 'conversation-1',
  type: 'message.user_assistant',
  index: 3,
  parentId: null,
  prompt: null,
  response: 'Late',
  status: 'COMPLETED',
  startedAt: null,
  endedAt: null,
  metadata: {},
};

async function filled(): Promise<Persistence> {
  const persistence = freshPersistence();
  await fill(persistence);
  await persistence.database.unknownData.put({ key: 'x', name: 'x', position: null, value: 1 });
  return persistence;
}

async function expectEmpty({ database }: Persistence): Promise<void> {
  const rows = await snapshot(database);
  for (const [table, found] of Object.entries(rows)) expect(found, table).to.deep.equal({});
  expect(Object.keys(rows)).to.have.length(13);
}

/** Resolves when the live query has answered with rows, and again when it answers without. */
function watch(persistence: Persistence): { seen: Promise<void>; emptied: Promise<void> } {
  let see: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => (see = resolve));
  const emptied = new Promise<void>((resolve, reject) => {
    const end = observe<Conversation[]>(
      () => persistence.loadConversations(),
      ({ length }) => {
        if (length > 0) return see();
        end();
        resolve();
      },
      reject,
    );
  });
  return { seen, emptied };
}

describe('clearAllData', () => {
  it('leaves no row in any table, and a database that can be used', async () => {
    const persistence = await filled();
    const { name } = persistence.database;
    await persistence.clearAllData();
    await expectEmpty(persistence);
    expect(persistence.database.status.getState()).to.deep.equal({
      state: 'ready',
      persistent: true,
    });
    await persistence.saveConversation({ id: 'new', title: 'New', projectId: null });
    expect(await persistence.loadConversations()).to.have.length(1);
    const known = (await indexedDB.databases()).map((database) => database.name ?? '');
    expect(known.filter((other) => other.includes(name))).to.deep.equal([name]);
  });

  it('keeps what is saved while it opens the database anew', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    let isUnderWay = (): boolean => true;
    const cleared = persistence.clearAllData().then(() => {
      isUnderWay = () => false;
    });
    let last = '';
    while (isUnderWay()) {
      // One that meets the moment of the deletion may be refused; the last is after it.
      const save = persistence.saveConversation({ title: 'Late', projectId: null });
      last = await save.catch(() => '');
    }
    await cleared;
    const present = await persistence.loadConversations();
    expect(present.map(({ id }) => id)).to.include(last);
    expect(new Set(present.map(({ title }) => title))).to.deep.equal(new Set(['Late']));
  });

  it('clears what was never opened in this page', async () => {
    const before = await filled();
    before.database.close();
    const persistence = new Persistence(new LiteChatDatabase(before.database.name));
    await persistence.clearAllData();
    await expectEmpty(persistence);
    persistence.database.close();
  });

  it('may be asked for twice at the same time', async () => {
    const persistence = await filled();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    await other.loadConversations();
    await Promise.all([
      persistence.clearAllData(),
      persistence.clearAllData(),
      other.clearAllData(),
    ]);
    await expectEmpty(persistence);
    await expectEmpty(other);
  });

  it('makes another connection let go, which then finds the empty database', async () => {
    const persistence = await filled();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    expect(await other.loadConversations()).to.have.length(3);
    await persistence.clearAllData();
    await expectEmpty(other);
    expect(other.database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    await other.saveSetting('theme', 'dark');
    expect(await persistence.loadSetting('theme', 'light')).to.equal('dark');
  });

  it('lets no late write of another connection bring anything back', async () => {
    const persistence = await filled();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    await other.loadConversations();
    await persistence.clearAllData();
    const late = [
      other.updateInteraction('interaction-1-0', { response: 'Late' }),
      other.updateInteraction('interaction-1-0', { rating: 1 }, { touchConversation: false }),
      other.saveInteraction(interaction, { touchConversation: true }),
      other.updateRecord('conversations', 'conversation-1', { title: 'Late' }),
    ];
    for (const promise of late) await rejection(Promise.resolve(promise), 'not-found');
    await expectEmpty(persistence);
  });

  it('lets a write that is under way elsewhere finish before', async () => {
    const persistence = await filled();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    await other.loadConversations();
    const writing = other.saveInteraction(interaction);
    const clearing = persistence.clearAllData();
    expect(await writing).to.be.a('string');
    await clearing;
    await expectEmpty(persistence);
  });

  it('is seen by live queries, of this connection and of others', async () => {
    const persistence = await filled();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    const watches = [watch(persistence), watch(other)];
    await Promise.all(watches.map(({ seen }) => seen));
    await persistence.clearAllData();
    await Promise.all(watches.map(({ emptied }) => emptied));
  });

  it('waits visibly while another page holds on, and goes on when that closes', async () => {
    const persistence = await filled();
    const { status } = persistence.database;
    const holding = await openNative(persistence.database.name);
    const blocked = new Promise<void>((resolve) => {
      status.subscribe(({ state }) => {
        if (state === 'blocked') resolve();
      });
    });
    const clearing = persistence.clearAllData();
    await blocked;
    expect([...holding.objectStoreNames]).to.include('conversations');
    holding.close();
    await clearing;
    expect(status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    await expectEmpty(persistence);
  });
});
