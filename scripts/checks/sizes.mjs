import { Buffer } from 'node:buffer';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { cdnFiles, worker } from './cdn-files.mjs';
import { filesOfListApp } from './list-app.mjs';

const eagerBudget = 95_000;
const listBudget = 60_000;
// Dexie, the stores and all that writes; what the list shows first needs none of it.
const listInUseBudget = 96_000;
const workerBudget = 75_000;

const gzipped = (source) => gzipSync(source, { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

const rows = (await cdnFiles()).map(({ name, source, eagerly }) => ({
  name,
  eagerly,
  size: Buffer.byteLength(source),
  gzipped: gzipped(source),
}));
const eager = rows.filter((row) => row.eagerly).reduce((sum, row) => sum + row.gzipped, 0);
const width = Math.max(...rows.map((row) => row.name.length));

console.log(`${'dist/cdn'.padEnd(width)}       size       gzip  loaded`);
for (const { name, size, gzipped, eagerly } of rows) {
  const when = eagerly ? 'at once' : name === worker ? 'by the worker' : 'on demand';
  console.log(`${name.padEnd(width)}  ${kilobytes(size)}  ${kilobytes(gzipped)}  ${when}`);
}
const inWorker = rows.find((row) => row.name === worker)?.gzipped ?? 0;
const sumOf = (files) => files.reduce((sum, { source }) => sum + gzipped(source), 0);
const { atOnce, inUse } = await filesOfListApp();
const list = sumOf(atOnce);
const sums = [
  ['At once', eager, eagerBudget],
  ['At once in an app with nothing but the list', list, listBudget],
  ['In that when somebody comes near the list', list + sumOf(inUse), listInUseBudget],
  ['In the worker', inWorker, workerBudget],
];
for (const [what, size, budget] of sums) {
  const [is, most] = [size, budget].map((bytes) => kilobytes(bytes).trim());
  console.log(`${what}: ${is} of at most ${most}, gzipped.`);
}
process.exitCode = sums.every(([, size, budget]) => size <= budget) ? 0 : 1;
