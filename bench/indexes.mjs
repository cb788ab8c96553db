/**
 * Times what the indexes of the table of interactions cost and give, with the browser's own
 * IndexedDB: writing all, then loading and deleting conversations of ten. Each round is a new
 * browser profile, and begins with another schema. Prints the medians of elapsed time and of the
 * processor time of all the browser's processes, and of their ratios to those of the first schema
 * in the same round. On a machine that does other things too, read the processor time.
 *
 *     node bench/indexes.mjs [interactions, 20000] [rounds, 5]
 *
 * `CHROME_PATH` names the browser, where it is not to be the one that is found.
 */
/* global indexedDB, IDBKeyRange */
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../scripts/browsers/find-browser.mjs';
import { chromium } from '../scripts/browsers/kinds.mjs';

const [count = 20_000, rounds = 5] = process.argv.slice(2).map(Number);

const single = 'conversationId';
const compound = ['conversationId', 'index'];
const schemas = {
  'version 9': [single, 'index', 'createdAt', 'startedAt', 'endedAt', 'rating'],
  'conversationId, [conversationId+index]': [single, compound],
  'conversationId': [single],
  '[conversationId+index]': [compound],
  'no index': [],
};
const stages = ['write', 'load', 'load the last 3', 'delete'];

/** Runs in the page: makes the rows, an empty database, and a function for each stage. */
async function prepare(indexes, count) {
  const settled = (target) =>
    new Promise((resolve, reject) => {
      target.onsuccess = target.oncomplete = () => resolve(target.result);
      target.onerror = target.onabort = () => reject(target.error);
    });
  const random = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(21)), (byte) => (byte & 31).toString(32)).join(
      '',
    );
  const conversations = Array.from({ length: count / 10 }, random);
  const started = Date.UTC(2026, 0, 1);
  const rows = Array.from({ length: count }, (_, number) => ({
    id: random(),
    conversationId: conversations[Math.floor(number / 10)],
    type: 'message.user_assistant',
    index: number % 10,
    parentId: null,
    prompt: { id: random(), content: 'How do I quote a path? '.repeat(18), parameters: {} },
    response: 'You write it with a backslash, and then again. '.repeat(33),
    status: 'COMPLETED',
    startedAt: new Date(started + number * 60_000),
    endedAt: new Date(started + number * 60_000 + 5_000),
    rating: null,
    metadata: { modelId: 'model', inputTokens: 12, outputTokens: 345, toolCalls: [] },
  }));

  const request = indexedDB.open(random(), 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('rows', { keyPath: 'id', autoIncrement: true });
    for (const fields of indexes) store.createIndex(String(fields), fields);
  };
  const database = await settled(request);
  const begin = (mode) => database.transaction('rows', mode).objectStore('rows');
  const single = indexes.includes('conversationId');
  const compound = indexes.find(Array.isArray);
  const range = (id, from) => IDBKeyRange.bound(from === undefined ? [id] : [id, from], [id, []]);
  const some = conversations.filter((_, position) => position % 10 === 0);
  const others = conversations.filter((_, position) => position % 10 === 1);
  const all = (store, id, read) =>
    settled(
      single
        ? store.index('conversationId')[read](id)
        : store.index(String(compound))[read](range(id)),
    );

  const work = {
    write: async () => {
      const store = begin('readwrite');
      for (const row of rows) store.put(row);
      await settled(store.transaction);
    },
  };
  if (single || compound) {
    work['load'] = async () => {
      for (const id of some) await all(begin('readonly'), id, 'getAll');
    };
    work['delete'] = async () => {
      for (const id of others) {
        const store = begin('readwrite');
        for (const key of await all(store, id, 'getAllKeys')) store.delete(key);
        await settled(store.transaction);
      }
    };
  }
  if (compound) {
    work['load the last 3'] = async () => {
      for (const id of some) {
        await settled(begin('readonly').index(String(compound)).getAll(range(id, 7)));
      }
    };
  }
  globalThis.work = work;
}

/** Runs in the page. Answers with milliseconds, or undefined where the schema cannot do it. */
async function run(stage) {
  if (!globalThis.work[stage]) return undefined;
  const start = performance.now();
  await globalThis.work[stage]();
  return performance.now() - start;
}

async function processorTime(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title>');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

const names = Object.keys(schemas);
/** One entry a round for each stage of each schema: `{ elapsed, processor }`. */
const results = Object.fromEntries(
  stages.map((stage) => [stage, Object.fromEntries(names.map((name) => [name, []]))]),
);
for (let round = 0; round < rounds; round++) {
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: await findBrowser(chromium),
    args: chromium.flags(),
  });
  if (round === 0) console.log(`${await browser.version()}, ${count} interactions`);
  const session = await browser.target().createCDPSession();
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(round + turn) % names.length];
    const page = await browser.newPage();
    await page.goto(address);
    await page.evaluate(prepare, schemas[name], count);
    for (const stage of stages) {
      const before = await processorTime(session);
      const elapsed = await page.evaluate(run, stage);
      if (elapsed === undefined) continue;
      results[stage][name].push({ elapsed, processor: (await processorTime(session)) - before });
    }
    await page.close();
  }
  await browser.close();
}
server.close();

function summary(times, unit) {
  const ratio = median(times.map((time, round) => time / unit[round])).toFixed(2);
  return `${ratio.padStart(6)} ${median(times).toFixed(0).padStart(6)} ms`;
}

for (const [stage, schemasOf] of Object.entries(results)) {
  console.log(`${stage.padEnd(42)}  elapsed          processor`);
  const measured = names.filter((name) => schemasOf[name].length > 0);
  for (const name of measured) {
    const columns = ['elapsed', 'processor'].map((kind) =>
      summary(
        schemasOf[name].map((result) => result[kind]),
        schemasOf[measured[0]].map((result) => result[kind]),
      ),
    );
    console.log(`  ${name.padEnd(40)}${columns.join('  ')}`);
  }
}
