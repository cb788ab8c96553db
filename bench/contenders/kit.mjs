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

/** Resolves once a store's state is as it should be, and rejects with what `isSo` throws of it. */
export function until(store, isSo) {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        if (!isSo(store.getState())) return;
        resolve();
      } catch (error) {
        reject(error);
      }
      unsubscribe();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

export function isIndexed({ index }) {
  if (index.state === 'failed') throw index.error;
  return index.state === 'ready';
}

function isListed({ isComplete, status }) {
  if (status.state === 'failed') throw status.error;
  return isComplete;
}

const settleOutline = ({ outline }) => until(outline, isListed);

/** What follows from rows that were written past the kit, as after the first visit. */
const settlings = {
  'list': settleOutline,
  'list, a tenth': settleOutline,
  'list, a hundredth': settleOutline,

  async 'words, indexed'({ search }) {
    await search.getState().search('');
    await until(search, isIndexed);
  },
};

export async function settle({ persistence }, holds) {
  const settling = settlings[holds];
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
