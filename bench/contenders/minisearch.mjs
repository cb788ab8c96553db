// Runs in the page: MiniSearch, whose index is in memory and lasts as long as the page.
import MiniSearch from 'minisearch';
import { settled } from '../page/settled.mjs';
import { rowsInWindows } from './rows-in-windows.mjs';
import { timeSearches } from './search-queries.mjs';

export { open, supports } from './scan.mjs';

const SHOWN = 20;

async function indexOf(native) {
  const index = new MiniSearch({ fields: ['prompt', 'response'] });
  const store = native.transaction('interactions').objectStore('interactions');
  for await (const rows of rowsInWindows(store)) {
    index.addAll(
      rows.map(({ id, prompt, response }) => ({ id, prompt: prompt.content, response })),
    );
  }
  return index;
}

/** Searches, and reads the rows of what is found first: their texts are not in the index. */
async function searchIn({ index, native }, query) {
  const found = index.search(query, { prefix: !query.endsWith(' '), combineWith: 'AND' });
  const store = native.transaction('interactions').objectStore('interactions');
  await Promise.all(found.slice(0, SHOWN).map(({ id }) => settled(store.get(id))));
  return found.length;
}

export const tasks = {
  search: {
    async prepare({ native }) {
      const index = await indexOf(native);
      const search = (query) => searchIn({ index, native }, query);
      return async () => ({
        measured: await timeSearches(search, { without: ['phrase'] }),
        verify() {},
      });
    },
  },

  build: {
    async prepare({ native }, { size }) {
      return async () => {
        const index = await indexOf(native);
        return {
          verify() {
            const { documentCount } = index;
            if (documentCount !== size.interactions) throw new Error(`${documentCount} are in it.`);
          },
        };
      };
    },
  },
};
