import * as v from 'valibot';
import type { RowTypes, TableName } from './entities.js';

/**
 * Schemas of the rows, used at every boundary: a save, a restore, an import. They keep unknown
 * fields, fill what is missing where a reader would stumble, and refuse what has the wrong type.
 */

// Rows saved without an id got a number from `++id`; every key we write is a string.
const anyId = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const id = v.pipe(anyId, v.nonEmpty('is empty'));
/** An empty id names nothing. */
const noneIfEmpty = v.pipe(
  anyId,
  v.transform((value) => (value === '' ? null : value)),
);
const text = v.nullish(v.string(), '');
const flag = v.nullish(v.boolean(), false);
/** Valibot takes arrays and dates for objects, and would copy them into objects of their keys. */
const plainObject = v.custom<Record<string, unknown>>(
  (value) => Object.prototype.toString.call(value) === '[object Object]',
  'is not an object',
);

/** Dates may come as `Date`, as ISO 8601 text, or as milliseconds since 1970. */
const date = v.pipe(
  v.union([v.date(), v.string(), v.number()], 'is not a date'),
  v.transform((value) => new Date(value)),
  v.check((value) => !Number.isNaN(value.getTime()), 'is not a date'),
);
/** JSON has no invalid dates: an application's `Invalid Date` comes back as null. */
const optionalDate = v.nullish(date);
const nullableId = v.nullish(noneIfEmpty, null);
const optionalId = v.nullish(noneIfEmpty);
const optionalText = v.nullish(v.string());
const optionalNumber = v.nullish(v.number());
const optionalIds = v.nullish(v.array(id));
const optionalTexts = v.nullish(v.array(v.string()));
const timestamps = { createdAt: optionalDate, updatedAt: optionalDate };

export const rowSchemas = {
  conversations: v.looseObject({
    id,
    title: text,
    projectId: nullableId,
    syncRepoId: optionalId,
    lastSyncedAt: optionalDate,
    metadata: v.nullish(plainObject),
    ...timestamps,
  }),
  interactions: v.looseObject({
    id,
    conversationId: id,
    type: v.nullish(v.string(), 'message.user_assistant'),
    index: v.nullish(v.number(), 0),
    parentId: nullableId,
    prompt: v.nullish(v.pipe(plainObject, v.looseObject({ content: text })), null),
    response: v.optional(v.unknown(), null),
    status: v.nullish(v.string(), 'COMPLETED'),
    startedAt: v.nullish(date, null),
    endedAt: v.nullish(date, null),
    rating: optionalNumber,
    metadata: v.nullish(
      v.pipe(
        plainObject,
        v.looseObject({
          regeneratedFromId: optionalId,
          toolCalls: v.nullish(v.array(v.unknown())),
          toolResults: v.nullish(v.array(v.unknown())),
          attachedFiles: v.nullish(v.array(plainObject)),
          reasoning: optionalText,
        }),
      ),
      {},
    ),
  }),
  projects: v.looseObject({
    id,
    name: text,
    path: optionalText,
    parentId: nullableId,
    systemPrompt: optionalText,
    modelId: optionalText,
    temperature: optionalNumber,
    maxTokens: optionalNumber,
    topP: optionalNumber,
    topK: optionalNumber,
    presencePenalty: optionalNumber,
    frequencyPenalty: optionalNumber,
    defaultTagIds: optionalIds,
    defaultRuleIds: optionalIds,
    metadata: v.nullish(plainObject),
    ...timestamps,
  }),
  mods: v.looseObject({
    id: optionalId,
    name: v.pipe(v.string(), v.nonEmpty('is empty')),
    sourceUrl: v.nullish(v.string(), null),
    scriptContent: v.nullish(v.string(), null),
    enabled: flag,
    loadOrder: v.nullish(v.number(), 0),
    createdAt: optionalDate,
  }),
  appState: v.looseObject({
    key: v.pipe(v.string(), v.nonEmpty('is empty')),
    value: v.optional(v.unknown(), null),
  }),
  providerConfigs: v.looseObject({
    id,
    name: text,
    type: text,
    isEnabled: flag,
    apiKeyId: nullableId,
    baseURL: v.nullish(v.string(), null),
    enabledModels: v.nullish(v.array(v.string()), null),
    autoFetchModels: flag,
    fetchedModels: v.nullish(v.array(v.unknown()), null),
    modelsLastFetchedAt: v.nullish(date, null),
    ...timestamps,
  }),
  apiKeys: v.looseObject({ id, name: text, value: text, providerId: text, ...timestamps }),
  syncRepos: v.looseObject({
    id,
    name: text,
    remoteUrl: text,
    branch: v.nullish(v.string(), 'main'),
    username: optionalText,
    password: optionalText,
    lastPulledAt: optionalDate,
    lastPushedAt: optionalDate,
    lastSyncError: optionalText,
    ...timestamps,
  }),
  rules: v.looseObject({
    id,
    name: text,
    content: text,
    description: optionalText,
    type: v.nullish(v.string(), 'before'),
    alwaysOn: v.nullish(v.boolean()),
    ...timestamps,
  }),
  tags: v.looseObject({ id, name: text, description: optionalText, ...timestamps }),
  tagRuleLinks: v.looseObject({ id, tagId: id, ruleId: id }),
  promptTemplates: v.looseObject({
    id,
    name: text,
    description: v.nullish(v.string(), ''),
    variables: v.nullish(v.array(v.looseObject({ name: v.string() })), () => []),
    prompt: text,
    tags: v.nullish(v.array(v.string()), () => []),
    tools: optionalTexts,
    rules: optionalTexts,
    type: optionalText,
    parentId: optionalId,
    followUps: optionalIds,
    isShortcut: v.nullish(v.boolean()),
    isPublic: flag,
    ...timestamps,
  }),
  unknownData: v.looseObject({
    key: v.pipe(v.string(), v.nonEmpty('is empty')),
    name: v.pipe(v.string(), v.nonEmpty('is empty')),
    position: v.nullable(v.number()),
    value: v.unknown(),
  }),
} satisfies Record<TableName, v.GenericSchema<unknown, object>>;

export const mcpServerSchema = v.looseObject({
  id,
  name: text,
  url: text,
  enabled: flag,
  headers: v.nullish(v.record(v.string(), v.string())),
  description: optionalText,
});

/** The date fields of each table, which must be `Date` in the database whoever wrote the row. */
export const dateFields = {
  conversations: ['createdAt', 'updatedAt', 'lastSyncedAt'],
  interactions: ['startedAt', 'endedAt'],
  projects: ['createdAt', 'updatedAt'],
  mods: ['createdAt'],
  appState: [],
  providerConfigs: ['createdAt', 'updatedAt', 'modelsLastFetchedAt'],
  apiKeys: ['createdAt', 'updatedAt'],
  syncRepos: ['createdAt', 'updatedAt', 'lastPulledAt', 'lastPushedAt'],
  rules: ['createdAt', 'updatedAt'],
  tags: ['createdAt', 'updatedAt'],
  tagRuleLinks: [],
  promptTemplates: ['createdAt', 'updatedAt'],
  unknownData: [],
} as const satisfies { [Name in TableName]: readonly (keyof RowTypes[Name])[] };
