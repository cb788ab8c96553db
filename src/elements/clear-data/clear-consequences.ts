import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { CategoryId } from '../../model/categories.js';

/** What follows when one category goes and another stays, unless more is said when a third goes. */
const consequences = [
  { goes: 'conversations', words: 'clearGoes_conversations' },
  {
    goes: 'conversations',
    stays: 'projects',
    unless: 'rulesAndTags',
    words: 'clearStays_projects',
  },
  { goes: 'projects', stays: 'conversations', words: 'clearStays_conversations' },
  { goes: 'apiKeys', stays: 'providerConfigs', words: 'clearStays_providerConfigs' },
  { goes: 'providerConfigs', stays: 'apiKeys', words: 'clearStays_apiKeys' },
  { goes: 'rulesAndTags', stays: 'projects', words: 'clearStays_rulesAndTags' },
  { goes: 'syncRepos', stays: 'conversations', words: 'clearStays_syncRepos' },
  { goes: 'settings', words: 'clearGoes_settings' },
] as const satisfies readonly {
  goes: CategoryId;
  stays?: CategoryId;
  unless?: CategoryId;
  words: string;
}[];

/** What goes and what stays when these categories are cleared, in sentences. */
export function consequencesOf(
  cleared: ReadonlySet<CategoryId>,
  localize: LocalizeController<Translation>,
): string {
  const sentences = consequences
    .filter(({ goes }) => cleared.has(goes))
    .filter((entry) => !('stays' in entry && cleared.has(entry.stays)))
    .filter((entry) => !('unless' in entry && cleared.has(entry.unless)))
    .map(({ words }) => localize.term(words));
  return [...sentences, localize.term('clearElsewhere')].join(' ');
}
