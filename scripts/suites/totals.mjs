/** Adds up what several suites counted. */
export function sum(totals) {
  return totals.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** The closing line of a run; nothing else may stand on it. */
export function totalsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** A run is good when something ran and nothing failed. */
export function isGood({ passed, failed }) {
  return passed > 0 && failed === 0;
}
