/** Adds up what several suites counted. */
export function sum(totals) {
  return totals.reduce(
    (all, { passed, failed, failures = [] }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      failures: [...all.failures, ...failures],
    }),
    { passed: 0, failed: 0, failures: [] },
  );
}

/** The closing line of a run; nothing else may stand on it. */
export function totalsLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** A line a failure, to stand where the eye falls first: just above the closing line. */
export function failureLines({ failures }) {
  return failures.map((failure) => `FAILED ${failure.replace(/\s+/g, ' ').slice(0, 500)}`);
}

/** A run is good when something ran and nothing failed. */
export function isGood({ passed, failed }) {
  return passed > 0 && failed === 0;
}
