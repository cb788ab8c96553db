/**
 * Times the index of words in interactions: building it in the worker, what queries take beside a
 * scan of the rows, how much it grows the database, and what saving one interaction costs beside the
 * database of version 9. The words are as rare as those of a language: the n-th most frequent comes with a
 * frequency of 1/n.
 *
 *     node bench/search-index.mjs [interactions, 20000] [--dist FOLDER] [--minisearch FILE.js]
 *
 * `--minisearch` also builds the index of MiniSearch from the same rows; the file is its ES module.
 * `CHROME_PATH` names the browser, where it is not to be the one that is found.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { builtPackage } from '../scripts/build/built-package.mjs';
import { findBrowser } from '../scripts/browsers/find-browser.mjs';
import { chromium } from '../scripts/browsers/kinds.mjs';
import { projectFolder } from '../scripts/project-folder.mjs';

const { values, positionals } = parseArgs({
  options: { dist: { type: 'string' }, minisearch: { type: 'string' } },
  allowPositionals: true,
});
const interactions = Number(positionals[0] ?? 20_000);
const dist = path.resolve(values.dist ?? (await builtPackage()));

const page = `<!doctype html><title>Bench</title>
<script type="importmap">{"imports":{
  "dexie": "/node_modules/dexie/dist/modern/dexie.mjs",
  "nanoid": "/node_modules/nanoid/index.browser.js",
  "valibot": "/node_modules/valibot/dist/index.mjs",
  "zustand/vanilla": "/node_modules/zustand/esm/vanilla.mjs"
}}</script>`;

const folders = {
  '/dist/': dist,
  '/bench/': path.join(projectFolder, 'bench'),
  '/node_modules/': path.join(projectFolder, 'node_modules'),
};
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html').end(page);
    return;
  }
  const prefix = Object.keys(folders).find((candidate) => pathname.startsWith(candidate));
  const file =
    pathname === '/minisearch.js'
      ? values.minisearch
      : prefix && path.join(folders[prefix], pathname.slice(prefix.length));
  if (!file || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', 'text/javascript');
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

/** Runs in the page. */
async function prepare(count) {
  const { LiteChatDatabase } = await import('/dist/database/litechat-database.js');
  const { interaction, conversation } = await import('/bench/data/rows.mjs');
  const { seededRandom } = await import('/bench/data/random.mjs');
  const syllables = 'ka re mi to sun be lor fin da vex ol pa qui zen tra mul'.split(' ');
  const random = seededRandom(7);
  const words = Array.from({ length: 200_000 }, (_, rank) => {
    let word = '';
    for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16];
    return rank % 9 === 0 ? `${word}é` : word;
  });
  // 1/n by the inverse of its sum.
  const word = () => words[Math.floor(words.length ** random()) - 1] ?? words[0];
  const text = (characters) => {
    let made = '';
    while (made.length < characters) {
      made += `${word()}${random() < 0.1 ? '. ' : ' '}`;
    }
    return made;
  };
  const database = new LiteChatDatabase('bench');
  const bytes = { text: 0 };
  // Past the log, as the rows of an older version lie there.
  await database.open();
  const native = database.backendDB();
  const put = async (table, rows) => {
    const transaction = native.transaction(table, 'readwrite');
    for (const row of rows) transaction.objectStore(table).put(row);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  };
  for (let from = 0; from < count; from += 1000) {
    const rows = Array.from({ length: Math.min(1000, count - from) }, (_, offset) => {
      const row = interaction(1, from + offset);
      row.prompt.content = text(150 + random() * 500);
      row.response = text(800 + random() * 1800);
      bytes.text += row.prompt.content.length + row.response.length;
      return row;
    });
    await put('interactions', rows);
    await put(
      'conversations',
      Array.from({ length: rows.length / 10 }, (_, offset) => conversation(1, from / 10 + offset)),
    );
  }
  Object.assign(globalThis, { database, words });
  return bytes.text;
}

