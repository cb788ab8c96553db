/** What can go wrong, as words a program can compare. */
export type LiteChatErrorCode =
  | 'backup-malformed'
  | 'backup-not-recognised'
  | 'backup-truncated'
  | 'backup-version-unsupported'
  | 'cycle'
  | 'database-blocked'
  | 'database-closed'
  | 'database-connection-lost'
  | 'database-failed'
  | 'database-newer'
  | 'database-outdated'
  | 'database-unavailable'
  | 'duplicate-id'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'module-unavailable'
  | 'name-taken'
  | 'not-found'
  | 'not-supported'
  | 'passphrase-required'
  | 'passphrase-wrong'
  | 'quota-exceeded'
  | 'record-invalid';

/** What an error can tell besides its message. */
export interface LiteChatErrorOptions {
  /** Where the offending record or field is, such as `conversations[3].updatedAt`. */
  path?: string | undefined;
  /** Whether anything stored was changed before the failure; false unless given. */
  dataChanged?: boolean | undefined;
  cause?: unknown;
}

/** The same in every copy of the kit. */
const brand = Symbol.for('litechat-error');

/**
 * The only error the kit throws, but for the reason of an `AbortSignal`, which passes as it is.
 * Its message says what happened and whether data changed, and never holds a secret's value.
 * `instanceof` knows one that another copy of the kit on the page has thrown.
 */
export class LiteChatError extends Error {
  readonly code: LiteChatErrorCode;
  readonly path: string | undefined;
  readonly dataChanged: boolean;

  constructor(code: LiteChatErrorCode, message: string, options: LiteChatErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'LiteChatError';
    this.code = code;
    this.path = options.path;
    this.dataChanged = options.dataChanged ?? false;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  get [brand](): true {
    return true;
  }
}
