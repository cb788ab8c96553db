/** The moment at which every picture is taken. */
export const NOW = '2026-03-18T15:00:00.000Z';

/**
 * What a page must be told before its own scripts run, so that it says the same at all times and on
 * every machine. Runs in the page.
 *
 * @param {string} now
 */
export function fixSurroundings(now) {
  const moment = new Date(now).getTime();
  // Dates from the database are still instances of it.
  globalThis.Date = new Proxy(Date, {
    construct: (Real, given, target) =>
      given.length === 0 ? new Real(moment) : Reflect.construct(Real, given, target),
    get: (Real, key) => (key === 'now' ? () => moment : Reflect.get(Real, key)),
  });
  const storage = {
    estimate: () => Promise.resolve({ usage: 3_600_000, quota: 60_000_000_000 }),
    persisted: () => Promise.resolve(false),
  };
  for (const [name, value] of Object.entries(storage)) {
    Object.defineProperty(StorageManager.prototype, name, { value });
  }
}
