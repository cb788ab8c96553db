/** A reason why something cannot be run, in one line that a stack would only bury. */
export class CannotRun extends Error {
  name = 'CannotRun';
}

/** Says what went wrong: the reason alone where there is one, else where it happened too. */
export function report(error) {
  console.error(error instanceof CannotRun ? error.message : error);
}
