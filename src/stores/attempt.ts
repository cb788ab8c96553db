/** Calls a listener of the host; one that throws is reported to the page and stops nobody else. */
export function attempt(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}
