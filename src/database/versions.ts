import type { Dexie } from 'dexie';

/** The newest schema version this code knows. */
export const SCHEMA_VERSION = 12;

/** Dexie multiplies its version numbers by ten; the numbers between come from its patching. */
export const DEXIE_VERSION_FACTOR = 10;

/** Whether an older application that shares the database has added its indexes, and counted on from ours. */
export const isPatched = (nativeVersion: number): boolean =>
  nativeVersion % DEXIE_VERSION_FACTOR !== 0;

/**
 * Versions 8 and 9 are the existing application's. Version 10 is ours: it keeps every row as it
 * is, and drops the indexes that nobody queries. Writing interactions costs, to the six indexes of
 * version 9 as 1: about 0.9 with these two, 0.8 with either alone, 0.65 with none
 * (bench/indexes.mjs, processor time, on a busy machine).
 *
 * `[conversationId+index]` reads the end of a conversation without the rest. It cannot take the
 * place of `conversationId`: a compound index leaves out rows whose `index` is missing, and a load
 * or a cascade may leave out nothing.
 *
 * Version 11 adds what the kit keeps for itself: what the last restore or clear changed, so that it
 * can be undone, and notes such as the time of the last backup. Version 12 adds what lists show of
 * conversations and projects, so that the rows need not be read for it,
 * and an index of the words in interactions.
 */
export function declareVersions(database: Dexie): void {
  database.version(8).stores({
    conversations: '++id, title, projectId, syncRepoId, createdAt, updatedAt',
    interactions: '++id, conversationId, index, createdAt, startedAt, endedAt, rating',
    mods: '&name, enabled, loadOrder',
    appState: '&key',
    providerConfigs: '++id, &name, type, isEnabled, apiKeyId',
    apiKeys: '++id, &name',
    syncRepos: '++id, &name, remoteUrl, username',
    projects: '++id, name, parentId, createdAt, updatedAt',
    rules: '++id, &name, type, createdAt, updatedAt',
    tags: '++id, &name, createdAt, updatedAt',
    tagRuleLinks: '++id, tagId, ruleId, &[tagId+ruleId]',
  });
  database.version(9).stores({
    promptTemplates: '++id, &name, createdAt, updatedAt, isPublic, type, parentId',
  });
  database.version(10).stores({
    conversations: '++id, projectId, syncRepoId',
    interactions: '++id, conversationId, [conversationId+index]',
    mods: '&name',
    providerConfigs: '++id, &name, apiKeyId',
    apiKeys: '++id, &name',
    syncRepos: '++id, &name',
    projects: '++id',
    rules: '++id, &name',
    tags: '++id, &name',
    tagRuleLinks: '++id, tagId, ruleId, &[tagId+ruleId]',
    promptTemplates: '++id, &name',
    unknownData: '&key',
  });
  database.version(11).stores({
    undo: '++position',
    bookkeeping: '&key',
  });
  database.version(SCHEMA_VERSION).stores({
    outline: '&number',
    outlineChanges: '++position',
    searchSegments: '&number',
    searchParts: '&[segment+kind+number]',
    searchChanges: '++position',
  });
}
