import { addOn, kit, plain, raw } from './contenders.mjs';

const parseAll =
  '`file.text()`, `JSON.parse`, dates revived, then in one transaction `clear()` and `bulkPut` of each table with Dexie';
const restoreBackup = '`restoreBackup` of a file with every category';

function restoresOver(holds) {
  return [
    {
      ...kit,
      id: 'kit',
      title: `${kit.title}, with undo`,
      holds,
      input: 'backup',
      options: { keepUndo: true },
      does: `${restoreBackup}, which keeps what it changes for \`undoRestore()\``,
    },
    {
      ...kit,
      id: 'kit-without-undo',
      title: `${kit.title}, without undo`,
      holds,
      input: 'backup',
      does: `${restoreBackup}, with \`keepUndo: false\``,
    },
    { ...plain, id: 'plain', holds, input: 'backup', does: parseAll },
    {
      ...addOn,
      id: 'add-on',
      holds,
      input: 'dexie-export-import',
      does: '`importInto` with `clearTablesBeforeImport`, of its own file of the same rows',
    },
  ];
}

/** Backups, restores and clearing. */
export const transfers = [
  {
    id: 'export',
    title: 'Writing everything to a file',
    task: 'export',
    reference: 'plain',
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'same',
        does: '`createBackup` of every category, collected as `exportFullConfiguration` does before it hands the file to the downloads',
      },
      {
        ...kit,
        id: 'kit-encrypted',
        title: `${kit.title}, encrypted`,
        holds: 'same',
        options: { encrypted: true },
        does: 'The same with a passphrase, which compresses too',
      },
      {
        ...plain,
        id: 'plain',
        holds: 'same',
        does: 'All tables to arrays with Dexie, `JSON.stringify` with indentation, one `Blob`',
      },
      { ...addOn, id: 'add-on', holds: 'same', does: '`exportDB` with its defaults' },
      {
        ...raw,
        id: 'raw',
        title: `${raw.title}, reading alone`,
        holds: 'same',
        does: '`getAll` in batches of 1,000 of the conversations and interactions, nothing written: the floor',
      },
    ],
  },
  {
    id: 'restore',
    title: 'Restoring a file into an empty database',
    task: 'restore',
    reference: 'plain',
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'nothing',
        input: 'backup',
        does: `${restoreBackup}, with \`keepUndo: false\``,
      },
      {
        ...kit,
        id: 'kit-encrypted',
        title: `${kit.title}, encrypted`,
        holds: 'nothing',
        input: 'encrypted',
        options: { encrypted: true },
        does: 'The same of an encrypted file',
      },
      { ...plain, id: 'plain', holds: 'nothing', input: 'backup', does: parseAll },
      {
        ...addOn,
        id: 'add-on',
        holds: 'nothing',
        input: 'dexie-export-import',
        does: '`importInto` with `clearTablesBeforeImport`, of its own file of the same rows',
      },
      {
        ...raw,
        id: 'raw',
        title: `${raw.title}, from memory`,
        holds: 'nothing',
        options: { rowsInMemory: true },
        does: 'A `put` of each row, which is in memory already, in one transaction, with the indexes of schema version 9: the floor',
      },
    ],
  },
  {
    id: 'restore-same',
    title: 'Restoring a file over the same data',
    task: 'restore',
    reference: 'plain',
    contenders: restoresOver('same'),
  },
  {
    id: 'restore-other',
    title: 'Restoring a file in place of other data',
    task: 'restore',
    reference: 'plain',
    contenders: restoresOver('other'),
  },
  {
    id: 'clear',
    title: 'Clearing everything',
    task: 'clear',
    reference: 'plain',
    contenders: [
      { ...kit, id: 'kit', holds: 'same', does: '`clearAllData()`, for good' },
      {
        ...kit,
        id: 'kit-with-undo',
        title: `${kit.title}, with undo`,
        holds: 'same',
        options: { keepUndo: true },
        does: '`clearData()` of every category, which keeps all of it for `undoRestore()`',
      },
      { ...plain, id: 'plain', holds: 'same', does: "Dexie's `clear()` of each table" },
      {
        ...raw,
        id: 'raw',
        holds: 'same',
        does: '`deleteDatabase`, and the creation of all stores anew',
      },
    ],
  },
];
