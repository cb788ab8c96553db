import type { TableName } from './entities.js';

/** The prefix of settings among the keys of `appState`. */
export const SETTING_PREFIX = 'settings:';
/** The bare key of a setting, as files and callers have it. */
export const settingName = (rowKey: string): string =>
  rowKey.startsWith(SETTING_PREFIX) ? rowKey.slice(SETTING_PREFIX.length) : rowKey;
/** The setting that holds the MCP servers; it belongs to a category of its own. */
export const MCP_SERVERS_SETTING = 'mcpServers';

/**
 * Where a secret lies in a record: a field's name, `*` for every value of an object; with
 * `inUrl`, only what is secret inside the URL that the field holds: the name and password, and the
 * values of query parameters that are named as secrets.
 */
export interface SecretField {
  readonly path: readonly [string] | readonly [string, '*'];
  readonly inUrl?: true;
  /** The fields that say where the secret is sent; a secret never moves on to another place. */
  readonly sentTo?: readonly string[];
  /** Whether, where only the place differs, the place here stays, so that the secret can. */
  readonly holdsPlace?: true;
}

interface CollectionEntry {
  /** The top-level key of a backup. */
  readonly key: string;
  readonly table: TableName;
  /**
   * `rows`: an array of rows of the table. `settings`: an object of setting values by bare key.
   * `setting-list`: the array that is the value of one setting.
   */
  readonly shape: 'rows' | 'settings' | 'setting-list';
  /** Which rows of the table are the collection's, where it does not own the whole table. */
  readonly owns?: (row: object) => boolean;
  readonly secrets?: readonly SecretField[];
  /** Whether a file has the key only when there are records. */
  readonly sparse?: true;
}

interface CategoryEntry {
  readonly id: string;
  /** Its switch in {@link FullImportOptions}. */
  readonly flag: `import${string}`;
  /** The English name; elements have one in every language. */
  readonly label: string;
  /** The words of file names. */
  readonly fileName: string;
  /** Whether restoring it brings in code that runs. */
  readonly carriesCode?: true;
  /** Whether it is left out unless asked for, being nothing but secrets. */
  readonly secret?: true;
  readonly collections: readonly CollectionEntry[];
}

const field = (row: object, name: string): unknown => Reflect.get(row, name);
const isAgentOrTask = (row: object): boolean =>
  field(row, 'type') === 'agent' || field(row, 'type') === 'task';
const isSetting = (row: object): boolean => String(field(row, 'key')).startsWith(SETTING_PREFIX);
const isMcpServersSetting = (row: object): boolean =>
  field(row, 'key') === SETTING_PREFIX + MCP_SERVERS_SETTING;

/**
 * Every category of data: what the user may tick, which keys of a backup it fills, which rows of
 * which table those hold, and where secrets lie in them. Export, import, clear, counts and labels
 * all follow from this list; a new category is a new entry.
 */
