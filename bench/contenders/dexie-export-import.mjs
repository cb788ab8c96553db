// Runs in the page: the add-on's own format, with its defaults.
import { exportDB, importInto } from 'dexie-export-import';

export { open, supports } from './plain-dexie.mjs';

export const tasks = {
  export({ dexie }) {
    return exportDB(dexie);
  },

  restore({ dexie }, { file }) {
    return importInto(dexie, file, { clearTablesBeforeImport: true });
  },
};
