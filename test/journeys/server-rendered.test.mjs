import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { renderOnServer } from '../support/render-on-server.mjs';
import { appears } from './support/appears.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const LIST = 'litechat-conversation-list';

const served = async (script) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page that a server rendered</title>
    <link rel="icon" href="data:," />
    ${script}
  </head>
  <body>${await renderOnServer(
    `<litechat-persistence-provider>
      <${LIST}></${LIST}>
      <litechat-conversation-view></litechat-conversation-view>
      <litechat-data-management></litechat-data-management>
    </litechat-persistence-provider>`,
  )}</body>
</html>`;

/** How often an element of the page shows something, its shadow trees included. */
const countIn = (page, host, selector) =>
  page.$eval(
    host,
    (element, inner) => {
      const count = (root) =>
        [...root.querySelectorAll('*')].reduce(
          (sum, each) =>
            sum + Number(each.matches(inner)) + (each.shadowRoot ? count(each.shadowRoot) : 0),
          0,
        );
      return count(element.shadowRoot);
    },
    selector,
  );

test('a page that a server rendered shows its elements without a script, and with one they work', async (t) => {
  const dist = await builtPackage();
  const script = '<script type="module" src="litechat-elements.js"></script>';
  const address = await serveFolder(t, path.join(dist, 'cdn'), {
    '/still.html': await served(''),
    '/alive.html': await served(script),
  });
  const browser = await launchBrowser(t);

  const still = await openPage(browser, `${address}still.html`);
  await appears(still.page, LIST, '[part~="search"]');
  // What the cards show is loaded by the page.
  await appears(still.page, 'litechat-data-management', '[role="status"]', 'Loading…');
  assert.deepEqual(still.problems, []);

  const { page, problems } = await openPage(browser, `${address}alive.html`);
  await page.waitForSelector(`${LIST}:state(empty)`);
  await page.$eval('litechat-data-management', (element) => element.updateComplete);
  for (const [host, selector, times] of [
    [LIST, '[part~="search"]', 1],
    ['litechat-data-management', '[part~="card"]', 5],
    ['litechat-persistence-provider', 'slot', 1],
    [LIST, 'style', 0],
  ]) {
    assert.equal(await countIn(page, host, selector), times, `${host} ${selector}`);
  }
  const newChat = await appears(page, LIST, '[part~="new-chat"]');
  await newChat.click();
  await appears(page, LIST, '[role="treeitem"][aria-selected="true"]');
  await page.waitForSelector('litechat-conversation-view:state(empty)');
  assert.deepEqual(problems, []);
});
