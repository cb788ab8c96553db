import {
  categories,
  type CategoryId,
  type CollectionKey,
  type FullImportOptions,
} from '../src/index.js';

const numbers = new Intl.NumberFormat('en');
const listFormat = new Intl.ListFormat('en-GB');
const LONGEST_SUMMARY = 3;

/** One and many of each; most of interest first. */
const nouns = {
  conversations: ['conversation', 'conversations'],
  interactions: ['message', 'messages'],
  projects: ['project', 'projects'],
  promptTemplates: ['prompt template', 'prompt templates'],
  agents: ['agent or task', 'agents and tasks'],
  rules: ['rule', 'rules'],
  tags: ['tag', 'tags'],
  tagRuleLinks: ['link', 'links'],
  providerConfigs: ['provider', 'providers'],
  apiKeys: ['API key', 'API keys'],
  mcpServers: ['MCP server', 'MCP servers'],
  syncRepos: ['sync repository', 'sync repositories'],
  mods: ['mod', 'mods'],
  settings: ['setting', 'settings'],
  appState: ['other entry', 'other entries'],
} as const satisfies Record<CollectionKey, readonly [string, string]>;

const keys = Object.keys(nouns) as CollectionKey[];

/** `251 conversations`, for every collection that has any. */
export function recordWords(counts: Partial<Record<CollectionKey, number>>): string[] {
  return keys.flatMap((key) => {
    const count = counts[key] ?? 0;
    const [one, many] = nouns[key];
    return count === 0 ? [] : [`${numbers.format(count)} ${count === 1 ? one : many}`];
  });
}

/** `251 conversations, 2,797 messages, 20 projects and 171 more records`; empty for nothing. */
export function summaryOf(counts: Partial<Record<CollectionKey, number>>): string {
  const words = recordWords(counts);
  const others = keys.filter((key) => (counts[key] ?? 0) > 0).slice(LONGEST_SUMMARY);
  const count = others.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
  const rest = count === 0 ? [] : [`${numbers.format(count)} more records`];
  return listFormat.format([...words.slice(0, LONGEST_SUMMARY), ...rest]);
}

/** The counts of the collections that belong to the categories. */
export function countsOf(
  ids: readonly CategoryId[],
  counts: Record<CollectionKey, number>,
): Partial<Record<CollectionKey, number>> {
  const chosen = categories.filter(({ id }) => ids.includes(id));
  const keysOf = chosen.flatMap(({ collections }) => collections.map(({ key }) => key));
  return Object.fromEntries(keysOf.map((key) => [key, counts[key]]));
}

/** What a clear took away, and what there is to do next. */
export function clearedWords(options: FullImportOptions): string {
  const gone = categories.filter(({ flag }) => options[flag]).map(({ label }) => label);
  return gone.length === categories.length
    ? 'Everything was deleted. Load the sample, or drop a LiteChat file.'
    : `Deleted: ${listFormat.format(gone)}. The other categories are still here.`;
}
