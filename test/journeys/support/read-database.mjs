/**
 * Everything an IndexedDB database holds, read past the kit: every row of every store by its key, with
 * each Date as `{ $date }`, so that a date and the text of a date are told apart.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 */
export function readDatabase(page, name = 'LiteChatDB') {
  return page.evaluate(async (databaseName) => {
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const tagged = (value) => {
      if (value instanceof Date) return { $date: value.toISOString() };
      if (Array.isArray(value)) return value.map(tagged);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tagged(inner)]));
    };
    const database = await answer(indexedDB.open(databaseName));
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readonly');
    const contents = await Promise.all(
      stores.map(async (store) => {
        const [keys, rows] = await Promise.all([
          answer(transaction.objectStore(store).getAllKeys()),
          answer(transaction.objectStore(store).getAll()),
        ]);
        return [store, Object.fromEntries(keys.map((key, at) => [key, tagged(rows[at])]))];
      }),
    );
    database.close();
    return Object.fromEntries(contents);
  }, name);
}
