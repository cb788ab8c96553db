import { LiteChatError, type LiteChatErrorCode } from '../errors.js';

const UNTOUCHED = 'Nothing was changed.';

/** @returns The error with the code; its message says that nothing was changed. */
export function failure(code: LiteChatErrorCode, message: string, cause?: unknown): LiteChatError {
  return new LiteChatError(code, `${message} ${UNTOUCHED}`, cause === undefined ? {} : { cause });
}

/** For a file that is not what was written. */
export function damaged(what: string, cause?: unknown): LiteChatError {
  return failure('backup-malformed', `The file is damaged: ${what}.`, cause);
}

/** For a file that ends too soon. */
export function cut(where: string): LiteChatError {
  return failure(
    'backup-truncated',
    `The file is incomplete: it ends ${where}. Save or copy it again.`,
  );
}
