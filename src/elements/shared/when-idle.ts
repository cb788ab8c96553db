/** The longest that a busy page puts it off; also where a browser does not say that it is idle. */
const LATEST_MILLISECONDS = 1000;

/** Does what may well be needed soon, once the browser has nothing more urgent to do. */
export function whenIdle(action: () => void): void {
  // Safari has none.
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(action, { timeout: LATEST_MILLISECONDS });
  } else setTimeout(action, LATEST_MILLISECONDS);
}
