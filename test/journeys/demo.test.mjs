import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { appears } from './support/appears.mjs';
import { acceptDownloads } from './support/downloads.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { readDatabase } from './support/read-database.mjs';
import { serveDemo } from './support/serve-demo.mjs';

const LIST = 'litechat-conversation-list';
const DATA = 'litechat-data-management';

/** A locator for what has this role and name, in whichever shadow tree it is. */
const named = (page, role, name) =>
  page.locator(`::-p-aria([role="${role}"][name="${name}"])`).setTimeout(15_000);

const statusSays = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector('#status').textContent),
    { timeout: 30_000 },
    pattern.source,
  );

const countRows = (contents) =>
  Object.fromEntries(
    Object.entries(contents).map(([store, rows]) => [store, Object.keys(rows).length]),
  );

test('a sample is loaded, seen, changed, saved, cleared and restored row for row', async (t) => {
  const address = await serveDemo(t);
  const browser = await launchBrowser(t);
  const downloads = await acceptDownloads(t, browser);
  const { page, problems } = await openPage(browser, address);
  const list = (selector) => `${LIST} >>> ${selector}`;

  // Load the sample, and see the tree.
  await page.click('#load-sample');
  await statusSays(page, /The sample is here/);
  await appears(page, LIST, '[role="treeitem"][aria-level="1"][aria-expanded]');
  const loaded = countRows(await readDatabase(page));
  assert.ok(loaded.conversations >= 200, `${loaded.conversations} conversations`);
  assert.ok(loaded.interactions >= 2000, `${loaded.interactions} interactions`);
  for (const store of [
    'rules',
    'tags',
    'tagRuleLinks',
    'promptTemplates',
    'providerConfigs',
    'mods',
  ]) {
    assert.ok(loaded[store] > 0, store);
  }

  // Open the first folder by keyboard: its children are a level deeper.
  await page.focus(list('[role="treeitem"][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await appears(page, LIST, '[role="treeitem"][aria-level="2"]');
  await page.keyboard.press('ArrowLeft');

  // Find one conversation, rename it, and delete another, by keyboard.
  const firstConversation = list('[role="treeitem"]:not([aria-expanded])');
  const conversationTitles = () =>
    readDatabase(page).then(({ conversations }) =>
      Object.values(conversations).map(({ title }) => title),
    );
  await page.focus(firstConversation);
  await page.keyboard.press('F2');
  await appears(page, LIST, 'input[part~="rename"]');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type('Renamed on the journey');
  await page.keyboard.press('Enter');
  await appears(page, LIST, '[part~="title"]', 'Renamed on the journey');
  assert.ok((await conversationTitles()).includes('Renamed on the journey'));

  const doomed = await page.$$eval(firstConversation, (rows) => {
    rows[1].focus();
    return rows[1].querySelector('[part~="title"]').textContent.trim();
  });
  await page.keyboard.press('Delete');
  await named(page, 'button', 'Delete').click();
  await page.waitForFunction(
    (title) =>
      !document.querySelector('litechat-conversation-list').shadowRoot.textContent.includes(title),
    {},
    doomed,
  );
  assert.ok(!(await conversationTitles()).includes(doomed));
  const changed = await readDatabase(page);
  assert.equal(countRows(changed).conversations, loaded.conversations - 1);
  const present = new Set(Object.keys(changed.conversations));
  const orphans = Object.values(changed.interactions).filter(
    ({ conversationId }) => !present.has(conversationId),
  );
  assert.deepEqual(orphans, []);

  // Save everything, secrets too.
  await named(page, 'button', 'Select all').click();
  await page.click('litechat-data-management >>> input[name="include-secrets"]');
  const saved = await downloads.during(() =>
    named(page, 'button', 'Back up 11 categories').click(),
  );
  assert.match(saved.name, /^litechat_full_config_[\d_-]+\.json$/);

  // Clear everything, confirmed twice, in the element that stands alone.
  await page.locator('litechat-clear-data >>> button').click();
  await named(page, 'button', 'Continue').click();
  const word = await appears(page, 'litechat-clear-data', 'dialog input');
  await word.type('delete');
  await page.keyboard.press('Enter');
  await appears(page, LIST, 'p', 'No conversations yet.');
  const cleared = countRows(await readDatabase(page));
  assert.deepEqual(new Set(Object.values(cleared)), new Set([0]));

  // Take the file back.
  const chooser = page.waitForFileChooser();
  await named(page, 'button', 'Choose a file').click();
  await (await chooser).accept([saved.path]);
  const mods = await appears(page, DATA, '.file ~ * input[value="mods"]');
  await mods.click();
  await named(page, 'button', 'Replace 11 categories').click();
  await appears(page, LIST, '[role="treeitem"][aria-level="1"][aria-expanded]');
  await appears(page, DATA, '[role="status"]', 'estored');
  assert.deepEqual(await readDatabase(page), changed);
  assert.deepEqual(problems, []);
});

test('a file that is broken is refused in words, and nothing changes', async (t) => {
  const address = await serveDemo(t);
  const browser = await launchBrowser(t);
  const downloads = await acceptDownloads(t, browser);
  const { page, problems } = await openPage(browser, address);
  await page.click('#load-sample');
  await statusSays(page, /The sample is here/);
  const before = await readDatabase(page);
  const saved = await downloads.during(() =>
    named(page, 'button', 'Back up 10 categories').click(),
  );

  const cut = path.join(downloads.folder, 'cut.json');
  await writeFile(cut, saved.content.subarray(0, saved.content.length / 2));
  const chooser = page.waitForFileChooser();
  await named(page, 'button', 'Choose a file').click();
  await (await chooser).accept([cut]);
  const alert = await appears(page, DATA, '[role="alert"]', 'The file is incomplete');
  assert.match(await alert.evaluate((element) => element.textContent), /Nothing was changed\./);
  assert.deepEqual(await readDatabase(page), before);
  assert.deepEqual(problems, []);
});
