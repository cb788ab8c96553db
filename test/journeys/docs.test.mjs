import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { axeFindings } from './support/axe-findings.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveBuiltDemo } from './support/serve-built-demo.mjs';

/** What depends on the scheme; the rest of a page is the same in both. */
const colours = ['color-contrast', 'link-in-text-block'];

const schemes = (page, value) =>
  page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);

/** Every element of the page is defined, and has drawn itself. */
const isDrawn = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('litechat-'))
      .every((element) => element.matches(':defined') && element.hasUpdated),
  );

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Where the links of a page lead, and what can be linked to in it. */
const linksOf = (page) =>
  page.evaluate(() => ({
    to: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));

test('every page works from a sub-path, in light and dark, wide and narrow, and its links lead somewhere', async (t) => {
  const { address, folder } = await serveBuiltDemo(t);
  const browser = await launchBrowser(t);
  const paths = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'));
  assert.ok(paths.length > 20);
  const anchors = new Map();
  const links = [];
  const wrong = [];

  for (const path of paths) {
    const { page, problems } = await openPage(browser, address + path, {
      width: 1200,
      reducedMotion: true,
    });
    await isDrawn(page);
    const found = await axeFindings(page);
    if ((await overflow(page)) > 0) found.push('is too wide at 1200 px');
    const { to, ids } = await linksOf(page);
    anchors.set(address + path, new Set(ids));
    links.push(...to.map((href) => ({ path, href })));

    await page.setViewport({ width: 360, height: 800 });
    await schemes(page, 'dark');
    if ((await overflow(page)) > 0) found.push('is too wide at 360 px');
    found.push(...(await axeFindings(page, { rules: colours })));
    wrong.push(...[...found, ...problems].map((line) => `${path}: ${line}`));
    await page.close();
  }

  for (const { path, href } of links) {
    const { origin, pathname, hash } = new URL(href);
    const to = origin + pathname.replace(/\/$/, '/index.html');
    if (!to.startsWith(address)) continue;
    if (!anchors.has(to)) wrong.push(`${path}: a link leads to ${href}, where nothing is`);
    else if (hash !== '' && !anchors.get(to).has(decodeURIComponent(hash.slice(1))))
      wrong.push(`${path}: a link leads to ${href}, which that page does not have`);
  }
  assert.deepEqual(wrong, []);
});
