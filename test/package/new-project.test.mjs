import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { createServer } from 'vite';
import { appears } from '../journeys/support/appears.mjs';
import { launchBrowser } from '../journeys/support/launch-browser.mjs';
import { openPage } from '../journeys/support/open-page.mjs';
import { serveFolder } from '../journeys/support/serve-folder.mjs';
import { newProject } from './support/new-project.mjs';

/** Runs a program that the project has installed, and gives all it says. */
function run(folder, script, ...parameters) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(folder, 'node_modules', script), ...parameters],
    // In colours, words are cut apart.
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  return { status, output: stdout + stderr };
}

const LIST = 'litechat-conversation-list';
const VIEW = 'litechat-conversation-view';

test('a new project with the packed kit has its types, builds without a warning, and keeps what it saves', async (t) => {
  const folder = await newProject(t);

  const compiler = 'typescript/bin/tsc';
  const silent = { status: 0, output: '' };
  await t.test('has its types in a bundler', () => assert.deepEqual(run(folder, compiler), silent));
  await t.test('has its types in Node', () => {
    const node = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
    assert.deepEqual(run(folder, compiler, ...node), silent);
  });

  await t.test('builds without a warning', () => {
    const { status, output } = run(folder, 'vite/bin/vite.js', 'build');
    const warnings = output.split('\n').filter((line) => /warn|\(!\)/i.test(line));
    assert.deepEqual(warnings, [], output);
    assert.equal(status, 0, output);
  });

  await t.test('shows, saves and keeps a conversation', async (journey) => {
    const address = await serveFolder(journey, path.join(folder, 'dist'));
    const browser = await launchBrowser(journey);
    const { page, problems } = await openPage(browser, address);
    await appears(page, LIST, 'input[aria-label="Unterhaltungen und Projekte durchsuchen"]');
    await page.waitForSelector(`${LIST}:state(empty)`);
    await page.click('body > button');
    await page.waitForFunction(() => document.querySelector('output').value !== '');
    const said = await page.$eval('output', ({ value }) => JSON.parse(value));
    assert.deepEqual(said, {
      told: ['From a new project'],
      found: 1,
      conversations: 1,
      refused: 'backup-not-recognised',
    });

    await page.reload();
    const row = await appears(page, LIST, '[role="treeitem"]', 'From a new project');
    await row.evaluate((element) => element.click());
    await appears(page, VIEW, '[part~="question"] strong', 'kept');
    await appears(page, 'litechat-data-management', '[part~="card"]');
    assert.deepEqual(problems, []);
  });

  await t.test('works in development, with its worker and without a warning', async (journey) => {
    const said = [];
    const say = (message) => said.push(message);
    const server = await createServer({
      root: folder,
      server: { host: '127.0.0.1', port: 0 },
      customLogger: {
        hasWarned: false,
        hasErrorLogged: () => false,
        info: () => undefined,
        clearScreen: () => undefined,
        warn: say,
        warnOnce: say,
        error: say,
      },
    });
    journey.after(() => server.close());
    await server.listen();
    const { port } = server.httpServer.address();
    const browser = await launchBrowser(journey);
    const { page, problems } = await openPage(browser, `http://127.0.0.1:${port}/`);
    await page.waitForSelector(`${LIST}:state(empty)`);
    await page.click('body > button');
    await page.waitForFunction(() => document.querySelector('output').value !== '');
    await appears(page, LIST, '[role="treeitem"]', 'From a new project');
    const answers = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/transfer-worker.js'))
        .map(({ responseStatus }) => responseStatus),
    );
    assert.deepEqual([...new Set(answers)], [200]);
    assert.deepEqual(said, []);
    assert.deepEqual(problems, []);
  });
});
