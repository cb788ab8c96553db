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
const CLEAR = 'litechat-clear-data';
/** A number is not parted from its word. */
const NO_BREAK_SPACE = '\u00a0';
const PASSPHRASE = 'walnut harbour sixteen violin';

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

/** What the kit keeps for itself. */
const ownStores = new Set([
  'undo',
  'bookkeeping',
  'outline',
  'outlineChanges',
  'searchSegments',
  'searchParts',
  'searchChanges',
]);

/** What the user has stored. */
const rowsOf = (contents) =>
  Object.fromEntries(Object.entries(contents).filter(([store]) => !ownStores.has(store)));

/** Has the restore panel read a file. */
async function chooseFile(page, file) {
  const [chooser] = await Promise.all([
    page.waitForFileChooser(),
    named(page, 'button', 'Choose files').click(),
  ]);
  await chooser.accept([file]);
}

/** Restores as chosen, by the button that says these words, once they are those of the choice. */
async function restoreBy(page, words) {
  await (await appears(page, DATA, '.primary[aria-disabled="false"]', words)).click();
}

/** Clears what is chosen in the element that stands alone, confirmed twice. */
async function clear(page) {
  await page.locator(`${CLEAR} >>> [part="button"]`).click();
  await named(page, 'button', 'Continue').click();
  const word = await appears(page, CLEAR, 'dialog input');
  await word.type('delete');
  await page.keyboard.press('Enter');
  await appears(page, CLEAR, '[part="result"]', 'eleted.');
}

/** Clears everything, until the list says so. */
async function clearAll(page) {
  await clear(page);
  await appears(page, LIST, 'p', 'No conversations yet.');
}

const noRow = (contents) => Object.values(countRows(contents)).every((count) => count === 0);

test('a sample is loaded, seen, changed, saved, cleared, undone and restored row for row', async (t) => {
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
  await appears(page, LIST, '[part="toast"]', doomed);
  assert.ok((await conversationTitles()).includes(doomed), 'it is in the trash');
  await (await appears(page, LIST, '[data-shelf="trashed"]')).click();
  await appears(page, LIST, '[part~="title"]', doomed);
  await (await appears(page, LIST, '[part="empty-trash"]')).click();
  await (await appears(page, LIST, 'dialog.confirm .danger')).click();
  await appears(page, LIST, '[part="empty"]', 'The trash is empty.');
  await (await appears(page, LIST, '.back')).click();
  assert.ok(!(await conversationTitles()).includes(doomed));
  const changed = await readDatabase(page);
  assert.equal(countRows(changed).conversations, loaded.conversations - 1);
  const present = new Set(Object.keys(changed.conversations));
  const orphans = Object.values(changed.interactions).filter(
    ({ conversationId }) => !present.has(conversationId),
  );
  assert.deepEqual(orphans, []);

  // Save everything, secrets too: once readable, which is asked about, and once encrypted.
  await page.click(`${DATA} >>> input[name="include-secrets"]`);
  const saved = await downloads.during(async () => {
    await named(page, 'button', 'Back up 11 categories').click();
    await named(page, 'button', 'Export unencrypted').click();
  });
  assert.match(saved.name, /^litechat_full_config_[\d_-]+\.json$/);
  await page.click(`${DATA} >>> input[name="encrypt"]`);
  for (const field of ['#passphrase', '#repeated']) {
    await (await appears(page, DATA, field)).type(PASSPHRASE);
  }
  const locked = await downloads.during(() =>
    named(page, 'button', 'Back up 11 categories').click(),
  );
  assert.match(locked.name, /^litechat_full_config_[\d_-]+\.json\.gz\.age$/);
  assert.ok(locked.content.subarray(0, 22).equals(Buffer.from('age-encryption.org/v1\n')));
  assert.ok(locked.content.length < saved.content.length / 2, 'it is packed');
  await appears(page, DATA, '[part="result"]', 'saved as an encrypted file, with secrets');

  // Clear everything, then think better of it.
  await clearAll(page);
  const { appState, ...others } = rowsOf(await readDatabase(page));
  assert.ok(noRow(others));
  // The list of MCP servers is one row, which may stay as an empty list.
  assert.ok(Object.values(appState).every(({ value }) => value.length === 0));
  await statusSays(page, /^Everything was deleted\./);
  await (await appears(page, CLEAR, '[part="undo"] button', 'Undo')).click();
  await appears(page, CLEAR, '[part="undo"] .when', 'Brought back');
  await appears(page, LIST, '[role="treeitem"][aria-level="1"][aria-expanded]');
  assert.deepEqual(rowsOf(await readDatabase(page)), rowsOf(changed));

  // Once more, and think better of it in another visit.
  await clearAll(page);
  await page.reload();
  await appears(page, LIST, 'p', 'No conversations yet.');
  await (await appears(page, CLEAR, '[part="undo"] button', 'Undo')).click();
  await appears(page, CLEAR, '[part="undo"] .when', 'Brought back');
  await appears(page, LIST, '[role="treeitem"][aria-level="1"][aria-expanded]');
  assert.deepEqual(rowsOf(await readDatabase(page)), rowsOf(changed));

  // For good this time: no copy is left anywhere.
  // Not by its place: what is measured above it may move it in between.
  const keepCopy = await appears(page, CLEAR, 'input[name="keep-copy"]');
  assert.equal(await keepCopy.evaluate((box) => (box.click(), box.checked)), false);
  await clearAll(page);
  assert.ok(noRow(rowsOf(await readDatabase(page))));

  // Take the encrypted file back, mods too, after a slip with the passphrase.
  await chooseFile(page, locked.path);
  await (await appears(page, DATA, '#file-passphrase')).type(`${PASSPHRASE}?`);
  await page.keyboard.press('Enter');
  await appears(page, DATA, '#file-passphrase-problem', 'This passphrase does not open the file.');
  const field = await appears(page, DATA, '#file-passphrase');
  await field.click({ count: 3 });
  await field.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await (await appears(page, DATA, '[part="file"] ~ * input[value="mods"]')).click();
  await restoreBy(page, 'Restore 11 categories');
  await appears(page, LIST, '[role="treeitem"][aria-level="1"][aria-expanded]');
  await appears(page, DATA, '[part="result"]', 'Restored.');
  assert.deepEqual(rowsOf(await readDatabase(page)), rowsOf(changed));

  // The readable file says the same, and that there is nothing to do.
  await chooseFile(page, saved.path);
  await appears(page, DATA, '#why', 'Everything in this file is here already.');

  // Clear the conversations alone: the rest stays, and what the file would do is said anew.
  await (await appears(page, CLEAR, '[part="choice"] summary')).click();
  await (await appears(page, CLEAR, '[part="choice"] .ticks button', 'Select none')).click();
  await (await appears(page, CLEAR, '[part="choice"] input[value="conversations"]')).click();
  await appears(page, CLEAR, '[part="button"]', 'Clear Conversations');
  await clear(page);
  await statusSays(page, /^Deleted: Conversations\./);
  const kept = { ...rowsOf(changed), conversations: {}, interactions: {} };
  assert.deepEqual(rowsOf(await readDatabase(page)), kept);
  const number = Object.keys(changed.conversations).length;
  await restoreBy(page, `Add ${number}${NO_BREAK_SPACE}conversations`);
  await appears(page, DATA, '[part="result"]', 'Restored.');
  assert.deepEqual(rowsOf(await readDatabase(page)), rowsOf(changed));
  assert.deepEqual(problems, []);
});

