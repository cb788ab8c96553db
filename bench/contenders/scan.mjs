/* global indexedDB */
// Runs in the page: a search that looks at every row.
import { settled } from '../page/settled.mjs';
import { timeSearches } from './search-queries.mjs';

export const supports = () => true;

/** Opens whatever is there. */
export async function open(name) {
  return { native: await settled(indexedDB.open(name)) };
}

function countWith(native, query) {
  const wanted = query.replaceAll('"', '').trim().toLowerCase();
  const store = native.transaction('interactions').objectStore('interactions');
  let found = 0;
  return new Promise((resolve, reject) => {
    const request = store.openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      const { prompt, response } = cursor.value;
      if (`${prompt.content}\n${response}`.toLowerCase().includes(wanted)) found++;
      cursor.continue();
    };
  });
}

export const tasks = {
  search: {
    async prepare({ native }) {
      const search = (query) => countWith(native, query);
      return async () => ({
        measured: await timeSearches(search, { repeats: 1, isTyped: false }),
        verify() {},
      });
    },
  },
};
