/* global indexedDB */
// The least that a browser can do: the first rows by an index, without a library.
import { show, SHOWN } from './plain-tree.mjs';

const request = indexedDB.open('LiteChatDB');
const shown = new Promise((resolve) => {
  request.onsuccess = () => {
    const conversations = request.result.transaction('conversations').objectStore('conversations');
    const rows = [];
    conversations.index('updatedAt').openCursor(null, 'prev').onsuccess = ({ target }) => {
      if (target.result) rows.push(target.result.value);
      if (target.result && rows.length < SHOWN) target.result.continue();
      else resolve(rows);
    };
  };
}).then(show);

export const list = { complete: () => shown };
