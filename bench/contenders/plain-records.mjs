// Runs in the page: single records by Dexie alone.
import { recordTasks } from './record-tasks.mjs';

export { open, supports } from './plain-dexie.mjs';

export const tasks = recordTasks({
  saveOne({ dexie }, row, { touches = false }) {
    const { interactions, conversations } = dexie;
    if (!touches) return interactions.put(row);
    return dexie.transaction('rw', interactions, conversations, async () => {
      await interactions.put(row);
      await conversations.update(row.conversationId, { updatedAt: new Date() });
    });
  },

  beginStream({ dexie }, row) {
    const putting = [];
    const update = (response) => void putting.push(dexie.interactions.put({ ...row, response }));
    return {
      update,
      async end(response) {
        update(response);
        await Promise.all(putting);
        await dexie.conversations.update(row.conversationId, { updatedAt: new Date() });
      },
    };
  },

  deleteOne: ({ dexie }, id) =>
    dexie.transaction('rw', dexie.conversations, dexie.interactions, async () => {
      await dexie.interactions.where('conversationId').equals(id).delete();
      await dexie.conversations.delete(id);
    }),
});
