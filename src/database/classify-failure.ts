import { LiteChatError, type LiteChatErrorCode } from '../errors.js';

interface Failure {
  code: LiteChatErrorCode;
  /** What happened and what to do, without the sentence on the data. */
  message: string;
}

/**
 * What browsers throw, by the name of the `DOMException` or Dexie error.
 * The names are those of the Indexed Database API 3.0, section "Exceptions", and of Dexie.errnames.
 */
const failures: Readonly<Record<string, Failure>> = {
  QuotaExceededError: {
    code: 'quota-exceeded',
    message:
      'The browser has no more room for this site. Free space on the device, or back up and delete what is not needed',
  },
  ConstraintError: { code: 'name-taken', message: 'Another record already has this name' },
  VersionError: {
    code: 'database-newer',
    message: 'The database was made by a newer version of this application. Reload the page',
  },
  MissingAPIError: {
    code: 'database-unavailable',
    message: 'This browser, or its settings for this page, offers no IndexedDB',
  },
  SecurityError: {
    code: 'database-unavailable',
    message: 'The browser does not let this page store data. Allow site data for this page',
  },
  DatabaseClosedError: { code: 'database-closed', message: 'The database is closed' },
  InvalidStateError: {
    code: 'database-connection-lost',
    message: 'The browser closed the connection to the database. Reload the page',
  },
  UnknownError: {
    code: 'database-connection-lost',
    message: 'The browser failed to reach its storage. Reload the page, or restart the browser',
  },
  TimeoutError: {
    code: 'database-connection-lost',
    message: 'The browser took too long to reach its storage. Reload the page',
  },
  NotReadableError: {
    code: 'database-failed',
    message:
      'The browser lost part of what it had stored. Back up what can still be read, then clear the data and restore the backup',
  },
  DataCloneError: { code: 'record-invalid', message: 'The record holds what cannot be stored' },
  DataError: { code: 'record-invalid', message: 'The record holds a key that cannot be stored' },
};

/** The error and what it wraps: Dexie puts the browser's own under `inner`, bulk calls in a list. */
function* causesOf(error: unknown): Generator<object> {
  for (let depth = 0; typeof error === 'object' && error !== null && depth < 8; depth++) {
    yield error;
    const first: unknown =
      'failures' in error && Array.isArray(error.failures) ? error.failures[0] : undefined;
    error = first ?? ('inner' in error ? error.inner : 'cause' in error ? error.cause : undefined);
  }
}

/**
 * Translates whatever the browser or Dexie threw into a {@link LiteChatError}. A `LiteChatError`
 * and the reason of an aborted signal pass as they are.
 *
 * @param dataChanged Whether anything had been committed before; a failed transaction changes nothing.
 */
export function classifyFailure(
  error: unknown,
  { signal, dataChanged = false }: { signal?: AbortSignal | undefined; dataChanged?: boolean } = {},
): unknown {
  if (signal?.aborted && error === signal.reason) return error;
  const causes = [...causesOf(error)];
  // Dexie wraps the DOMException that a signal gives as its reason.
  if (signal?.aborted && causes.some((cause) => cause === signal.reason)) return signal.reason;
  const ours = causes.find((cause) => cause instanceof LiteChatError);
  if (ours) return ours;
  // The innermost cause says most: a quota failure arrives as AbortError around it in Chromium.
  const known = causes
    .reverse()
    .map((cause) => ('name' in cause ? failures[String(cause.name)] : undefined))
    .find((failure) => failure !== undefined);
  const { code, message } = known ?? {
    code: 'database-failed' as const,
    message: 'The browser could not complete the operation on its storage',
  };
  const outcome = dataChanged ? 'Part of the data was changed.' : 'Nothing was changed.';
  return new LiteChatError(code, `${message}. ${outcome}`, { dataChanged, cause: error });
}
