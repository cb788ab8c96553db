import path from 'node:path';
import { startTestRunner } from '@web/test-runner';
import { glob } from 'tinyglobby';
import config from '../../web-test-runner.config.mjs';
import { CannotRun } from '../cannot-run.mjs';
import { projectFolder } from '../project-folder.mjs';

/** The tests of a suite and of those in it, each with its whole name. */
function testsOf(suite, above = '') {
  if (!suite) return [];
  const name = `${above} ${suite.name}`.trim();
  return [
    ...suite.tests.map((test) => ({ ...test, name: `${name} ${test.name}`.trim() })),
    ...suite.suites.flatMap((inner) => testsOf(inner, name)),
  ];
}

/** A file that fails as a whole, while loading or after its tests, is one failure more. */
function countSession(session) {
  const file = path.relative(projectFolder, session.testFile);
  const tests = testsOf(session.testResults).filter((test) => !test.skipped);
  const failures = tests
    .filter((test) => !test.passed)
    .map((test) => `${file}: ${test.name}: ${test.error?.message ?? 'failed without a word'}`);
  if (!session.passed && failures.length === 0) {
    const reasons = session.errors.map(({ message }) => message).join(' ');
    failures.push(`${file}: as a whole: ${reasons}`);
  }
  const passed = tests.filter((test) => test.passed).length;
  return { passed, failed: failures.length, failures };
}

/** What the configuration leaves out, in this browser, is left out of those that are named too. */
const leftOut = config.files.filter((pattern) => pattern.startsWith('!'));

/** Runs test files in browsers: those that match `files`, or all. Answers with one total a file and browser. */
export async function runBrowserSuite(named) {
  const files = named ? [...named, ...leftOut] : config.files;
  if ((await glob(files, { cwd: projectFolder })).length === 0) {
    throw new CannotRun(`No test file matches ${files.join(' ')}.`);
  }
  const runner = await startTestRunner({
    config: { ...config, files },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()].map(countSession);
}
