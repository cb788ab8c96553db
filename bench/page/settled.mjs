/** The result of a request, or the end of a transaction, of the browser's IndexedDB. */
export function settled(target) {
  return new Promise((resolve, reject) => {
    target.onsuccess = target.oncomplete = () => resolve(target.result);
    target.onerror = target.onabort = () => reject(target.error);
  });
}
