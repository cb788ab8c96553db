import { LiteChatError } from './errors.js';

/** A module that is not loaded before something needs it. */
export interface OnDemand<Module> {
  /** Undefined until it has been loaded. */
  readonly loaded: Module | undefined;
  /**
   * Loads the module, once for all who ask.
   *
   * @param signal Ends the wait, with its reason; the module comes all the same.
   * @throws {LiteChatError} module-unavailable when it does not load; the next call tries again.
   */
  load(signal?: AbortSignal): Promise<Module>;
}

/**
 * Leaves a module out of what is loaded at once. Not to be awaited inside a transaction, which ends
 * meanwhile.
 *
 * @param importModule Calls `import()` with a literal, which bundlers look for.
 */
export function onDemand<Module>(importModule: () => Promise<Module>): OnDemand<Module> {
  let loaded: Module | undefined;
  let loading: Promise<Module> | undefined;
  return {
    get loaded() {
      return loaded;
    },
    load(signal) {
      loading ??= importModule().then(
        (module) => (loaded = module),
        (error: unknown) => {
          // Browsers before https://github.com/whatwg/html/pull/10327 remember that an address
          // failed until the page is loaded again: there another try fails at once.
          loading = undefined;
          throw new LiteChatError(
            'module-unavailable',
            'A part of the kit did not load. Check the connection and try again, or reload the page. Nothing was changed.',
            { cause: error },
          );
        },
      );
      return signal ? unlessAborted(loading, signal) : loading;
    },
  };
}

/** Waits for what goes on in any case, or until the signal ends the wait, with its reason. */
export function unlessAborted<Result>(
  promise: Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a reason is what the caller chose.
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
  return Promise.race([aborted, promise]).finally(() => signal.removeEventListener('abort', abort));
}
