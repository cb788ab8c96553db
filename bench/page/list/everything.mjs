// A list as it is written without a kit: all rows, sorted by an index, of which the first are shown.
import { open } from '../../contenders/plain-dexie.mjs';
import { show, tree } from './plain-tree.mjs';

const { dexie } = await open('LiteChatDB');
const everything = () => dexie.conversations.orderBy('updatedAt').reverse().toArray();

/** Reads all of them again, since the database is the truth, and keeps those that match. */
async function filter(query) {
  const conversations = await everything();
  const wanted = query.toLowerCase();
  show(conversations.filter(({ title }) => title.toLowerCase().includes(wanted)));
}

const shown = everything().then(show);

export const list = {
  // Each takes seconds, and none is quicker for those before it.
  mostKeystrokes: 3,
  complete: () => shown,
  filter,
  tree: () => tree,
  rows: () => tree.children,
};
