// Runs in the page: single records by this package.
import { createPersistenceContext } from '/dist/cdn/litechat-elements.js';
import { recordTasks } from './record-tasks.mjs';

export { open, supports } from './kit.mjs';

export const tasks = recordTasks({
  saveOne: ({ persistence }, row, { touches = false }) =>
    persistence.saveInteraction(row, { touchConversation: touches }),

  beginStream({ persistence }, { id }) {
    const { stores } = createPersistenceContext(persistence).context;
    const stream = stores.interactions.getState().beginStream(id);
    return {
      update: (response) => stream.update({ response }),
      end: (response) => stream.end({ response }),
    };
  },

  deleteOne: ({ persistence }, id) => persistence.deleteConversation(id),
});
