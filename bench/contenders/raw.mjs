/* global indexedDB */
// Runs in the page: the browser's IndexedDB with nothing above it.
import { settled } from '../page/settled.mjs';
import { rowsInWindows } from './rows-in-windows.mjs';
import { createStores, VERSION } from './version-9.mjs';

export const supports = () => true;

export async function open(name) {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => createStores(request.result);
  const native = await settled(request);
  return { name, native };
}

async function countByReading(store) {
  let count = 0;
  for await (const rows of rowsInWindows(store)) count += rows.length;
  return count;
}

export const tasks = {
  /** Reads everything and writes nothing: no export can take less. */
  async export({ native }) {
    const transaction = native.transaction(['conversations', 'interactions'], 'readonly');
    return {
      conversations: await countByReading(transaction.objectStore('conversations')),
      interactions: await countByReading(transaction.objectStore('interactions')),
    };
  },

  async restore({ native }, { rows }) {
    const transaction = native.transaction(Object.keys(rows), 'readwrite');
    for (const [table, list] of Object.entries(rows)) {
      const store = transaction.objectStore(table);
      for (const row of list) store.put(row);
    }
    await settled(transaction);
  },

  async clear({ native, name }) {
    native.close();
    await settled(indexedDB.deleteDatabase(name));
    await open(name);
  },
};
