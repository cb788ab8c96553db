/* global Worker */
// Runs in the page: the search of this package, by its public names.
import { createPersistenceContext } from '/dist/cdn/litechat-elements.js';
import { isIndexed, until } from './kit.mjs';
import { timeSearches } from './search-queries.mjs';

export { open, supports } from './kit.mjs';

const searchOf = ({ persistence }) => createPersistenceContext(persistence).context.stores.search;

/** How often it is asked whether something can be found yet. */
const LOOK_MILLISECONDS = 100;

/** Has every worker that the page starts noted. */
function watchWorkers() {
  const started = [];
  globalThis.Worker = class extends Worker {
    constructor(address, options) {
      super(address, options);
      started.push(String(address));
    }
  };
  return started;
}

export const tasks = {
  search: {
    async prepare(handle) {
      const store = searchOf(handle);
      const search = async (query) => {
        await store.getState().search(query);
        const { total, groups } = store.getState();
        if (total > 0 && groups.length === 0) throw new Error(`No hits are shown of ${query}`);
        return total;
      };
      await search('');
      await until(store, isIndexed);
      return async () => ({ measured: await timeSearches(search), verify() {} });
    },
  },

  build: {
    async prepare(handle, { size }) {
      const workers = watchWorkers();
      const store = searchOf(handle);
      return async () => {
        const { searchSegments } = handle.persistence.database;
        const start = performance.now();
        let first;
        const timer = setInterval(async () => {
          if ((await searchSegments.count()) > 0) first ??= performance.now() - start;
        }, LOOK_MILLISECONDS);
        await store.getState().search('');
        await until(store, isIndexed);
        const time = performance.now() - start;
        clearInterval(timer);
        return {
          measured: { time, first: first ?? time, disk: await bytesOfIndex(handle) },
          async verify() {
            if (!workers.some((address) => address.includes('transfer-worker'))) {
              throw new Error('The index was not built in the worker.');
            }
            const segments = await searchSegments.toArray();
            const documents = segments.reduce((sum, each) => sum + each.documents, 0);
            if (documents !== size.interactions) throw new Error(`${documents} are in the index.`);
          },
        };
      };
    },
  },
};

/** What the browser says of the size of a database is hours late. */
async function bytesOfIndex({ persistence }) {
  let bytes = 0;
  await persistence.database.searchParts.each((part) => {
    for (const value of Object.values(part)) {
      // An id and what goes with it.
      bytes += Array.isArray(value) ? 23 * value.length : (value.byteLength ?? value.length ?? 8);
    }
  });
  return bytes;
}
