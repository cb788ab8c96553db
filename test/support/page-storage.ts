/**
 * Gives the page another `navigator.storage`, or none, until the function that it returns is called.
 * What is left out of it answers as a browser that does not protect the data.
 */
export function givePageStorage(storage: Partial<StorageManager> | undefined): () => void {
  const value = storage && {
    estimate: () => Promise.resolve({ usage: 18_200_000, quota: 10e9 }),
    persisted: () => Promise.resolve(false),
    ...storage,
  };
  Object.defineProperty(navigator, 'storage', { value, configurable: true });
  return () => void Reflect.deleteProperty(navigator, 'storage');
}
