import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { projectFolder } from './project-folder.mjs';
import { isGood, totalsLine } from './suites/totals.mjs';

const { values } = parseArgs({ options: { 'without-tests': { type: 'boolean', default: false } } });

const steps = [
  'format:check',
  'lint',
  'types',
  'layers',
  'manifest:check',
  'test',
  'build',
  'check:package',
  'check:sizes',
  'test:package',
  'test:examples',
  'bench:quick',
].filter((step) => step !== 'test' || !values['without-tests']);

/** Every step runs, whatever became of those before: one run tells all that is wrong. */
function passes(step) {
  console.log(`\n> ${step}`);
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(
    `${status === 0 ? '✔' : '✖'} ${step} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

const failed = steps.filter((step) => !passes(step));
const totals = { passed: steps.length - failed.length, failed: failed.length };

console.log(failed.length === 0 ? '\nAll is well.' : `\nTo be mended: ${failed.join(', ')}.`);
console.log(totalsLine(totals));
process.exitCode = isGood(totals) ? 0 : 1;
