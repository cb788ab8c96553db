import { LiteChatError } from '../errors.js';
import type { RestorePolicy } from './types.js';

const policies: readonly RestorePolicy[] = ['replace', 'merge-newest'];

/**
 * Refuses what this version cannot do yet rather than doing something else: a passphrase ignored
 * would write secrets in plain text.
 *
 * @throws {LiteChatError} not-supported.
 */
export function assertSupported(options: {
  passphrase?: string | undefined;
  policy?: RestorePolicy | undefined;
}): void {
  if (options.passphrase !== undefined) {
    throw new LiteChatError(
      'not-supported',
      'Encrypted backups are not supported yet. Nothing was written and nothing was changed.',
    );
  }
  if (options.policy !== undefined && !policies.includes(options.policy)) {
    throw new LiteChatError(
      'not-supported',
      'There is no restore policy of that name. Nothing was changed.',
    );
  }
}