const registry = [
  {
    id: 'settings',
    flag: 'importSettings',
    label: 'Settings',
    fileName: 'settings',
    collections: [
      {
        key: 'settings',
        table: 'appState',
        shape: 'settings',
        owns: (row) => isSetting(row) && !isMcpServersSetting(row),
        secrets: [
          // A git token that the existing application keeps among its settings.
          { path: ['gitGlobalPat'] },
          { path: ['corsProxyUrl'], inUrl: true },
          { path: ['markdownServiceUrl'], inUrl: true },
        ],
      },
      // Rows that are no settings: nothing writes them today, and nothing may lose them.
      {
        key: 'appState',
        table: 'appState',
        shape: 'rows',
        owns: (row) => !isSetting(row),
        sparse: true,
      },
    ],
  },
  {
    id: 'apiKeys',
    flag: 'importApiKeys',
    label: 'API keys',
    fileName: 'api_keys',
    secret: true,
    collections: [
      {
        key: 'apiKeys',
        table: 'apiKeys',
        shape: 'rows',
        secrets: [{ path: ['value'], sentTo: ['providerId'], holdsPlace: true }],
      },
    ],
  },
  {
    id: 'providerConfigs',
    flag: 'importProviderConfigs',
    label: 'Providers',
    fileName: 'provider_configs',
    collections: [
      {
        key: 'providerConfigs',
        table: 'providerConfigs',
        shape: 'rows',
        secrets: [
          { path: ['headers', '*'], sentTo: ['type', 'baseURL'], holdsPlace: true },
          { path: ['baseURL'], inUrl: true },
        ],
      },
    ],
  },
  {
    id: 'projects',
    flag: 'importProjects',
    label: 'Projects',
    fileName: 'projects',
    collections: [{ key: 'projects', table: 'projects', shape: 'rows' }],
  },
  {
    id: 'conversations',
    flag: 'importConversations',
    label: 'Conversations',
    fileName: 'conversations',
    collections: [
      { key: 'conversations', table: 'conversations', shape: 'rows' },
      { key: 'interactions', table: 'interactions', shape: 'rows' },
    ],
  },
  {
    id: 'rulesAndTags',
    flag: 'importRulesAndTags',
    label: 'Rules and tags',
    fileName: 'rules_and_tags',
    collections: [
      { key: 'rules', table: 'rules', shape: 'rows' },
      { key: 'tags', table: 'tags', shape: 'rows' },
      { key: 'tagRuleLinks', table: 'tagRuleLinks', shape: 'rows' },
    ],
  },
  {
    id: 'mods',
    flag: 'importMods',
    label: 'Mods',
    fileName: 'mods',
    carriesCode: true,
    collections: [
      {
        key: 'mods',
        table: 'mods',
        shape: 'rows',
        secrets: [{ path: ['sourceUrl'], inUrl: true }],
      },
    ],
  },
  {
    id: 'syncRepos',
    flag: 'importSyncRepos',
    label: 'Sync repositories',
    fileName: 'sync_repos',
    collections: [
      {
        key: 'syncRepos',
        table: 'syncRepos',
        shape: 'rows',
        secrets: [
          { path: ['password'], sentTo: ['remoteUrl'], holdsPlace: true },
          { path: ['remoteUrl'], inUrl: true },
          // What git said, often with the address in it.
          { path: ['lastSyncError'], sentTo: ['remoteUrl'] },
        ],
      },
    ],
  },
  {
    id: 'mcpServers',
    flag: 'importMcpServers',
    label: 'MCP servers',
    fileName: 'mcp_servers',
    collections: [
      {
        key: 'mcpServers',
        table: 'appState',
        shape: 'setting-list',
        owns: isMcpServersSetting,
        secrets: [
          { path: ['headers', '*'], sentTo: ['url'], holdsPlace: true },
          { path: ['url'], inUrl: true },
        ],
      },
    ],
  },
  {
    id: 'promptTemplates',
    flag: 'importPromptTemplates',
    label: 'Prompt templates',
    fileName: 'prompt_templates',
    collections: [
      {
        key: 'promptTemplates',
        table: 'promptTemplates',
        shape: 'rows',
        owns: (row) => !isAgentOrTask(row),
      },
    ],
  },
  {
    id: 'agents',
    flag: 'importAgents',
    label: 'Agents and tasks',
    fileName: 'agents',
    // A task whose agent is gone is here too, so that every template is in one collection.
    collections: [{ key: 'agents', table: 'promptTemplates', shape: 'rows', owns: isAgentOrTask }],
  },
] as const satisfies readonly CategoryEntry[];

type RegistryEntry = (typeof registry)[number];

/** The id of a category, such as `conversations` or `settings`. */
export type CategoryId = RegistryEntry['id'];
/** The top-level keys of a backup that hold records. */
export type CollectionKey = RegistryEntry['collections'][number]['key'];

/** One switch a category; a switch left out is off. */
export type FullImportOptions = { [Flag in RegistryEntry['flag']]?: boolean };
/** The same switches, for what goes into a backup. */
export type FullExportOptions = FullImportOptions;

/** How one top-level key of a backup maps to the database. */
export interface Collection extends CollectionEntry {
  readonly key: CollectionKey;
  readonly category: CategoryId;
}

/** A part of the data that is backed up, restored and cleared as a whole. */
export interface Category extends CategoryEntry {
  readonly id: CategoryId;
  readonly flag: RegistryEntry['flag'];
  readonly collections: readonly Collection[];
}

const withCategory = ({ collections: entries, ...category }: RegistryEntry): Category => ({
  ...category,
  collections: entries.map((entry) => ({ ...entry, category: category.id })),
});

/** Every category, in the order in which people see them and files hold them. */
export const categories: readonly Category[] = registry.map(withCategory);

export const collections: readonly Collection[] = categories.flatMap(
  (category) => category.collections,
);

/** Options with every category on. */
export const allCategories = Object.fromEntries(
  categories.map(({ flag }) => [flag, true]),
) as Readonly<Required<FullImportOptions>>;

/** The categories that the options switch on. */
export function selectedCategories(options: FullImportOptions): Category[] {
  return categories.filter(({ flag }) => options[flag] === true);
}
