import { expect, waitUntil } from '@open-wc/testing';
import { LiteChatDatabase } from '../database/litechat-database.js';
import type { DbTag } from '../model/entities.js';
import { Persistence } from '../persistence/persistence.js';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { day } from '../../test/support/sample-rows.js';
import { TableRows } from './table-rows.js';

const dates = { createdAt: day(1), updatedAt: day(1) };

interface PendingWrite {
  commit: () => void;
  fail: () => void;
  done: Promise<unknown>;
}

describe('live rows', () => {
  let persistence: Persistence;
  let tags: TableRows<'tags'>;

  beforeEach(async () => {
    persistence = new Persistence(freshDatabase());
    for (const name of ['Art', 'Maths', 'Python']) {
      await persistence.saveTag({ id: name.toLowerCase(), name, ...dates });
    }
    tags = new TableRows(persistence, 'tags', () => persistence.loadTags());
    await tags.follow();
  });

  afterEach(() => tags.stop());

  const names = (): string[] => tags.shown.map(({ name }) => name);
  const find = (id: string): DbTag | undefined => tags.shown.find((tag) => tag.id === id);

  /** Starts an update whose write waits. */
  function update(id: string, updates: Partial<DbTag>): PendingWrite {
    let commit = (): void => undefined;
    let fail = (): void => undefined;
    const gate = new Promise<void>((resolve, reject) => {
      commit = resolve;
      fail = () => reject(new Error('refused'));
    });
    const done = tags.update(id, updates, async (changes) => {
      await gate;
      return persistence.updateRecord('tags', id, changes);
    });
    return { commit, fail, done: done.catch((error: unknown) => error) };
  }

  it('show a change from the first moment to the last', async () => {
    const seen: string[][] = [];
    tags.state.subscribe(({ shown }) => seen.push(shown.map(({ name }) => name)));
    await tags.put({ id: 'law', name: 'Law', ...dates }, (row) => persistence.saveTag(row));
    const folded = tags.committed;
    await waitUntil(() => tags.committed !== folded, 'the live query tells the same');
    expect(new Set(seen.map(String))).to.deep.equal(new Set(['Art,Law,Maths,Python']));
  });

  it('show a deletion from the first moment to the last', async () => {
    const seen: string[][] = [];
    tags.state.subscribe(({ shown }) => seen.push(shown.map(({ name }) => name)));
    await tags.remove(['maths'], () => persistence.deleteTag('maths'));
    const folded = tags.committed;
    await waitUntil(() => tags.committed !== folded, 'the live query tells the same');
    expect(new Set(seen.map(String))).to.deep.equal(new Set(['Art,Python']));
  });

  it('show two rapid updates of one row, the later over the earlier', async () => {
    const first = update('art', { name: 'Fine art', description: 'first' });
    const second = update('art', { description: 'second' });
    expect(find('art')).to.include({ name: 'Fine art', description: 'second' });
    first.commit();
    await first.done;
    expect(find('art')).to.include({ name: 'Fine art', description: 'second' });
    second.commit();
    await second.done;
    expect(find('art')).to.include({ name: 'Fine art', description: 'second' });
    expect(await persistence.database.tags.get('art')).to.include({
      name: 'Fine art',
      description: 'second',
    });
  });

  it('take back only the change whose write failed', async () => {
    const first = update('art', { name: 'Zen' });
    const second = update('art', { description: 'kept' });
    const third = update('maths', { name: 'Algebra' });
    first.fail();
    expect(await first.done).to.be.instanceOf(Error);
    expect(names()).to.deep.equal(['Algebra', 'Art', 'Python']);
    expect(find('art')).to.include({ description: 'kept' });
    second.commit();
    third.commit();
    await Promise.all([second.done, third.done]);
    expect(names()).to.deep.equal(['Algebra', 'Art', 'Python']);
  });

  it('keep what another tab changes in another field of the row meanwhile', async () => {
    const pending = update('art', { name: 'Fine art' });
    await persistence.updateRecord('tags', 'art', { description: 'elsewhere' });
    await waitUntil(() => find('art')?.description === 'elsewhere');
    expect(find('art')?.name).to.equal('Fine art');
    pending.commit();
    await pending.done;
    expect(find('art')).to.include({ name: 'Fine art', description: 'elsewhere' });
    expect(await persistence.database.tags.get('art')).to.include({
      name: 'Fine art',
      description: 'elsewhere',
    });
  });

  it('put a row back at its place when it could not be deleted', async () => {
    const deleted = tags.remove(['maths'], () => Promise.reject(new Error('refused')));
    expect(names()).to.deep.equal(['Art', 'Python']);
    expect(await deleted.catch((error: unknown) => String(error))).to.equal('Error: refused');
    expect(names()).to.deep.equal(['Art', 'Maths', 'Python']);
  });

  it('hold plain copies of changes, with text in date fields as dates', async () => {
    const metadata = { deep: { value: 1 } };
    const updates: object = { updatedAt: '2026-05-01T00:00:00.000Z', metadata };
    const { done, commit } = update('art', updates);
    metadata.deep.value = 2;
    expect(find('art')?.updatedAt).to.deep.equal(new Date('2026-05-01'));
    expect(find('art')).to.deep.include({ metadata: { deep: { value: 1 } } });
    commit();
    await done;
    expect(await persistence.database.tags.get('art')).to.deep.include({
      metadata: { deep: { value: 1 } },
    });
  });

  it('never show what cannot be stored', async () => {
    const updates: object = { description: () => 'code' };
    const refused = tags.update('art', updates);
    expect(find('art')).not.to.have.property('description');
    const { path } = await rejection(refused, 'record-invalid');
    expect(path).to.equal('tags.description');
  });

  it('follow no more once stopped, and anew when asked', async () => {
    tags.stop();
    expect(tags.state.getState().status).to.deep.equal({ state: 'idle' });
    await persistence.saveTag({ id: 'law', name: 'Law', ...dates });
    expect(names()).not.to.include('Law');
    await tags.follow();
    expect(names()).to.include('Law');
  });

  it('load no rows that nobody has read', async () => {
    tags.reset();
    const loading = tags.load();
    tags.stop();
    await rejection(loading, 'database-closed');
  });

  it('say that the database was closed, and read again when asked', async () => {
    persistence.database.close();
    await waitUntil(() => tags.state.getState().status.state === 'failed');
    await rejection(tags.load(), 'database-closed');
    await persistence.database.open();
    expect(await tags.load()).to.have.length(3);
    await persistence.saveTag({ id: 'law', name: 'Law', ...dates });
    await waitUntil(() => names().includes('Law'));
  });

  it('say that another tab has upgraded the database', async () => {
    const upgrade = indexedDB.open(persistence.database.name, 2000);
    await waitUntil(() => tags.state.getState().status.state === 'failed');
    await rejection(tags.load(), 'database-outdated');
    expect(names(), 'are still shown').to.have.length(3);
    await waitUntil(() => upgrade.readyState === 'done');
    upgrade.result.close();
  });

  it('say that a newer application made the database', async () => {
    persistence.database.close();
    const upgrade = indexedDB.open(persistence.database.name, 2005);
    await waitUntil(() => upgrade.readyState === 'done');
    upgrade.result.close();
    const late = new Persistence(new LiteChatDatabase(persistence.database.name));
    const rows = new TableRows(late, 'tags', () => late.loadTags());
    await rejection(rows.load(), 'database-newer');
    expect(rows.shown).to.deep.equal([]);
  });

  it('are empty when somebody deletes the database', async () => {
    const deletion = indexedDB.deleteDatabase(persistence.database.name);
    await waitUntil(() => deletion.readyState === 'done');
    await waitUntil(() => names().length === 0);
    expect(tags.state.getState().status.state).to.equal('ready');
  });

  it('are empty once all data is cleared, here or in another tab', async () => {
    const elsewhere = new Persistence(new LiteChatDatabase(persistence.database.name));
    await elsewhere.loadTags();
    await elsewhere.clearAllData();
    await waitUntil(() => names().length === 0);
    await persistence.saveTag({ id: 'law', name: 'Law', ...dates });
    await waitUntil(() => names().length === 1);
    await persistence.clearAllData();
    await waitUntil(() => names().length === 0);
    elsewhere.database.close();
  });
});
