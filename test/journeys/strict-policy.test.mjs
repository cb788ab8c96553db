import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { acceptDownloads } from './support/downloads.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

const LIST = 'litechat-conversation-list';
const VIEW = 'litechat-conversation-view';
const BACKUP = 'litechat-backup-panel';
const RESTORE = 'litechat-restore-panel';
const CLEAR = 'litechat-clear-data';
const PASSPHRASE = 'correct horse battery staple';

const host = `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <title>A strict page</title>
    <script type="module" src="app.js"></script>
    <script type="module" src="litechat-elements.js"></script>
  </head>
  <body>
    <${LIST}></${LIST}>
    <${VIEW}></${VIEW}>
    <${BACKUP}></${BACKUP}>
    <${RESTORE}></${RESTORE}>
    <${CLEAR}></${CLEAR}>
  </body>
</html>`;

/** Remembers what the policy forbade. */
const app = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
    violations.push([effectiveDirective, blockedURI, sourceFile, sample].join(' '));
  });`;

/** A server of the module for script tags whose every answer, workers' scripts included, has the policy. */
async function serveStrictly(t) {
  const dist = await builtPackage();
  const folder = await mkdtemp(path.join(projectFolder, '.cache', 'strict-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await cp(path.join(dist, 'cdn'), folder, { recursive: true });
  await writeFile(path.join(folder, 'index.html'), host);
  await writeFile(path.join(folder, 'app.js'), app);
  return serveFolder(t, folder, {}, { 'content-security-policy': policy });
}

/**
 * What `appears` does, for a page with a policy: waiting by puppeteer's means makes a function of a text,
 * which this one forbids.
 */
async function shows(page, hostTag, selector, text = '') {
  const handle = await page.evaluateHandle(
    async (hostSelector, innerSelector, words) => {
      const end = performance.now() + 60_000;
      while (performance.now() < end) {
        const root = document.querySelector(hostSelector)?.shadowRoot;
        for (const element of root?.querySelectorAll(innerSelector) ?? []) {
          if (element.textContent.includes(words)) return element;
        }
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return undefined;
    },
    hostTag,
    selector,
    text,
  );
  const element = handle.asElement();
  assert.ok(element, `${hostTag} shows ${selector} ${text}`);
  return element;
}

/** Presses an element; its place on the page is no matter here. */
async function press(page, hostTag, selector, text) {
  const element = await shows(page, hostTag, selector, text);
  await element.evaluate((button) => button.click());
}

async function type(page, hostTag, selector, words) {
  const field = await shows(page, hostTag, selector);
  await field.evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, words);
}

/** So much is there that it is taken through the worker. */
const fill = (page) =>
  page.evaluate(async () => {
    const { PersistenceService } = await import('./litechat-elements.js');
    await PersistenceService.saveConversation({ id: 'c', title: 'Rhubarb', projectId: null });
    await PersistenceService.saveInteractions(
      Array.from({ length: 600 }, (_, index) => ({
        id: `i${index}`,
        conversationId: 'c',
        index,
        type: 'message.user_assistant',
        status: 'COMPLETED',
        startedAt: new Date(index),
        endedAt: new Date(index),
        prompt: { id: `p${index}`, content: `Question ${index}` },
        response: index === 599 ? 'The **last** gooseberry' : 'Words and more words. '.repeat(40),
        parentId: null,
        metadata: {},
      })),
    );
  });

const count = (page) =>
  page.evaluate(async () => {
    const { PersistenceService } = await import('./litechat-elements.js');
    return (await PersistenceService.loadInteractionsForConversation('c')).length;
  });

async function clearAll(page) {
  await press(page, CLEAR, '[part~="button"]');
  await press(page, CLEAR, 'dialog [type="submit"]:not(.danger)');
  await type(page, CLEAR, 'dialog input', 'LÖSCHEN');
  await press(page, CLEAR, 'dialog .danger:not([disabled])');
  await shows(page, CLEAR, '[part~="result"]');
}

async function restore(page, file, passphrase) {
  const input = await shows(page, RESTORE, 'input[type="file"]');
  await input.uploadFile(file);
  if (passphrase) {
    await type(page, RESTORE, '[part="passphrase"] input', passphrase);
    await press(page, RESTORE, '[part="open"]');
  }
  await press(page, RESTORE, '[part~="button"]:not([aria-disabled="true"])', '1');
  await shows(page, RESTORE, '[part~="result"]');
}

test('under a policy that allows a page its own scripts and styles alone, everything works', async (t) => {
  const address = await serveStrictly(t);
  const browser = await launchBrowser(t);
  const downloads = await acceptDownloads(t, browser);
  const { page, problems } = await openPage(browser, address);
  const workers = [];
  page.on('workercreated', (worker) => workers.push(worker.url()));
  await fill(page);

  // List and view, search in titles and in messages.
  await press(page, LIST, '[role="treeitem"]', 'Rhubarb');
  await shows(page, VIEW, '[part~="answer"]', 'gooseberry');
  await type(page, LIST, '[part="search"]', 'rhub');
  await shows(page, LIST, '[role="treeitem"]', 'Rhubarb');
  await type(page, LIST, '[part="search"]', 'gooseberry');
  await press(page, LIST, '[part="search-messages"]');
  await shows(page, LIST, '[part="result"] [part="mark"]', 'gooseberry');

  // Back up, plain and encrypted.
  const plain = await downloads.during(() => press(page, BACKUP, '[part="button"]'));
  assert.match(plain.name, /\.json$/);
  await press(page, BACKUP, 'input[name="encrypt"]');
  for (const field of ['#passphrase', '#repeated']) await type(page, BACKUP, field, PASSPHRASE);
  const locked = await downloads.during(() => press(page, BACKUP, '[part="button"]'));
  assert.match(locked.name, /\.age$/);

  // Clear, undo, clear and restore, both.
  await clearAll(page);
  assert.equal(await count(page), 0);
  await press(page, CLEAR, '[part~="undo"] button:not([part])');
  await shows(page, LIST, '[part="result"] [part="mark"]', 'gooseberry');
  assert.equal(await count(page), 600);
  for (const [file, passphrase] of [
    [plain.path, undefined],
    [locked.path, PASSPHRASE],
  ]) {
    await clearAll(page);
    assert.equal(await count(page), 0);
    await restore(page, file, passphrase);
    assert.equal(await count(page), 600);
  }

  assert.ok(workers.length > 0);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(problems, []);
});