/** Runs in the page: the index, built by the worker. */
async function build() {
  const { runJob } = await import('/dist/import-export/run-job.js');
  const { Persistence } = await import('/dist/persistence/persistence.js');
  const { watchGaps } = await import('/bench/page/longest-gap.mjs');
  const { database } = globalThis;
  const longestGap = watchGaps();
  const start = performance.now();
  const building = runJob(new Persistence(database), 'index', { check: false });
  let firstFound;
  const waiting = setInterval(async () => {
    if (firstFound !== undefined) return;
    if ((await database.searchSegments.count()) > 0) firstFound ??= performance.now() - start;
  }, 100);
  await building;
  const time = performance.now() - start;
  const gap = longestGap();
  clearInterval(waiting);
  const segments = await database.searchSegments.toArray();
  // What the browser says of the size of a database is hours late.
  const sizes = { terms: 0, others: 0, parts: 0 };
  await database.searchParts.each((part) => {
    sizes.parts++;
    for (const value of Object.values(part)) {
      const size = Array.isArray(value)
        ? 23 * value.length
        : (value.byteLength ?? value.length ?? 8);
      sizes[part.kind === 'terms' ? 'terms' : 'others'] += size;
    }
  });
  return {
    time,
    gap,
    firstFound,
    segments: segments.map((each) => each.documents),
    sizes,
  };
}

/** Runs in the page: median and worst of each kind of query, in milliseconds. */
async function query(repeats) {
  const { MessageSearch } = await import('/dist/persistence/search/message-search.js');
  const { database, words } = globalThis;
  const at = (rank, number) => words[rank + number * 3];
  const kinds = {
    'a rare word': (number) => `${at(50_000, number)} `,
    'a frequent word': (number) => `${at(2, number)} `,
    'two frequent words': (number) => `${at(2, number)} ${at(9, number)} `,
    'three words': (number) => `${at(20, number)} ${at(200, number)} ${at(3, number)} `,
    'a start of 1 letter': (number) => words[number].slice(0, 1),
    'a start of 2 letters': (number) => at(100, number).slice(0, 2),
    'a start of 3 letters': (number) => at(1000, number).slice(0, 3),
    'a start of 5 letters': (number) => at(3000, number).slice(0, 5),
    'a phrase': (number) => `"${at(2, number)} ${at(9, number)}"`,
    'no such word': (number) => `xyz${number} `,
  };
  const results = {};
  for (const [kind, textOf] of Object.entries(kinds)) {
    const times = [];
    let total = 0;
    for (let number = 0; number < repeats; number++) {
      const start = performance.now();
      const search = await MessageSearch.start(database, textOf(number));
      await search.next(20);
      times.push(performance.now() - start);
      total = search.total;
    }
    times.sort((one, other) => one - other);
    results[kind] = { median: times[times.length >> 1], worst: times.at(-1), total };
  }
  return results;
}

/** Runs in the page: what a look at every row costs. */
async function scan() {
  const { database, words } = globalThis;
  const start = performance.now();
  let found = 0;
  const native = database.backendDB().transaction('interactions');
  await new Promise((resolve) => {
    native.objectStore('interactions').openCursor().onsuccess = ({
      target: { result: cursor },
    }) => {
      if (!cursor) return resolve();
      const { prompt, response } = cursor.value;
      if (`${prompt.content} ${response}`.toLowerCase().includes(words[50_000])) found++;
      cursor.continue();
    };
  });
  return { time: performance.now() - start, found };
}

/** Runs in the page: saves of one row into empty databases, ours with the log and that of version 9, in turns. */
async function saves(repeats) {
  const { Dexie } = await import('dexie');
  const { interaction } = await import('/bench/data/rows.mjs');
  const { randomId, seededRandom } = await import('/bench/data/random.mjs');
  const { LiteChatDatabase } = await import('/dist/database/litechat-database.js');
  const database = new LiteChatDatabase('saves');
  const plain = new Dexie('plain');
  plain.version(9).stores({
    interactions: '++id, conversationId, index, createdAt, startedAt, endedAt, rating',
  });
  const random = seededRandom(99);
  const times = { kit: [], plain: [] };
  for (let number = 0; number < repeats; number++) {
    for (const name of number % 2 ? ['kit', 'plain'] : ['plain', 'kit']) {
      const row = { ...interaction(3, number), id: randomId(random) };
      const table = (name === 'kit' ? database : plain).table('interactions');
      const start = performance.now();
      await table.put(row);
      times[name].push(performance.now() - start);
    }
  }
  const median = (list) =>
    list.slice(20).sort((one, other) => one - other)[(list.length - 20) >> 1];
  return { kit: median(times.kit), plain: median(times.plain) };
}

