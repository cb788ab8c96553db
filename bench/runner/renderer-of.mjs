/* global Worker */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** As Chromium names the thread of a worker. */
const WORKER_THREAD = 'DedicatedWorker';

function nameOf(task) {
  try {
    return readFileSync(`${task}/comm`, 'utf8').trim();
  } catch (error) {
    // It has ended since it was listed.
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
    throw error;
  }
}

function hasThread(pid, name) {
  const tasks = `/proc/${pid}/task`;
  return readdirSync(tasks).some((task) => nameOf(`${tasks}/${task}`) === name);
}

/**
 * The process of a page. A browser has other renderers, spare ones and its own pages', which nothing
 * tells apart from outside: so the page starts a worker for a moment, whose thread shows.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {number[]} candidates The processes of all renderers.
 * @returns {Promise<number | undefined>} Undefined where the system does not list threads.
 */
export async function rendererOf(page, candidates) {
  if (!existsSync('/proc/self/task')) return undefined;
  await page.evaluate(async () => {
    const script = URL.createObjectURL(new Blob(['postMessage(0)']));
    globalThis.sign = new Worker(script);
    await new Promise((resolve) => {
      globalThis.sign.onmessage = resolve;
    });
  });
  const found = candidates.filter((pid) => hasThread(pid, WORKER_THREAD));
  await page.evaluate(() => {
    globalThis.sign.terminate();
    delete globalThis.sign;
  });
  if (found.length === 1) return found[0];
  throw new Error(`The process of the page cannot be told: ${found.length} seem to be it.`);
}
