// Runs in the page: Dexie as an application would use it that has no kit.
import Dexie from 'dexie';
import { VERSION, version9 } from './version-9.mjs';

export const supports = () => true;

export async function open(name) {
  const dexie = new Dexie(name);
  dexie.version(VERSION / 10).stores(version9);
  await dexie.open();
  return { dexie, native: dexie.backendDB() };
}

const dateFields = ['createdAt', 'updatedAt', 'lastSyncedAt', 'startedAt', 'endedAt'];

function reviveDates(row) {
  for (const field of dateFields) {
    if (typeof row[field] === 'string') row[field] = new Date(row[field]);
  }
  return row;
}

export const tasks = {
  async export({ dexie }) {
    const contents = { version: 1, exportedAt: new Date().toISOString() };
    for (const table of dexie.tables) contents[table.name] = await table.toArray();
    return new Blob([JSON.stringify(contents, null, 2)], { type: 'application/json' });
  },

  async restore({ dexie }, { file }) {
    const contents = JSON.parse(await file.text());
    const tables = dexie.tables.filter(({ name }) => Array.isArray(contents[name]));
    for (const { name } of tables) contents[name].forEach(reviveDates);
    await dexie.transaction('rw', tables, async () => {
      for (const table of tables) {
        await table.clear();
        await table.bulkPut(contents[table.name]);
      }
    });
  },

  async clear({ dexie }) {
    for (const table of dexie.tables) await table.clear();
  },
};
