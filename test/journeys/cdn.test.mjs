import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { appears } from './support/appears.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { watchForProblems } from './support/problems.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const host = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page of somebody else</title>
    <link rel="icon" href="data:," />
    <script type="module" src="litechat-elements.js"></script>
  </head>
  <body>
    <litechat-conversation-list></litechat-conversation-list>
    <litechat-persistence-provider storage="memory">
      <litechat-data-management></litechat-data-management>
      <litechat-clear-data></litechat-clear-data>
    </litechat-persistence-provider>
  </body>
</html>`;

/** A page of somebody else that allows scripts of these sources alone, and only what it must trust as a script. */
const strictHost = (sources) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src ${sources}; style-src 'self'; img-src data:; require-trusted-types-for 'script'"
    />
    <title>A strict page of somebody else</title>
    <link rel="icon" href="data:," />
  </head>
  <body></body>
</html>`;

/** Fills the database of the page, exports it, clears it and restores it, and says what came of it. */
function roundTrip(page, module) {
  return page.evaluate(async (address) => {
    const { ImportExportService, PersistenceService, allCategories } = await import(address);
    const numbers = Array.from({ length: 3000 }, (_, index) => index);
    await PersistenceService.saveConversation({ id: 'c', title: 'Long', projectId: null });
    await PersistenceService.saveInteractions(
      numbers.map((index) => ({
        id: `i${index}`,
        conversationId: 'c',
        index,
        type: 'message.user_assistant',
        status: 'COMPLETED',
        startedAt: new Date(0),
        endedAt: null,
        prompt: null,
        response: `${index} `.repeat(300),
        parentId: null,
        metadata: {},
      })),
    );
    const bytes = await new Response(ImportExportService.createBackup(allCategories)).blob();
    await PersistenceService.clearAllData();
    const report = await ImportExportService.restoreBackup(bytes, allCategories);
    const rows = await PersistenceService.loadInteractionsForConversation('c');
    return {
      restored: report.counts.interactions,
      isWhole: rows.every(({ response }, at) => response === `${at} `.repeat(300)),
    };
  }, module);
}

function countWorkers(page) {
  const workers = [];
  page.on('workercreated', (worker) => workers.push(worker.url()));
  return workers;
}

test('under a strict policy a long transfer runs in the worker beside the module', async (t) => {
  const dist = await builtPackage();
  const pages = { '/host.html': strictHost("'self'") };
  const address = await serveFolder(t, path.join(dist, 'cdn'), pages);
  const { page, problems } = await openPage(await launchBrowser(t), `${address}host.html`);
  const workers = countWorkers(page);

  assert.deepEqual(await roundTrip(page, './litechat-elements.js'), {
    restored: 3000,
    isWhole: true,
  });
  assert.ok(workers.length > 0);
  for (const worker of workers)
    assert.ok(worker.startsWith(`${address}transfer-worker.js`), worker);
  assert.deepEqual(problems, []);
});

test('a page of another origin gets the worker where it allows one, and works where not', async (t) => {
  const dist = await builtPackage();
  const cdn = await serveFolder(
    t,
    path.join(dist, 'cdn'),
    {},
    { 'access-control-allow-origin': '*' },
  );
  const address = await serveFolder(t, path.join(dist, 'cdn/none'), {
    '/open.html': strictHost(`'self' blob: ${cdn}`),
    '/closed.html': strictHost(`'self' ${cdn}`),
  });
  const browser = await launchBrowser(t);
  const module = `${cdn}litechat-elements.js`;

  const open = await openPage(browser, `${address}open.html`);
  const workers = countWorkers(open.page);
  const whole = { restored: 3000, isWhole: true };
  assert.deepEqual(await roundTrip(open.page, module), whole);
  assert.ok(workers.length > 0);
  assert.deepEqual(open.problems, []);

  const closed = await openPage(browser, `${address}closed.html`);
  assert.deepEqual(await roundTrip(closed.page, module), whole);
  // The page's own policy says in the console what it forbade.
  assert.ok(closed.problems.every((problem) => problem.includes('Content Security Policy')));
});

test('one module from a plain static page defines the elements and exports the API', async (t) => {
  const dist = await builtPackage();
  const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': host });
  const browser = await launchBrowser(t);
  const { page, problems } = await openPage(browser, `${address}host.html`);

  await page.evaluate(async () => {
    const api = await import('./litechat-elements.js');
    await api.PersistenceService.saveConversation({ title: 'From the CDN', projectId: null });
    const provider = document.querySelector('litechat-persistence-provider');
    const context = await provider.ready();
    await context.persistence.saveConversation({ title: 'In memory', projectId: null });
  });
  await appears(page, 'litechat-conversation-list', '[role="treeitem"]');

  const found = await page.evaluate(async () => {
    const api = await import('./litechat-elements.js');
    const { context } = document.querySelector('litechat-persistence-provider');
    const titles = async (persistence) =>
      (await persistence.loadConversations()).map(({ title }) => title);
    return {
      tags: ['persistence-provider', 'conversation-list', 'data-management', 'clear-data'].filter(
        (name) => customElements.get(`litechat-${name}`),
      ),
      api: Object.keys(api),
      stored: await titles(api.PersistenceService),
      inMemory: await titles(context.persistence),
      status: context.status.getState(),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    };
  });

  assert.equal(found.tags.length, 4);
  for (const name of ['Persistence', 'ImportExport', 'LiteChatError', 'openDatabase']) {
    assert.ok(found.api.includes(name), name);
  }
  assert.deepEqual(found.stored, ['From the CDN']);
  assert.deepEqual(found.inMemory, ['In memory']);
  assert.deepEqual(found.status, { state: 'ready', persistent: false });
  assert.deepEqual(found.databases, ['LiteChatDB']);
  assert.deepEqual(problems, []);
});

