import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { projectFolder } from '../project-folder.mjs';

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => path.join(folder, file))
    .sort();
}

/** node:test tells its own sums as lines such as `fail 2`; a cancelled test has failed too. */
function readSums(sums, { message, nesting }) {
  const line = /^(pass|fail|cancelled) (\d+)$/.exec(message);
  if (line && nesting === 0) {
    const key = line[1] === 'pass' ? 'passed' : 'failed';
    sums[key] += Number(line[2]);
  }
}

/** Runs the `*.test.mjs` files below a folder of the project with node:test, one after the other: memory is measured in some. */
export async function runNodeSuite(folder, { concurrency = 1, timeout = 900_000 } = {}) {
  const files = testFiles(path.join(projectFolder, folder));
  const sums = { passed: 0, failed: 0, failures: [] };
  if (files.length === 0) return sums;
  const events = run({ files, concurrency, timeout });
  events.on('test:diagnostic', (diagnostic) => readSums(sums, diagnostic));
  events.on('test:fail', ({ name, file, details }) => {
    const where = file ? path.relative(projectFolder, file) : folder;
    sums.failures.push(`${where}: ${name}: ${details.error.message}`);
  });
  const report = events.compose(new spec());
  for await (const text of report) process.stdout.write(text);
  return sums;
}
