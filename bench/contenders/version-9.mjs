/** The stores of version 9, the existing application's, in Dexie's notation. */
export const version9 = {
  conversations: '++id, title, projectId, syncRepoId, createdAt, updatedAt',
  interactions: '++id, conversationId, index, createdAt, startedAt, endedAt, rating',
  projects: '++id, name, parentId, createdAt, updatedAt',
  mods: '&name, enabled, loadOrder',
  appState: '&key',
  providerConfigs: '++id, &name, type, isEnabled, apiKeyId',
  apiKeys: '++id, &name',
  syncRepos: '++id, &name, remoteUrl, username',
  rules: '++id, &name, type, createdAt, updatedAt',
  tags: '++id, &name, createdAt, updatedAt',
  tagRuleLinks: '++id, tagId, ruleId, &[tagId+ruleId]',
  promptTemplates: '++id, &name, createdAt, updatedAt, isPublic, type, parentId',
};

/** Dexie multiplies its version numbers by ten. */
export const VERSION = 90;

/** Creates the stores of a new database with the browser's own calls. */
export function createStores(database) {
  for (const [name, description] of Object.entries(version9)) {
    const [key, ...indexes] = description.split(', ');
    const store = database.createObjectStore(name, {
      keyPath: key.replace(/^(\+\+|&)/, ''),
      autoIncrement: key.startsWith('++'),
    });
    for (const index of indexes) {
      const path = index.replace('&', '');
      const keyPath = path.startsWith('[') ? path.slice(1, -1).split('+') : path;
      store.createIndex(path, keyPath, { unique: index.startsWith('&') });
    }
  }
}
