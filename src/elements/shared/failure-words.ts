import type { LocalizeController } from '@shoelace-style/localize';
import { LiteChatError } from '../../errors.js';
import type { Translation } from '../../locales/translation.js';

/** What is said of a failure: its own message in English, and the words for its code elsewhere. */
export function failureWords(error: unknown, localize: LocalizeController<Translation>): string {
  if (!(error instanceof LiteChatError)) return localize.term('unexpectedFailure');
  const { code, message, path, dataChanged } = error;
  // The message knows more than the code, and is in English.
  if (localize.term('$code') === 'en') return message;
  return [
    localize.term(`error_${code}`),
    ...(path === undefined ? [] : [localize.term('errorAt', path)]),
    localize.term(dataChanged ? 'errorChanged' : 'errorUnchanged'),
  ].join(' ');
}
