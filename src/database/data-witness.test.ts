import { expect, waitUntil } from '@open-wc/testing';
import { deleteNative } from '../../test/support/native-database.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { Persistence } from '../persistence/persistence.js';
import type { EmptiedStorage } from './data-witness.js';
import { LAST_BACKUP } from './last-backup.js';
import { LiteChatDatabase } from './litechat-database.js';
import { openInMemory } from './open-database.js';

const draft = { title: 'Kept for years', projectId: null };

const keyOf = ({ database }: Persistence): string => `litechat-elements:${database.name}`;
const noted = (persistence: Persistence): string | null => localStorage.getItem(keyOf(persistence));

const patient = { timeout: 8000 };

/** Waits until it is noted that there are conversations. */
async function seen(persistence: Persistence): Promise<void> {
  await waitUntil(() => noted(persistence) !== null, 'Nothing was noted', patient);
}

function emptiedOf({ database }: Persistence): EmptiedStorage | undefined {
  const status = database.status.getState();
  return status.state === 'ready' ? status.emptied : undefined;
}

/** As a browser does when the disk is full or the database is damaged. */
async function evict({ database }: Persistence): Promise<void> {
  database.close();
  await deleteNative(database.name);
}

async function openAgain({ database }: Persistence): Promise<Persistence> {
  database.close();
  const again = new LiteChatDatabase(database.name);
  opened.push(again);
  await again.open();
  return new Persistence(again);
}

const opened: LiteChatDatabase[] = [];

describe('a database that the browser has emptied', () => {
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.delete();
  });

  it('says that there were conversations, and when they were last seen', async () => {
    const persistence = freshPersistence();
    const before = Date.now();
    await persistence.saveConversation(draft);
    await seen(persistence);
    await evict(persistence);

    const again = await openAgain(persistence);
    const emptied = emptiedOf(again);
    expect(emptied?.lastSeen.getTime()).to.be.within(before, Date.now());
    expect(emptied?.lastBackup).to.equal(null);
    expect(again.database.persistent).to.equal(true);
  });

  it('says it at every visit, whatever is written since, until that is acknowledged', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation(draft);
    await seen(persistence);
    await evict(persistence);

    const second = await openAgain(persistence);
    const emptied = emptiedOf(second);
    await second.saveConversation(draft);
    const third = await openAgain(second);
    expect(emptied).to.not.equal(undefined);
    expect(emptiedOf(third)).to.deep.equal(emptied);

    third.database.forgetEmptied();
    expect(third.database.status.getState()).to.deep.equal({ state: 'ready', persistent: true });
    const fourth = await openAgain(third);
    expect(emptiedOf(fourth)).to.equal(undefined);
    // What is there by now is kept an eye on.
    await seen(fourth);
  });

  it('knows the last backup from before', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation(draft);
    await seen(persistence);
    const at = new Date(2026, 10, 10);
    const value = { at, categories: [] };
    await persistence.database.bookkeeping.put({ key: LAST_BACKUP, value });
    await waitUntil(() => noted(persistence)?.includes('lastBackup'), 'It is not noted', patient);
    await evict(persistence);
    expect(emptiedOf(await openAgain(persistence))?.lastBackup).to.deep.equal(at);
  });

  it('makes nothing of a time of the last backup that is none', async () => {
    const persistence = freshPersistence();
    localStorage.setItem(keyOf(persistence), '{"lastSeen":0,"lastBackup":1e400}');
    await persistence.database.open();
    expect(emptiedOf(persistence)).to.deep.equal({ lastSeen: new Date(0), lastBackup: null });
  });

  it('notes what was written before this version, or by a worker or another tab', async () => {
    const persistence = freshPersistence();
    await persistence.database.open();
    const other = new LiteChatDatabase(persistence.database.name);
    opened.push(other);
    await new Persistence(other).saveConversation(draft);
    await seen(persistence);

    other.close();
    localStorage.removeItem(keyOf(persistence));
    await seen(await openAgain(persistence));
  });
});

describe('a database that was emptied on purpose', () => {
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.delete();
  });

  it('is not missed after everything was cleared', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation(draft);
    await seen(persistence);
    await persistence.clearAllData();
    expect(emptiedOf(persistence)).to.equal(undefined);
    expect(noted(persistence)).to.equal(null);
    expect(emptiedOf(await openAgain(persistence))).to.equal(undefined);
  });

  it('is not missed once the last conversation was deleted', async () => {
    const persistence = freshPersistence();
    const id = await persistence.saveConversation(draft);
    await seen(persistence);
    await persistence.deleteConversation(id);
    await waitUntil(() => noted(persistence) === null, 'It is still noted', patient);
    await evict(persistence);
    expect(emptiedOf(await openAgain(persistence))).to.equal(undefined);
  });

  it('is not missed where there never was a conversation', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    await evict(persistence);
    expect(emptiedOf(await openAgain(persistence))).to.equal(undefined);
  });

  it('is not mistaken for one in memory of the same name', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation(draft);
    await seen(persistence);
    const inMemory = await openInMemory(persistence.database.name);
    expect(inMemory.status.getState()).to.deep.equal({ state: 'ready', persistent: false });
    await inMemory.delete();
    expect(noted(persistence)).to.not.equal(null);
  });

  for (const junk of [
    '',
    '{',
    'null',
    '7',
    '{"lastSeen":"yesterday"}',
    '{"lastSeen":1e400}',
    '[]',
  ]) {
    it(`makes nothing of a note that says ${junk || 'nothing'}`, async () => {
      const persistence = freshPersistence();
      localStorage.setItem(keyOf(persistence), junk);
      await persistence.database.open();
      expect(emptiedOf(persistence)).to.equal(undefined);
    });
  }
});
