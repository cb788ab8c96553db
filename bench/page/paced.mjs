/**
 * Takes steps at a steady pace. One that comes late is caught up on, so that all are taken in the time
 * that they should be.
 *
 * @param {{ steps: number, milliseconds: number }} pace `milliseconds` from one step to the next.
 * @param {(number: number) => void} step
 */
export function paced({ steps, milliseconds }, step) {
  const start = performance.now();
  let taken = 0;
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      try {
        const due = Math.min(steps, Math.floor((performance.now() - start) / milliseconds));
        while (taken < due) step(taken++);
      } catch (error) {
        clearInterval(timer);
        reject(error);
        return;
      }
      if (taken < steps) return;
      clearInterval(timer);
      resolve();
    }, milliseconds);
  });
}
