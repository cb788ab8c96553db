import { classifyFailure } from '../database/classify-failure.js';
import { isOutdated, type LiteChatDatabase } from '../database/litechat-database.js';
import { outdatedError } from '../database/version-errors.js';
import { LiteChatError } from '../errors.js';

/**
 * Runs one operation on the database and translates its failure.
 *
 * @throws {LiteChatError} database-outdated when another tab upgraded the database, else what
 * {@link classifyFailure} makes of the failure.
 */
export async function run<Result>(
  database: LiteChatDatabase,
  operation: () => PromiseLike<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  try {
    signal?.throwIfAborted();
    return await operation();
  } catch (error) {
    const failure = classifyFailure(error, { signal });
    const isOfDatabase = failure instanceof LiteChatError && failure.code.startsWith('database-');
    throw isOfDatabase && isOutdated(database) ? outdatedError(failure) : failure;
  }
}
