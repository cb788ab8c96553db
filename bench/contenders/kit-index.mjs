// Runs in the page: a part of this package that has no public name, from its own modules.
import { LiteChatDatabase } from '/dist/database/litechat-database.js';
import { updateSearchIndex } from '/dist/persistence/search/update-index.js';
import { tables } from '../data/tables.mjs';
import { median } from '../report/statistics.mjs';

export const supports = () => true;

const MORE = 60;
const OTHER_SEED = 5;

export async function open(name) {
  const database = new LiteChatDatabase(name);
  await database.open();
  return { database, native: database.backendDB() };
}

export const tasks = {
  update: {
    async prepare({ database }) {
      await updateSearchIndex(database);
      const size = { data: 'words', interactions: MORE, seed: OTHER_SEED };
      const { count, row } = tables(size).find(({ table }) => table === 'interactions');
      const rows = Array.from({ length: count }, (_, number) => row(number));
      return async () => {
        const times = [];
        for (const interaction of rows) {
          await database.interactions.put(interaction);
          const start = performance.now();
          await updateSearchIndex(database);
          times.push(performance.now() - start);
        }
        return {
          measured: { time: median(times), worst: Math.max(...times) },
          async verify() {
            const { searchChanges } = database;
            const left = await searchChanges.count();
            if (left > 0) throw new Error(`${left} changes are not in the index.`);
          },
        };
      };
    },
  },
};
