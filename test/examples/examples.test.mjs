import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { exampleNames, prepareExample } from '../../scripts/examples/prepare-example.mjs';
import { appears } from '../journeys/support/appears.mjs';
import { launchBrowser } from '../journeys/support/launch-browser.mjs';
import { openPage } from '../journeys/support/open-page.mjs';
import { serveFolder } from '../journeys/support/serve-folder.mjs';

/** What a plain page serves is its own folder; the others are built, their types checked. */
function filesToServe(name, folder) {
  if (name === 'plain') return folder;
  execFileSync('npm', ['run', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return path.join(folder, 'dist');
}

const VIEW = 'litechat-conversation-view';
const LIST = 'litechat-conversation-list';

for (const name of exampleNames) {
  test(`the ${name} example keeps a conversation, shows it, and finds it after a reload`, async (t) => {
    const folder = await prepareExample(name);
    const address = await serveFolder(t, filesToServe(name, folder));
    const browser = await launchBrowser(t);
    const { page, problems } = await openPage(browser, address);

    const say = async (words) => {
      await page.type('input[aria-label="Message"]', words);
      await page.keyboard.press('Enter');
      await appears(page, VIEW, '[part~="answer"]', `You said: ${words}`);
      // The last words are shown before they are stored, and a reload would be faster.
      await page.waitForSelector(`${VIEW}:not(:state(streaming))`);
    };
    await page.waitForSelector(`${LIST}:state(empty)`);
    await say('Hello from an example');
    await say('And once more');
    await appears(page, LIST, '[role="treeitem"][aria-selected="true"]', 'Hello from an example');

    await page.reload();
    const row = await appears(page, LIST, '[role="treeitem"]', 'Hello from an example');
    // The row itself, wherever it has moved to since.
    await row.evaluate((element) => element.click());
    await appears(page, VIEW, '[part~="question"]', 'Hello from an example');
    await appears(page, VIEW, '[part~="answer"]', 'You said: And once more');

    const buttons = await page.$$('nav button');
    await buttons[1].click();
    await appears(page, 'litechat-data-management', '[part~="card"]', '');
    await buttons[0].click();
    await appears(page, VIEW, '[part~="answer"]', 'You said: And once more');
    assert.deepEqual(problems, []);
  });
}