test('a file that is broken is refused in words, and nothing changes', async (t) => {
  const address = await serveDemo(t);
  const browser = await launchBrowser(t);
  const downloads = await acceptDownloads(t, browser);
  const { page, problems } = await openPage(browser, address);
  await page.click('#load-sample');
  await statusSays(page, /The sample is here/);
  const saved = await downloads.during(() =>
    named(page, 'button', 'Back up 10 categories').click(),
  );
  await appears(page, DATA, '[part="result"]', '10 categories saved');
  const before = await readDatabase(page);

  const cut = path.join(downloads.folder, 'cut.json');
  await writeFile(cut, saved.content.subarray(0, saved.content.length / 2));
  await chooseFile(page, cut);
  const alert = await appears(page, DATA, '[role="alert"]', 'The file is incomplete');
  assert.match(await alert.evaluate((element) => element.textContent), /Nothing was changed\./);
  assert.deepEqual(await readDatabase(page), before);
  assert.deepEqual(problems, []);
});

test('of a file with a record that cannot be stored, the rest is restored when asked for', async (t) => {
  const address = await serveDemo(t);
  const browser = await launchBrowser(t);
  const downloads = await acceptDownloads(t, browser);
  const { page, problems } = await openPage(browser, address);
  await page.click('#load-sample');
  await statusSays(page, /The sample is here/);
  const before = rowsOf(await readDatabase(page));
  const saved = await downloads.during(() =>
    named(page, 'button', 'Back up 10 categories').click(),
  );

  const backup = JSON.parse(saved.content.toString());
  const broken = { id: 'broken', name: { not: 'a name' } };
  backup.tags.push({ id: 'new', name: 'From the file' }, broken);
  const edited = path.join(downloads.folder, 'edited.json');
  await writeFile(edited, JSON.stringify(backup));
  await chooseFile(page, edited);
  await appears(page, DATA, 'summary', '1 record cannot be restored');
  await appears(page, DATA, '#why', 'To restore the rest, skip what cannot be restored.');
  await (await appears(page, DATA, 'input[name="skip-invalid"]')).click();
  await restoreBy(page, `Add 1${NO_BREAK_SPACE}tag`);
  await appears(page, DATA, '[part="result"]', '1 record skipped');
  const skipped = await downloads.during(() =>
    named(page, 'button', 'Save what was skipped').click(),
  );
  assert.deepEqual(
    JSON.parse(skipped.content.toString()).map(({ value }) => value),
    [broken],
  );
  const after = rowsOf(await readDatabase(page));
  assert.equal(after.tags.new.name, 'From the file');
  assert.deepEqual({ ...after, tags: before.tags }, before);
  assert.equal(Object.keys(after.tags).length, Object.keys(before.tags).length + 1);

  // And all of it is taken back.
  await (await appears(page, DATA, '[part="undo"] button', 'Undo')).click();
  await appears(page, DATA, '[part="undo"] .when', 'Undone');
  assert.deepEqual(rowsOf(await readDatabase(page)), before);
  assert.deepEqual(problems, []);
});
