const INTERVAL = 4;

/**
 * Watches how long the main thread leaves a timer waiting.
 *
 * @returns {() => number} Stops, and gives the longest time between two ticks, in milliseconds.
 */
export function watchGaps() {
  let last = performance.now();
  let longest = 0;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, INTERVAL);
  return () => {
    clearInterval(timer);
    tick();
    return longest;
  };
}
