import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { appears } from './support/appears.mjs';
import { acceptDownloads } from './support/downloads.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const host = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A page</title>
    <script type="module" src="litechat-elements.js"></script>
  </head>
  <body>
    <litechat-conversation-list></litechat-conversation-list>
    <litechat-backup-panel></litechat-backup-panel>
    <litechat-restore-panel></litechat-restore-panel>
  </body>
</html>`;

const LIST = 'litechat-conversation-list';
const BACKUP = 'litechat-backup-panel';
const RESTORE = 'litechat-restore-panel';

test('a browser that has deleted the database says so, and a backup brings everything back', async (t) => {
  const folder = path.join(await builtPackage(), 'cdn');
  const address = await serveFolder(t, folder, { '/host.html': host });
  const browser = await launchBrowser(t);
  const { page, problems } = await openPage(browser, `${address}host.html`);
  const downloads = await acceptDownloads(t, browser);

  const newChat = await appears(page, LIST, '[part=empty] button', 'New chat');
  await newChat.click();
  await page.waitForSelector(`${LIST}:state(full)`);
  const button = await appears(page, BACKUP, '[part=button]:not([aria-disabled=true])');
  const backup = await downloads.during(() => button.click());
  await page.waitForFunction(() =>
    localStorage.getItem('litechat-elements:LiteChatDB')?.includes('lastBackup'),
  );

  const session = await page.createCDPSession();
  const origin = new URL(address).origin;
  await page.goto('about:blank');
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.goto(`${address}host.html`);
  await appears(page, LIST, '[part=empty]', 'Your conversations are no longer in this browser.');
  await appears(page, LIST, '[part=empty]', 'To have them again, restore your backup of');

  await page.reload();
  await appears(page, LIST, '[part=empty]', 'Your conversations are no longer in this browser.');
  const input = await appears(page, RESTORE, 'input[type=file]');
  await input.uploadFile(backup.path);
  const restore = await appears(page, RESTORE, 'button.primary:not([aria-disabled=true])');
  await restore.click();
  await page.waitForSelector(`${LIST}:state(full)`);

  await page.reload();
  await page.waitForSelector(`${LIST}:state(full)`);
  const emptied = await page.evaluate(async () => {
    const { defaultContext } = await import('./litechat-elements.js');
    const { status } = await defaultContext();
    return status.getState().emptied ?? null;
  });
  assert.equal(emptied, null);
  assert.deepEqual(problems, []);
});
