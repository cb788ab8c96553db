// Runs in the page: tasks on single records, which every contender does with its own calls.
import { conversation, interaction, INTERACTIONS_PER_CONVERSATION } from '../data/rows.mjs';
import { paced } from '../page/paced.mjs';
import { settled } from '../page/settled.mjs';
import { median, middleMean } from '../report/statistics.mjs';

/** Of rows that are in no database yet. */
const OTHER_SEED = 3;
const MOST_SAVES = 600;
/** Of the saves, so many are not counted: the first are slower, whoever saves. */
const UNCOUNTED = 1 / 10;

const UPDATES_A_SECOND = 200;
/** Long enough for the ticks that processor time is counted in; a small run asks less. */
const secondsOf = ({ interactions }) => (interactions < 10_000 ? 1 : 3);
const CHARACTERS_AN_UPDATE = 20;

const LONG_CONVERSATION = 1000;
const DELETES = 3;

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Rows to save one after the other, each at the end of a conversation that is there. */
function rowsToSave({ interactions, seed }) {
  const conversations = Math.ceil(interactions / INTERACTIONS_PER_CONVERSATION);
  return Array.from({ length: Math.min(MOST_SAVES, conversations) }, (_, number) => ({
    ...interaction(OTHER_SEED, number),
    conversationId: conversation(seed, (number * 7919) % conversations).id,
    index: INTERACTIONS_PER_CONVERSATION + number,
  }));
}

function expectSame(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, found ${actual}`);
}

/** Single saves, each waited for: `time` is what one of the middle takes. */
const save = (saveOne) => ({
  async prepare(handle, { size, ...options }) {
    const rows = rowsToSave(size);
    return async () => {
      const times = [];
      for (const row of rows) times.push(await timed(() => saveOne(handle, row, options)));
      const counted = times.slice(times.length * UNCOUNTED);
      return {
        measured: { time: middleMean(counted), worst: Math.max(...counted) },
        async verify() {
          const store = handle.native.transaction('interactions').objectStore('interactions');
          expectSame(await settled(store.count()), size.interactions + rows.length, 'rows');
        },
      };
    };
  },
});

/** An answer that arrives in pieces: each time all the text that there is so far. */
const stream = (begin) => ({
  async prepare(handle, { size }) {
    const row = interaction(size.seed, 0);
    const steps = UPDATES_A_SECOND * secondsOf(size);
    const text = 'An answer in pieces. '.repeat(steps);
    const upTo = (step) => text.slice(0, (step + 1) * CHARACTERS_AN_UPDATE);
    const { update, end } = begin(handle, row);
    return async () => {
      await paced({ steps, milliseconds: 1000 / UPDATES_A_SECOND }, (step) => update(upTo(step)));
      await end(upTo(steps));
      return {
        async verify() {
          const store = handle.native.transaction('interactions').objectStore('interactions');
          const { response } = await settled(store.get(row.id));
          expectSame(response.length, upTo(steps).length, 'characters of the answer');
        },
      };
    };
  },
});

/** Long conversations, which are put beside the others past whatever deletes them. */
async function putLongConversations(native) {
  const ids = [];
  for (let number = 0; number < DELETES; number++) {
    const long = conversation(OTHER_SEED, number);
    const transaction = native.transaction(['conversations', 'interactions'], 'readwrite');
    transaction.objectStore('conversations').put(long);
    for (let index = 0; index < LONG_CONVERSATION; index++) {
      const row = interaction(OTHER_SEED, number * LONG_CONVERSATION + index);
      const own = { ...row, conversationId: long.id, index };
      transaction.objectStore('interactions').put(own);
    }
    await settled(transaction);
    ids.push(long.id);
  }
  return ids;
}

/** `time` is the median of one conversation with all that is in it. */
const deletes = (deleteOne) => ({
  async prepare(handle, { size }) {
    const ids = await putLongConversations(handle.native);
    return async () => {
      const times = [];
      for (const id of ids) times.push(await timed(() => deleteOne(handle, id)));
      return {
        measured: { time: median(times) },
        async verify() {
          const transaction = handle.native.transaction(['conversations', 'interactions']);
          const { interactions } = size;
          const count = (table) => settled(transaction.objectStore(table).count());
          expectSame(await count('interactions'), interactions, 'interactions');
          const conversations = Math.ceil(interactions / INTERACTIONS_PER_CONVERSATION);
          expectSame(await count('conversations'), conversations, 'conversations');
        },
      };
    };
  },
});

/**
 * The tasks, made of the calls of a contender.
 *
 * @param {{ saveOne: Function, beginStream: Function, deleteOne: Function }} calls
 */
export const recordTasks = ({ saveOne, beginStream, deleteOne }) => ({
  save: save(saveOne),
  stream: stream(beginStream),
  delete: deletes(deleteOne),
});
