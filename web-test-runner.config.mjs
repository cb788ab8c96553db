import process from 'node:process';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { testLaunchers } from './scripts/browsers/test-launchers.mjs';
import { testPage } from './scripts/suites/test-page.mjs';

/** Dexie's export map leads a server without a bundler to its UMD build. */
const dexieAsModule = {
  name: 'dexie-as-module',
  resolveImport: ({ source }) =>
    source === 'dexie' ? '/node_modules/dexie/dist/dexie.mjs' : undefined,
};

/** Written for bundlers, which put the answer in its place; what is served here meets none. */
const productionOnly = {
  name: 'production-only',
  transform: ({ path, body }) =>
    path.includes('/@tanstack/virtual-core/')
      ? body.replaceAll('process.env.NODE_ENV', '"production"')
      : undefined,
};

/** What is waited for comes at once or never, but on a busy machine "at once" is more than a second. */
const patientWaits = {
  name: 'patient-waits',
  transform: ({ path, body }) =>
    path.endsWith('/@open-wc/testing-helpers/src/helpers.js')
      ? body.replace('timeout = 1000', 'timeout = 10_000')
      : undefined,
};

/** A worker is asked for by the name that the compiler will give its script. */
function workerFromSource(context, next) {
  if (context.path === '/src/import-export/transfer-worker.js') {
    context.path = context.path.replace(/\.js$/, '.ts');
  }
  return next();
}

/** The others do not let a test say what the user prefers. */
const forChromium = (process.env.BROWSERS || 'chromium') === 'chromium';

export default {
  files: [
    'src/**/*.test.ts',
    'test/browser/**/*.test.ts',
    ...(forChromium ? [] : ['!**/*.chromium.test.ts']),
  ],
  browsers: await testLaunchers(),
  concurrency: 2,
  concurrentBrowsers: 1,
  nodeResolve: { browser: true, exportConditions: ['browser', 'development'] },
  plugins: [
    dexieAsModule,
    productionOnly,
    patientWaits,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
  ],
  middleware: [workerFromSource],
  testRunnerHtml: testPage,
  testFramework: { config: { timeout: '20000' } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
};
