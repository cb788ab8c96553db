import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { build } from 'vite';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { appears } from './support/appears.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const host = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page with three copies</title>
    <link rel="icon" href="data:," />
    <script type="module" src="one/litechat-elements.js"></script>
    <script type="module" src="two/litechat-elements.js"></script>
    <script type="module" src="three/app.js"></script>
  </head>
  <body>
    <litechat-conversation-list></litechat-conversation-list>
    <litechat-conversation-view></litechat-conversation-view>
  </body>
</html>`;

const LIST = 'litechat-conversation-list';

/** Two copies of the module for script tags, and one in the bundle of an app. */
async function threeCopies(t) {
  const dist = await builtPackage();
  const folder = await mkdtemp(path.join(projectFolder, '.cache', 'copies-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const name of ['one', 'two']) {
    await cp(path.join(dist, 'cdn'), path.join(folder, name), { recursive: true });
  }
  const entry = path.join(folder, 'entry.js');
  await writeFile(
    entry,
    `import 'litechat-elements/define'; export * from 'litechat-elements'; export { define } from 'litechat-elements/scoped';`,
  );
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: path.join(folder, 'three'),
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'app.js' },
      },
    },
  });
  return folder;
}

test('three copies of the kit on one page share its tags, its data and its errors', async (t) => {
  const folder = await threeCopies(t);
  const address = await serveFolder(t, folder, { '/host.html': host });
  const { page, problems } = await openPage(await launchBrowser(t), `${address}host.html`);
  await page.waitForSelector(`${LIST}:state(empty)`);

  const found = await page.evaluate(async () => {
    const copies = await Promise.all(
      ['./one/litechat-elements.js', './two/litechat-elements.js', './three/app.js'].map(
        (file) => import(file),
      ),
    );
    const [one, two, three] = copies;
    for (const { define } of copies) define();
    const errors = await Promise.all(
      copies.map(({ ImportExportService, allCategories }) =>
        ImportExportService.restoreBackup(new Blob(['?']), allCategories).catch((error) => error),
      ),
    );
    const second = await two.defaultContext();
    const id = await second.stores.conversations.getState().addConversation({ title: 'From two' });
    await three.PersistenceService.saveConversation({ title: 'From three', projectId: null });
    await one.PersistenceService.saveSetting('theme', 'dark');
    return {
      id,
      distinct: new Set(copies.map(({ LiteChatError }) => LiteChatError)).size,
      known: errors.map((error) =>
        copies.map(({ LiteChatError }) => error instanceof LiteChatError),
      ),
      keys: new Set(copies.map(({ persistenceContext }) => persistenceContext)).size,
      theme: await three.PersistenceService.loadSetting('theme', 'light'),
      owner: customElements.get('litechat-conversation-list') === one.ConversationList,
    };
  });
  assert.deepEqual(found, {
    id: found.id,
    distinct: 3,
    known: Array(3).fill([true, true, true]),
    keys: 1,
    theme: 'dark',
    owner: true,
  });
  // The elements are the first copy's, and show what the others write.
  await appears(page, LIST, '[role="treeitem"]', 'From two');
  await appears(page, LIST, '[role="treeitem"]', 'From three');

  await page.evaluate(async () => {
    const two = await import('./two/litechat-elements.js');
    document.querySelector('litechat-conversation-view').context = await two.defaultContext();
    document.querySelector('litechat-conversation-list').context = await two.defaultContext();
  });
  const row = await appears(page, LIST, '[role="treeitem"]', 'From two');
  await row.evaluate((element) => element.click());
  await page.waitForSelector('litechat-conversation-view:state(empty)');
  await page.evaluate(async (id) => {
    const three = await import('./three/app.js');
    await three.PersistenceService.deleteConversation(id);
  }, found.id);
  await page.waitForSelector('litechat-conversation-view:state(nothing-selected)');
  assert.deepEqual(problems, []);
});
