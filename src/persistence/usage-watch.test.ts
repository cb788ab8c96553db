import { expect, waitUntil } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { openDatabase } from '../database/open-database.js';
import { Persistence } from './persistence.js';
import type { StorageUsage } from './measure-usage.js';
import { refreshUsage, watchUsage } from './usage-watch.js';

const tags = (usage: StorageUsage | undefined): number => usage?.collections.tags.records ?? -1;

describe('watchUsage', () => {
  it('measures at once, and again after a write, until it is ended', async () => {
    const persistence = freshPersistence();
    const told: number[] = [];
    const stop = watchUsage(persistence.database, (usage) => told.push(tags(usage)));
    await waitUntil(() => told.at(-1) === 0);
    await persistence.saveTag({ name: 'One' });
    await waitUntil(() => told.at(-1) === 1, 'not measured again', { timeout: 4000 });
    stop();
    const before = told.length;
    await persistence.saveTag({ name: 'Two' });
    // Another who watches is told, and the one who ended it is not.
    let witness = -1;
    const stopWitness = watchUsage(persistence.database, (usage) => (witness = tags(usage)));
    await waitUntil(() => witness === 2);
    stopWitness();
    expect(told).to.have.lengthOf(before);
  });

  it('measures once for many writes', async () => {
    const persistence = freshPersistence();
    const told: number[] = [];
    const stop = watchUsage(persistence.database, (usage) => told.push(tags(usage)));
    await waitUntil(() => told.at(-1) === 0);
    for (let number = 1; number <= 40; number++) {
      await persistence.saveTag({ name: `Tag ${number}` });
    }
    await waitUntil(() => told.at(-1) === 40, 'not measured again', { timeout: 4000 });
    stop();
    expect(told.length).to.be.lessThan(6);
  });

  it('tells a second watcher what is known, and both of what comes', async () => {
    const { database } = freshPersistence();
    const first: unknown[] = [];
    const second: unknown[] = [];
    const stopFirst = watchUsage(database, (usage) => first.push(usage));
    await waitUntil(() => first.length === 1);
    const stopSecond = watchUsage(database, (usage) => second.push(usage));
    expect(second).to.deep.equal(first);
    refreshUsage(database);
    await waitUntil(() => first.length === 2 && second.length === 2);
    stopFirst();
    stopSecond();
  });

  it('follows a database in memory too', async () => {
    const database = await openDatabase({ name: `test-${crypto.randomUUID()}`, storage: 'memory' });
    const told: number[] = [];
    const stop = watchUsage(database, (usage) => told.push(tags(usage)));
    await waitUntil(() => told.at(-1) === 0);
    await new Persistence(database).saveTag({ name: 'One' });
    await waitUntil(() => told.at(-1) === 1, 'not measured again', { timeout: 4000 });
    stop();
    database.close();
  });

  it('says why it cannot measure, and measures when asked again', async () => {
    const { database } = freshPersistence();
    const told: unknown[] = [];
    const stop = watchUsage(database, (usage, error) => told.push(error ?? tags(usage)));
    await waitUntil(() => told.length === 1);
    database.close();
    refreshUsage(database);
    await waitUntil(() => told.length === 2);
    expect(told[1]).to.have.property('code', 'database-closed');
    await database.open();
    refreshUsage(database);
    await waitUntil(() => told.at(-1) === 0);
    stop();
  });
});
