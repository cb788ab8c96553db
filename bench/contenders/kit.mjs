// Runs in the page: what this package offers, by its public names.
import {
  allCategories,
  createPersistenceContext,
  ImportExport,
  LiteChatDatabase,
  Persistence,
} from '/dist/cdn/litechat-elements.js';

const PASSPHRASE = 'correct horse battery staple';

export async function open(name) {
  const database = new LiteChatDatabase(name);
  await database.open();
  const persistence = new Persistence(database);
  const importExport = new ImportExport(persistence);
  return { persistence, importExport, native: database.backendDB() };
}

/** Resolves once a store's state is as it should be. */
export function until(store, isSo) {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(store.getState())) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

/** What follows from rows that were written past the kit, as after the first visit. */
const settlings = {
  async 'list'({ outline }) {
    void outline.follow();
    await until(outline, ({ isComplete }) => isComplete);
  },

  async 'words, indexed'({ search }) {
    await search.getState().search('');
    await until(search, ({ index }) => index.state === 'ready');
  },
};

export async function settle({ persistence }, holds) {
  const settling = settlings[holds.startsWith('list') ? 'list' : holds];
  if (!settling) return;
  const { context, dispose } = createPersistenceContext(persistence);
  await settling(context.stores);
  dispose();
}

/** Whether this build can do what the options ask for; one that cannot would do something else. */
export async function supports({ importExport }, { encrypted, keepUndo }) {
  if (keepUndo && typeof importExport.undoRestore !== 'function') return false;
  if (!encrypted) return true;
  try {
    await importExport.createBackup({}, { passphrase: PASSPHRASE }).cancel();
    return true;
  } catch (error) {
    if (error.code === 'not-supported') return false;
    throw error;
  }
}

/**
 * What a saved file holds, caught where it would become a download: nobody is there to pick a place.
 */
async function caught(save) {
  globalThis.showSaveFilePicker = undefined;
  const createObjectURL = URL.createObjectURL.bind(URL);
  let file;
  URL.createObjectURL = (blob) => {
    file = blob;
    return createObjectURL(new Blob());
  };
  try {
    await save();
  } finally {
    URL.createObjectURL = createObjectURL;
  }
  return file;
}

const secretOf = ({ encrypted }) => (encrypted ? { passphrase: PASSPHRASE } : {});

export const tasks = {
  export({ importExport }, options) {
    return caught(() => importExport.exportFullConfiguration(allCategories, secretOf(options)));
  },

  async restore({ importExport }, { file, keepUndo = false, ...options }) {
    await importExport.restoreBackup(file, allCategories, { keepUndo, ...secretOf(options) });
  },

  async clear({ persistence, importExport }, { keepUndo }) {
    if (keepUndo) await importExport.clearData(allCategories);
    else await persistence.clearAllData();
  },
};
