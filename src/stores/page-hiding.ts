/**
 * Calls when the page goes out of sight or is about to go for good: often the last moment in which
 * it may still write.
 *
 * @returns A function that ends it.
 */
export function whenPageHides(call: () => void): () => void {
  // In a worker or in Node there is no page to hide.
  if (typeof document === 'undefined') return () => undefined;
  const onChange = (): void => {
    if (document.visibilityState === 'hidden') call();
  };
  document.addEventListener('visibilitychange', onChange);
  addEventListener('pagehide', call);
  // Of a page that is navigated away from Dexie closes the databases before `pagehide` reaches us.
  addEventListener('beforeunload', call);
  return () => {
    document.removeEventListener('visibilitychange', onChange);
    removeEventListener('pagehide', call);
    removeEventListener('beforeunload', call);
  };
}
