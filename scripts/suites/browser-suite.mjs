import { startTestRunner } from '@web/test-runner';
import { glob } from 'tinyglobby';
import config from '../../web-test-runner.config.mjs';
import { CannotRun } from '../cannot-run.mjs';
import { projectFolder } from '../project-folder.mjs';

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

/** A file that fails as a whole, while loading or after its tests, is one failure more. */
function countSession(session) {
  const tests = testsOf(session.testResults).filter((test) => !test.skipped);
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed;
  const failedAsAWhole = !session.passed && failed === 0;
  return { passed, failed: failedAsAWhole ? 1 : failed };
}

/** Runs test files in browsers: those that match `files`, or all. Answers with one total a file and browser. */
export async function runBrowserSuite(files = config.files) {
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
