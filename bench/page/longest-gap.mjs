/**
 * Watches how long the main thread leaves a timer waiting. Stands alone: it is also put into pages as
 * its text.
 *
 * @param {number} interval Of the timer, in milliseconds.
 * @returns {() => number} Stops, and gives the longest time between two ticks, in milliseconds.
 */
export function watchGaps(interval = 4) {
  let last = performance.now();
  let longest = 0;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, interval);
  return () => {
    clearInterval(timer);
    tick();
    return longest;
  };
}
