/* global IDBKeyRange */
import { settled } from '../page/settled.mjs';

const READ_AT_ONCE = 1000;

/** All rows of a store in its transaction, a thousand at a time; nothing else may be waited for meanwhile. */
export async function* rowsInWindows(store) {
  for (let range; ;) {
    const rows = await settled(store.getAll(range, READ_AT_ONCE));
    yield rows;
    if (rows.length < READ_AT_ONCE) return;
    range = IDBKeyRange.lowerBound(rows.at(-1).id, true);
  }
}
