import { existsSync, statSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { report } from './cannot-run.mjs';
import { failureLines, isGood, sum, totalsLine } from './suites/totals.mjs';

const { values, positionals } = parseArgs({
  options: {
    files: { type: 'string', multiple: true },
    browsers: { type: 'string' },
  },
  allowPositionals: true,
});

/** `npm test -- --files 'src/model/*.test.ts' src/database` runs the tests of that pattern and that folder. */
const files = [...(values.files ?? []), ...positionals].map((pattern) =>
  existsSync(pattern) && statSync(pattern).isDirectory() ? `${pattern}/**/*.test.ts` : pattern,
);

if (values.browsers) process.env.BROWSERS = values.browsers;
const onlyInBrowsers = files.length > 0 || Boolean(process.env.BROWSERS);

async function inBrowsers() {
  // The browsers are found when the configuration is imported.
  const { runBrowserSuite } = await import('./suites/browser-suite.mjs');
  return sum(await runBrowserSuite(files.length > 0 ? files : undefined));
}

async function inNode(folder) {
  const { builtPackage } = await import('./build/built-package.mjs');
  const { runNodeSuite } = await import('./suites/node-suite.mjs');
  // Built once here, and not by each of the files that need it.
  await builtPackage();
  return runNodeSuite(folder);
}

/** A suite that breaks down is a failure, and no reason to leave out the others. */
async function orOneFailure(suite) {
  try {
    return await suite;
  } catch (error) {
    report(error);
    return { passed: 0, failed: 1, failures: [String(error)] };
  }
}

async function runSuites() {
  const totals = [await inBrowsers()];
  if (onlyInBrowsers) return totals;
  totals.push(await orOneFailure(inNode('test/node')));
  totals.push(await orOneFailure(inNode('test/journeys')));
  totals.push(await orOneFailure(inNode('test/screenshots')));
  return totals;
}

try {
  const totals = sum(await runSuites());
  for (const line of failureLines(totals)) console.log(line);
  console.log(totalsLine(totals));
  process.exitCode = isGood(totals) ? 0 : 1;
} catch (error) {
  report(error);
  process.exitCode = 1;
}

// A browser that does not go away must not hold up the end: this runs only if something does.
setTimeout(() => process.exit(), 5000).unref();
