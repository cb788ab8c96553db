/** Who takes part in several measurements: whose work is in which file, on which schema. */
export const kit = { title: 'litechat-elements', module: 'kit', layout: 'kit' };
export const plain = {
  title: 'The straightforward way',
  module: 'plain-dexie',
  layout: 'version 9',
};
export const addOn = {
  title: 'dexie-export-import',
  module: 'dexie-export-import',
  layout: 'version 9',
};
export const raw = { title: 'Raw IndexedDB', module: 'raw', layout: 'version 9' };