/** Runs in the page: one save, until the index holds it. */
async function increments(repeats) {
  const { updateSearchIndex } = await import('/dist/persistence/search/update-index.js');
  const { interaction } = await import('/bench/data/rows.mjs');
  const { watchGaps } = await import('/bench/page/longest-gap.mjs');
  const { database } = globalThis;
  await updateSearchIndex(database);
  const longestGap = watchGaps();
  const times = [];
  for (let number = 0; number < repeats; number++) {
    await database.interactions.put(interaction(5, number));
    const start = performance.now();
    await updateSearchIndex(database);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { median: times[times.length >> 1], worst: times.at(-1), gap: longestGap() };
}

/** Runs in the page. */
async function buildMiniSearch() {
  const { default: MiniSearch } = await import('/minisearch.js');
  const index = new MiniSearch({ fields: ['prompt', 'response'], storeFields: [] });
  const start = performance.now();
  let rows = await globalThis.database.interactions.orderBy(':id').limit(1000).toArray();
  while (rows.length > 0) {
    index.addAll(
      rows.map(({ id, prompt, response }) => ({ id, prompt: prompt.content, response })),
    );
    rows = await globalThis.database.interactions
      .where(':id')
      .above(rows.at(-1).id)
      .limit(1000)
      .toArray();
  }
  return performance.now() - start;
}

const browser = await puppeteer.launch({
  headless: true,
  executablePath: await findBrowser(chromium),
  args: [...chromium.flags(), '--js-flags=--max-old-space-size=6000'],
  protocolTimeout: 1_800_000,
});
const milliseconds = (time) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;
try {
  const tab = await browser.newPage();
  tab.on('pageerror', (error) => console.error(error));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  const bytes = await tab.evaluate(prepare, interactions);
  console.log(
    `${await browser.version()}, ${interactions} interactions, ${Math.round(bytes / 1e6)} MB of text`,
  );
  const built = await tab.evaluate(build);
  console.log(
    `build ${milliseconds(built.time)}, first found after ${milliseconds(built.firstFound ?? NaN)}, longest pause ${milliseconds(built.gap)}, ` +
      `${(built.sizes.terms / 1e6).toFixed(1)} MB of terms and ${(built.sizes.others / 1e6).toFixed(1)} of the rest in ${built.sizes.parts} parts, ` +
      `segments of ${built.segments.join(', ')}`,
  );
  for (const [kind, { median, worst, total }] of Object.entries(await tab.evaluate(query, 20))) {
    console.log(
      `  ${kind.padEnd(22)} ${milliseconds(median)}, worst ${milliseconds(worst)}, ${total} found`,
    );
  }
  const scanned = await tab.evaluate(scan);
  console.log(`scan ${milliseconds(scanned.time)}`);
  const saved = await tab.evaluate(saves, 1000);
  console.log(
    `save ${milliseconds(saved.kit)}, version 9 ${milliseconds(saved.plain)}: ${(saved.kit / saved.plain).toFixed(2)}`,
  );
  const increment = await tab.evaluate(increments, 60);
  console.log(
    `one more in the index ${milliseconds(increment.median)}, worst ${milliseconds(increment.worst)}, longest pause ${milliseconds(increment.gap)}`,
  );
  if (values.minisearch) {
    console.log(`MiniSearch ${milliseconds(await tab.evaluate(buildMiniSearch))}`);
  }
} finally {
  await browser.close();
  server.close();
}
