/* global document -- in what the page runs */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { findBrowser } from './browsers/find-browser.mjs';
import { chromium } from './browsers/kinds.mjs';
import { projectFolder } from './project-folder.mjs';

/** Takes the picture of the demo that the README shows: `node scripts/take-screenshot.mjs`. */
const server = await createServer({
  configFile: path.join(projectFolder, 'vite.config.ts'),
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0, open: false, hmr: false, watch: null },
});
await server.listen();
const browser = await puppeteer.launch({
  executablePath: await findBrowser(chromium),
  args: chromium.flags(),
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
  await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await page.click('#load-sample');
  await page.waitForFunction(() =>
    document.querySelector('#status').textContent.includes('The sample is here'),
  );
  await page.waitForFunction(() =>
    document.querySelector('litechat-conversation-list').shadowRoot.querySelector('[part~="row"]'),
  );
  // What is stored is measured when it has been quiet for a while.
  await page.waitForFunction(() =>
    document
      .querySelector('litechat-data-management')
      .shadowRoot.querySelector('litechat-storage-status')
      .shadowRoot.querySelector('[part="legend"]'),
  );
  await page.focus('litechat-conversation-list >>> [role="treeitem"][tabindex="0"]');
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.waitForFunction(() =>
    document
      .querySelector('litechat-conversation-view')
      .shadowRoot.querySelector('[part="text"]:not(:empty)'),
  );
  await page.evaluate(() => {
    document.activeElement?.blur();
    document.querySelector('#demo').scrollIntoView();
  });
  const folder = path.join(projectFolder, 'docs');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, 'demo.png') });
} finally {
  await browser.close();
  await server.close();
}
process.exit();
