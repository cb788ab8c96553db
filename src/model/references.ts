import type { TableName } from './entities.js';

/**
 * What becomes of a reference whose target does not exist: `clear` empties the field, `drop`
 * removes the whole row because it means nothing without the target, `recover` creates the target.
 */
export type MissingTargetPolicy = 'clear' | 'drop' | 'recover';

export interface Reference {
  readonly table: TableName;
  /** The field that holds an id, or an array of ids; a path of one or two names. */
  readonly field: readonly [string] | readonly [string, string];
  readonly target: TableName;
  readonly onMissing: MissingTargetPolicy;
}

/** Every field of a row that names another row. */
export const references: readonly Reference[] = [
  { table: 'conversations', field: ['projectId'], target: 'projects', onMissing: 'clear' },
  { table: 'conversations', field: ['syncRepoId'], target: 'syncRepos', onMissing: 'clear' },
  {
    table: 'interactions',
    field: ['conversationId'],
    target: 'conversations',
    onMissing: 'recover',
  },
  { table: 'interactions', field: ['parentId'], target: 'interactions', onMissing: 'clear' },
  {
    table: 'interactions',
    field: ['metadata', 'regeneratedFromId'],
    target: 'interactions',
    onMissing: 'clear',
  },
  {
    table: 'interactions',
    field: ['metadata', 'editedFromId'],
    target: 'interactions',
    onMissing: 'clear',
  },
  {
    table: 'interactions',
    field: ['metadata', 'raceMainInteractionId'],
    target: 'interactions',
    onMissing: 'clear',
  },
  { table: 'projects', field: ['parentId'], target: 'projects', onMissing: 'clear' },
  { table: 'projects', field: ['defaultTagIds'], target: 'tags', onMissing: 'clear' },
  { table: 'projects', field: ['defaultRuleIds'], target: 'rules', onMissing: 'clear' },
  { table: 'providerConfigs', field: ['apiKeyId'], target: 'apiKeys', onMissing: 'clear' },
  { table: 'tagRuleLinks', field: ['tagId'], target: 'tags', onMissing: 'drop' },
  { table: 'tagRuleLinks', field: ['ruleId'], target: 'rules', onMissing: 'drop' },
  {
    table: 'promptTemplates',
    field: ['parentId'],
    target: 'promptTemplates',
    onMissing: 'clear',
  },
  {
    table: 'promptTemplates',
    field: ['followUps'],
    target: 'promptTemplates',
    onMissing: 'clear',
  },
];

/** The fields of a table's rows that name other rows. */
export const referencesOf = (table: TableName): readonly Reference[] =>
  references.filter((reference) => reference.table === table);
