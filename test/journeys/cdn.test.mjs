import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
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
  await page.waitForSelector('litechat-conversation-list >>> [role="treeitem"]');

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
