import { Buffer } from 'node:buffer';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { cdnFiles } from './cdn-files.mjs';

// To be 95 kB by the first release, with the writing of Markdown loaded on demand.
const eagerBudget = 100_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

const rows = (await cdnFiles()).map(({ name, source, eagerly }) => ({
  name,
  eagerly,
  size: Buffer.byteLength(source),
  gzipped: gzipSync(source, { level: 9 }).length,
}));
const eager = rows.filter((row) => row.eagerly).reduce((sum, row) => sum + row.gzipped, 0);
const width = Math.max(...rows.map((row) => row.name.length));

console.log(`${'dist/cdn'.padEnd(width)}       size       gzip  loaded`);
for (const { name, size, gzipped, eagerly } of rows) {
  const when = eagerly ? 'at once' : 'on demand';
  console.log(`${name.padEnd(width)}  ${kilobytes(size)}  ${kilobytes(gzipped)}  ${when}`);
}
console.log(
  `At once: ${kilobytes(eager).trim()} of at most ${kilobytes(eagerBudget).trim()}, gzipped.`,
);
process.exitCode = eager <= eagerBudget ? 0 : 1;
