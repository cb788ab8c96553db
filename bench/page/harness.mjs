/* global document */
import { watchGaps } from './longest-gap.mjs';
import { rowsInMemory, seed as seedDatabase } from './seed.mjs';
import { verifyDatabase, verifyExport } from './verify.mjs';

const DATABASE = 'LiteChatDB';

const load = (module) => import(`../contenders/${module}.mjs`);

/** What is under way in this page; it does one thing in its life. */
const current = {};

/** Fills the database of a contender, and lets it make what it keeps beside the rows. */
export async function seed({ module, size, holds }) {
  const contender = await load(module);
  const handle = await contender.open(DATABASE);
  await seedDatabase(handle.native, size);
  await contender.settle?.(handle, holds);
  handle.native.close();
}

/** Does all that is not to be timed. Answers whether the contender can do the task. */
export async function prepare({ module, task, options = {}, size }) {
  const contender = await load(module);
  const handle = await contender.open(DATABASE);
  if (!(await contender.supports(handle, options))) return false;
  const [file] = document.querySelector('input').files;
  const rows = options.rowsInMemory ? rowsInMemory(size) : undefined;
  const work = contender.tasks[task];
  Object.assign(current, { task, size, options });
  if (typeof work === 'function') current.run = () => work(handle, { file, rows, ...options });
  else current.run = await work.prepare(handle, { size, ...options });
  globalThis.gc?.();
  return true;
}

/** Only the message of an error gets out of the page. */
function throwWithCauses(error) {
  const messages = [];
  for (let cause = error; cause && messages.length < 5; cause = cause.inner ?? cause.cause) {
    messages.push(`${cause.name}: ${cause.message ?? cause}`.split('\n')[0]);
  }
  throw new Error(messages.join(' < '), { cause: error });
}

/**
 * What a task answers as `measured` stands in the place of the time from its beginning to its end, or
 * beside it; `verify` of its answer looks whether it was done.
 *
 * @returns {Promise<{ time: number, gap: number }>} In milliseconds.
 */
export async function run() {
  const longestGap = watchGaps();
  const start = performance.now();
  current.result = await current.run().catch(throwWithCauses);
  const time = performance.now() - start;
  return { time, gap: longestGap(), ...current.result?.measured };
}

/** Fails when the task was not done as it should be. Answers with the size of the file, if any. */
export async function verify() {
  const { task, result, size, options } = current;
  if (result?.verify) {
    await result.verify();
    return null;
  }
  if (task === 'export') await verifyExport(result, size, options);
  else await verifyDatabase(DATABASE, size, { isEmpty: task === 'clear' });
  return result?.size ?? null;
}

/** Sends the exported file to the server, which keeps it under the name. */
export async function keepExport(name) {
  const response = await fetch(`/made/${name}`, { method: 'POST', body: current.result });
  if (!response.ok) throw new Error(`The file could not be kept: ${response.status}`);
}
