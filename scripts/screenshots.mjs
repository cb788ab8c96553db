import process from 'node:process';
import { parseArgs } from 'node:util';
import { report } from './cannot-run.mjs';
import { runNodeSuite } from './suites/node-suite.mjs';
import { failureLines, isGood, totalsLine } from './suites/totals.mjs';

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });

/** `npm run test:screenshots -- --update` keeps what the elements look like now. */
if (values.update) process.env.UPDATE_SCREENSHOTS = '1';

try {
  const totals = await runNodeSuite('test/screenshots');
  for (const line of failureLines(totals)) console.log(line);
  console.log(totalsLine(totals));
  process.exitCode = isGood(totals) ? 0 : 1;
} catch (error) {
  report(error);
  process.exitCode = 1;
}