/** The files of ours that the page loads from now on, without their hashes. */
function watchFiles(page) {
  const files = [];
  page.on('request', (request) => {
    const [, name] = /\/([\w-]+)\.js$/.exec(new URL(request.url()).pathname) ?? [];
    const isNamedAsIs = name === 'litechat-elements' || name === 'transfer-worker';
    // The bundler's own, of some lines, comes with whatever it is in need of.
    if (name && !name.startsWith('rolldown-runtime'))
      files.push(isNamedAsIs ? name : name.replace(/-[\w-]{8}$/, ''));
  });
  return files;
}

/** What a list loads when it has shown its rows and the page has time, and what comes with that. */
const inIdleTime = [
  'list-tools',
  'message-results',
  'message-results-and-view',
  'search-and-transfers',
  'shared',
];
const atOnce = ['core', 'litechat-elements'];

test('a page with a list loads the entry and no more, and search and export when they are asked for', async (t) => {
  const dist = await builtPackage();
  const address = await serveFolder(t, path.join(dist, 'cdn'), {
    '/host.html': strictHost("'self'"),
  });
  const { page, problems } = await openPage(await launchBrowser(t), `${address}host.html`);
  const files = watchFiles(page);
  const loaded = () => [...new Set(files)].filter((name) => !inIdleTime.includes(name)).sort();

  await page.evaluate(async () => {
    const api = await import('./litechat-elements.js');
    await api.PersistenceService.saveConversation({ title: 'Kestrels', projectId: null });
    document.body.append(document.createElement('litechat-conversation-list'));
  });
  await appears(page, 'litechat-conversation-list', '[role="treeitem"]');
  assert.deepEqual(loaded(), atOnce);

  const words = await page.evaluate(async () => {
    const { ImportExportService } = await import('./litechat-elements.js');
    return new Response(ImportExportService.createBackup({ importConversations: true })).text();
  });
  assert.match(words, /Kestrels/);
  const withTransfers = [...atOnce, 'transfers'].sort();
  assert.deepEqual(loaded(), withTransfers);

  await page.evaluate(async () => {
    const { defaultContext } = await import('./litechat-elements.js');
    const { stores } = await defaultContext();
    await stores.search.getState().search('kestrel');
    stores.search.stop();
  });
  assert.deepEqual(
    loaded().filter((name) => name !== 'transfer-worker'),
    [...withTransfers, 'search'].sort(),
  );
  assert.deepEqual(problems, []);
});

test('a part that does not load fails what needs it, and comes when it is asked for again', async (t) => {
  const dist = await builtPackage();
  const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': host });
  const page = await (await launchBrowser(t)).newPage();
  let isOffline = true;
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    isOffline && request.url().includes('/transfers-') ? request.abort() : request.continue(),
  );
  await page.goto(`${address}host.html`);
  const exportNothing = () =>
    page.evaluate(async () => {
      const { ImportExportService, LiteChatError } = await import('./litechat-elements.js');
      const error = await ImportExportService.exportConversationData('none').catch((it) => it);
      const { code, dataChanged } = error;
      return { code, dataChanged, isOurs: error instanceof LiteChatError };
    });

  const failed = { dataChanged: false, isOurs: true };
  assert.deepEqual(await exportNothing(), { ...failed, code: 'module-unavailable' });
  isOffline = false;
  assert.deepEqual(await exportNothing(), { ...failed, code: 'not-found' });
});

test('the language of the page is loaded when an element wants it, once, and no other', async (t) => {
  const dist = await builtPackage();
  const german = host.replace('lang="en"', 'lang="de-CH"');
  const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': german });
  const page = await (await launchBrowser(t)).newPage();
  const loaded = [];
  page.on('request', (request) => {
    const [, name] = /\/(german|spanish|french|italian)-[^/]*\.js$/.exec(request.url()) ?? [];
    if (name) loaded.push(name);
  });
  const problems = watchForProblems(page);
  await page.goto(`${address}host.html`);
  const search = (words) =>
    appears(page, 'litechat-conversation-list', `input[aria-label="${words}"]`);

  await search('Unterhaltungen und Projekte durchsuchen');
  assert.deepEqual(loaded, ['german']);
  await page.evaluate(() => (document.documentElement.lang = 'fr'));
  await search('Rechercher des conversations et des projets');
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await search('Search conversations and projects');
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  await search('Unterhaltungen und Projekte durchsuchen');
  assert.deepEqual(loaded, ['german', 'french']);
  assert.deepEqual(problems, []);
});

test('a language that does not load leaves the elements in English and tells the page', async (t) => {
  const dist = await builtPackage();
  const italian = host.replace(
    '<script type="module"',
    `<script>
      window.told = [];
      addEventListener('error', (event) => { told.push(event.message); event.preventDefault(); });
    </script>
    <script type="module"`,
  );
  const address = await serveFolder(t, path.join(dist, 'cdn'), {
    '/host.html': italian.replace('lang="en"', 'lang="it"'),
  });
  const page = await (await launchBrowser(t)).newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().includes('/italian-') ? request.abort() : request.continue(),
  );
  await page.goto(`${address}host.html`);
  await page.waitForFunction(() => window.told.length > 0);
  await page.waitForSelector(
    'litechat-conversation-list >>> input[aria-label="Search conversations and projects"]',
  );
  assert.equal((await page.evaluate(() => window.told)).length, 1);
});
