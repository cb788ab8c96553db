/**
 * Times `readJson` against one `JSON.parse` over the whole text, which is the floor, for a backup
 * of records of 2.25 kB in chunks of 64 kB.
 *
 *     npm run build && node --expose-gc bench/json-reader.mjs [megabytes, 26] [folder of the build, dist]
 */
import { performance } from 'node:perf_hooks';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [megabytes = '26', build = 'dist'] = process.argv.slice(2);
const CHUNK = 64 * 1024;
const RUNS = 7;

async function load(file, name) {
  const module = await import(pathToFileURL(path.resolve(build, file)));
  return module[name];
}

const readJson = await load('formats/json-reader.js', 'readJson');
const recogniseFile = await load('formats/recognise-file.js', 'recogniseFile');

function interaction(index) {
  return {
    id: `interaction-${index}`,
    conversationId: `conversation-${Math.floor(index / 10)}`,
    type: 'message.user_assistant',
    index: index % 10,
    parentId: null,
    prompt: {
      id: `prompt-${index}`,
      content: 'How do I "quote" a path?\n'.repeat(15),
      parameters: {},
    },
    response: 'You write it as `C:\\\\path`, so: \n```js\nconst a = [1, 2];\n```\n'.repeat(22),
    status: 'COMPLETED',
    startedAt: '2026-01-31T12:00:00.000Z',
    endedAt: '2026-01-31T12:00:05.000Z',
    rating: null,
    metadata: { modelId: 'model', inputTokens: 12, outputTokens: 345, toolCalls: [] },
  };
}

function backup(size, indent) {
  const interactions = [];
  for (let bytes = 0; bytes < size;) {
    const record = interaction(interactions.length);
    interactions.push(record);
    bytes += JSON.stringify(record).length;
  }
  return new TextEncoder().encode(JSON.stringify({ interactions, version: 1 }, null, indent));
}

async function* chunks(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

const contenders = {
  'one JSON.parse': (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
  'readJson, records': async (bytes) => {
    const options = { descend: (where) => where.length < 2 };
    for await (const events of readJson(chunks(bytes), options)) events.length;
  },
  'readJson, their fields': async (bytes) => {
    const options = { descend: (where) => where.length < 3 };
    for await (const events of readJson(chunks(bytes), options)) events.length;
  },
  'recogniseFile, key last': (bytes) => recogniseFile(chunks(bytes)),
};

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

for (const indent of [0, 2]) {
  const bytes = backup(Number(megabytes) * 1e6, indent);
  console.log(`${(bytes.length / 1e6).toFixed(1)} MB, ${indent ? 'indented' : 'compact'}`);
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const [name, read] of Object.entries(contenders)) {
      globalThis.gc?.();
      const start = performance.now();
      await read(bytes);
      times[name].push(performance.now() - start);
    }
  }
  for (const [name, measured] of Object.entries(times)) {
    const time = median(measured);
    const speed = bytes.length / 1e3 / time;
    console.log(
      `  ${name.padEnd(26)} ${time.toFixed(0).padStart(5)} ms ${speed.toFixed(0).padStart(5)} MB/s`,
    );
  }
}
