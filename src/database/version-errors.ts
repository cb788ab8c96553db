import { LiteChatError } from '../errors.js';

/** For a database whose schema a newer application made. */
export function newerError(): LiteChatError {
  return new LiteChatError(
    'database-newer',
    'The database was made by a newer version of this application. Reload the page, or update the application. Nothing was read or changed.',
  );
}

/** For a page whose database another tab has upgraded. */
export function outdatedError(cause?: unknown): LiteChatError {
  return new LiteChatError(
    'database-outdated',
    'Another tab updated the database, so this one no longer reads or writes it. Reload the page. Nothing was changed.',
    { cause },
  );
}
