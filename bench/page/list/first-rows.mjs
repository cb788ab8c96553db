// The least that Dexie can do: the first rows by an index, and nothing else.
import { open } from '../../contenders/plain-dexie.mjs';
import { show, SHOWN } from './plain-tree.mjs';

const { dexie } = await open('LiteChatDB');
const newest = dexie.conversations.orderBy('updatedAt').reverse().limit(SHOWN);
const shown = newest.toArray().then(show);

export const list = { complete: () => shown };
