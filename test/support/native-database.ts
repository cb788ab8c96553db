/** Databases as other applications make them: with the browser's own API, without Dexie. */

/** Tables as Dexie writes them down: `++id, &name, [tagId+ruleId]`. */
export type Stores = Readonly<Record<string, string>>;
export type Rows = Readonly<Record<string, readonly object[]>>;

const versionEight: Stores = {
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
};

/** The versions of the existing application. Dexie multiplies them by ten. */
export const schemas: { readonly [Version in 8 | 9]: Stores } = {
  8: versionEight,
  9: {
    ...versionEight,
    promptTemplates: '++id, &name, createdAt, updatedAt, isPublic, type, parentId',
  },
};

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });

export function openNative(name: string, version?: number): Promise<IDBDatabase> {
  return settled(indexedDB.open(name, version));
}

/** Makes a database and fills it. The connection stays open. */
export async function createNative(
  name: string,
  version: number,
  stores: Stores,
  rows: Rows = {},
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [table, source] of Object.entries(stores)) {
      const [key = '', ...indexes] = source.split(',').map((part) => part.trim());
      const store = request.result.createObjectStore(table, {
        keyPath: key.replace(/[+&]/g, ''),
        autoIncrement: key.startsWith('++'),
      });
      for (const index of indexes) {
        const plain = index.replace('&', '');
        const fields = plain.startsWith('[') ? plain.slice(1, -1).split('+') : plain;
        store.createIndex(plain, fields, { unique: index.startsWith('&') });
      }
      for (const row of rows[table] ?? []) store.add(row);
    }
  };
  return settled(request);
}

/** Makes a database, fills it and closes it. */
export async function leaveNative(...given: Parameters<typeof createNative>): Promise<void> {
  (await createNative(...given)).close();
}

export interface NativeDatabase {
  version: number;
  stores: Record<string, { keyPath: unknown; autoIncrement: boolean; indexes: string[] }>;
  rows: Record<string, unknown[]>;
}

/** All that a database holds, down to the browser's own view of it. */
export async function describeNative(name: string): Promise<NativeDatabase> {
  const database = await openNative(name);
  const names = [...database.objectStoreNames];
  const description: NativeDatabase = { version: database.version, stores: {}, rows: {} };
  const transaction = names.length > 0 ? database.transaction(names) : undefined;
  for (const table of names) {
    const store = transaction?.objectStore(table);
    if (!store) continue;
    const { keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath: fields, unique } = store.index(index);
      return `${unique ? '&' : ''}${typeof fields === 'string' ? fields : `[${fields.join('+')}]`}`;
    });
    description.stores[table] = { keyPath, autoIncrement, indexes: indexes.sort() };
    description.rows[table] = await settled(store.getAll());
  }
  database.close();
  return description;
}

export async function deleteNative(name: string): Promise<void> {
  await settled(indexedDB.deleteDatabase(name));
}
