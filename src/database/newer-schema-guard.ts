import { newerError } from './version-errors.js';
import { DEXIE_VERSION_FACTOR, isPatched, SCHEMA_VERSION } from './versions.js';

/** Where Dexie notes the version of a database it has patched ten times. */
const DEXIE_PATCH_NOTES = '$meta';

/**
 * Whether a native version number stands for a schema that we do not know. An older application
 * that opens a database of ours adds the indexes it misses and counts on from 100 to 101: that
 * is still our schema, with more indexes.
 */
export function isNewerSchema(nativeVersion: number): boolean {
  return nativeVersion >= (SCHEMA_VERSION + 1) * DEXIE_VERSION_FACTOR;
}

/**
 * Keeps Dexie from changing what it does not know.
 *
 * Dexie 4 answers the browser's `VersionError` by opening without a version. We let it, for the
 * database may be ours with indexes added, and refuse in its `ready` event what is newer. It would
 * then add the tables and indexes it misses under the next version number (dexie/Dexie.js,
 * "SchemaDiff"): that we refuse here. And an upgrade of its would delete every table that the
 * schema does not name: those stay.
 */
export function guardAgainstNewerSchema(factory: IDBFactory): IDBFactory {
  const guarded: IDBFactory = {
    open(name, version) {
      if (version !== undefined && isPatched(version)) throw newerError();
      const request = factory.open(name, version);
      request.addEventListener('upgradeneeded', () => keepTables(request.result));
      return request;
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    cmp: (first, second) => factory.cmp(first, second),
    // Firefox before 126 has none; Dexie would then keep a list of names in a database of its own.
    databases: async () => ('databases' in factory ? await factory.databases() : []),
  };
  return guarded;
}

function keepTables(database: IDBDatabase): void {
  const remove = database.deleteObjectStore.bind(database);
  database.deleteObjectStore = (name) => {
    if (name === DEXIE_PATCH_NOTES) remove(name);
  };
}
