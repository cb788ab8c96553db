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

/**
 * The widths at which a page reflows, in CSS pixels: a window of 1280 px at 200 % and at 400 %, which is
 * what WCAG asks for, a small phone, and that at 200 %.
 */
const narrow = [640, 320, 360, 180];

/** At which of the widths a page scrolls sideways; code scrolls in itself. */
async function tooNarrow(page, widths) {
  const found = [];
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    if (scrollWidth > clientWidth) found.push(`is ${scrollWidth} px wide at ${width} px`);
  }
  return found;
}

/** The elements in sight, those in other elements too; for the page. */
function shownElements() {
  const within = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.localName.startsWith('litechat-') && element.checkVisibility()
        ? [element.localName]
        : []),
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  return within(document).sort();
}

/** Where the links of a page lead, and what can be linked to in it. */
const linksOf = (page) =>
  page.evaluate(() => ({
    to: [...document.querySelectorAll('a[href]')].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));

/** Until an element has all that it shows, the page keeps about as much room as that takes. */
const keepsRoom = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.stage.flow')].every((stage) => {
      const { minHeight, paddingBlockStart } = getComputedStyle(stage);
      const { height } = stage.firstElementChild.getBoundingClientRect();
      const share = parseFloat(minHeight) / (height + 2 * parseFloat(paddingBlockStart));
      return share > 0.85 && share < 1.15;
    }),
  );

const groundOf = (page) => page.$eval('#stage', (stage) => getComputedStyle(stage).backgroundColor);

const shown = (page, tag, state) =>
  page.waitForFunction(
    (words) => document.querySelector('#stage').dataset.shown === words,
    { timeout: 60_000 },
    `${tag} ${state}`,
  );

/** What the stage shows is what the state wants: not a message that it could not be made. */
const noteOf = (page) =>
  page.evaluate(() => {
    const note = document.querySelector('#note');
    return note.classList.contains('failed') ? [note.textContent] : [];
  });

test('the pages of the documentation, built and served from a sub-path', async (t) => {
  const { address, folder } = await serveBuiltDemo(t);
  const browser = await launchBrowser(t);

  await t.test(
    'every page works from a sub-path, in light and dark, wide, narrow and at 200 %, and its links lead somewhere',
    async () => {
      const paths = readdirSync(folder, { recursive: true }).filter((file) =>
        file.endsWith('.html'),
      );
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
        await keepsRoom(page);
        const found = await axeFindings(page);
        found.push(...(await tooNarrow(page, [...narrow, 1200])));
        const { to, ids } = await linksOf(page);
        anchors.set(address + path, new Set(ids));
        links.push(...to.map((href) => ({ path, href })));

        await schemes(page, 'dark');
        found.push(...(await tooNarrow(page, [...narrow, 360])));
        await keepsRoom(page);
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
    },
  );

  await t.test(
    'the first page shows each of its elements, and the danger zone once, at every width',
    async () => {
      const { page, problems } = await openPage(browser, `${address}index.html`);
      await isDrawn(page);
      for (const width of [...narrow, 1000, 1440]) {
        await page.setViewport({ width, height: 800 });
        assert.deepEqual(
          await page.evaluate(shownElements),
          [
            'litechat-backup-panel',
            'litechat-category-transfer',
            'litechat-clear-data',
            'litechat-conversation-list',
            'litechat-conversation-view',
            'litechat-data-management',
            'litechat-persistence-provider',
            'litechat-restore-panel',
            'litechat-storage-status',
          ],
          `at ${width} px`,
        );
      }
      assert.match(
        await page.$eval('#snippet', ({ innerHTML }) => innerHTML),
        /^<code>&lt;<span class="token-[a-z-]+">script/,
        'the first line has its colours',
      );
      assert.deepEqual(problems, []);
    },
  );

  await t.test('where there is no room beside the text, its contents are above it', async () => {
    const { page, problems } = await openPage(browser, `${address}guides/storage.html`, {
      width: 360,
    });
    await page.click('.contents summary');
    await page.click('.contents a[href="#quota"]');
    const { hash, top, bar } = await page.evaluate(() => ({
      hash: location.hash,
      top: document.querySelector('#quota').getBoundingClientRect().top,
      bar: document.querySelector('.site-header').getBoundingClientRect().bottom,
    }));
    assert.equal(hash, '#quota');
    assert.ok(top >= bar && top < bar + 100, `the heading is at ${top}, the bar ends at ${bar}`);
    await page.setViewport({ width: 1200, height: 800 });
    assert.equal(await page.$eval('.contents', (contents) => contents.checkVisibility()), false);
    assert.equal(await page.$eval('.toc', (contents) => contents.checkVisibility()), true);
    assert.deepEqual(problems, []);
  });

  await t.test(
    'the list of pages stays in sight, with the page that one is on, and so do the contents',
    async () => {
      const { page, problems } = await openPage(browser, `${address}elements/storage-status.html`, {
        width: 1200,
        height: 500,
      });
      await isDrawn(page);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      const { top, bottom, bar } = await page.evaluate(() => {
        const { top, bottom } = document
          .querySelector('.side [aria-current=page]')
          .getBoundingClientRect();
        return { top, bottom, bar: document.querySelector('.site-header').offsetHeight };
      });
      assert.ok(top >= bar && bottom <= 500, `the link is from ${top} to ${bottom}`);

      const read = (text) =>
        page.waitForFunction(
          (words) => document.querySelector('.toc [aria-current]')?.textContent === words,
          {},
          text,
        );
      await page.click('.toc a[href="#states"]');
      await read('States');
      await page.evaluate(() => scrollTo(0, 0));
      await read('Import');
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await read('Custom properties');
      assert.deepEqual(problems, []);
    },
  );

  await t.test('a language is remembered from page to page, as the theme is', async () => {
    const { page, problems } = await openPage(browser, `${address}elements/restore-panel.html`);
    await page.select('#language', 'de');
    await page.evaluate(() => document.querySelector('#scheme [value=dark]').click());
    await page.goto(`${address}guides/theming.html`);
    await isDrawn(page);
    assert.equal(await page.$eval('.stage', ({ lang }) => lang), 'de');
    assert.equal(await page.$eval(':root', ({ dataset }) => dataset.scheme), 'dark');
    await page.select('#language', 'en');
    await page.evaluate(() => document.querySelector('#scheme [value=auto]').click());
    assert.deepEqual(problems, []);
  });

  await t.test('the code of a provider has an element in it, in every framework', async () => {
    const { page } = await openPage(
      browser,
      `${address}playground.html?element=persistence-provider`,
    );
    await shown(page, 'litechat-persistence-provider', 'many');
    const codes = await page.$$eval('#code .tab', (tabs) =>
      tabs.map(({ textContent }) => textContent),
    );
    assert.equal(codes.length, 4);
    for (const code of codes) {
      assert.match(code, /<litechat-conversation-list/);
      assert.doesNotMatch(code, /database-name/, 'the name is that of the stage alone');
    }
  });

  await t.test('a property that may be some words alone is a choice among these', async () => {
    const { page } = await openPage(
      browser,
      `${address}playground.html?element=litechat-persistence-provider`,
    );
    await shown(page, 'litechat-persistence-provider', 'many');
    const words = await page.$$eval('.property select option', (options) =>
      options.map(({ value }) => value),
    );
    assert.deepEqual(words, ['indexeddb', 'memory']);
  });

  await t.test(
    'the playground shows every element in every state, in light and dark, and axe finds nothing',
    async () => {
      const { page, problems } = await openPage(browser, `${address}playground.html`, {
        width: 1280,
        reducedMotion: true,
      });
      const tags = await page.$$eval('#element option', (options) =>
        options.map(({ value }) => value),
      );
      assert.ok(tags.length >= 9);
      const wrong = [];
      let count = 0;

      for (const tag of tags) {
        await page.select('#element', tag);
        const ids = await page.$$eval('#states input', (inputs) =>
          inputs.map(({ value }) => value),
        );
        for (const id of ids) {
          await page.$eval(`#states input[value="${id}"]`, (input) => input.click());
          await shown(page, tag, id);
          if (await page.$('#request:not([hidden])')) {
            await page.click('#request');
            await page.waitForSelector('#request[hidden]');
            await shown(page, tag, id);
          }
          await isDrawn(page);
          const found = [
            ...(await noteOf(page)),
            ...(await axeFindings(page, { within: '#stage' })),
          ];
          found.push(...(await tooNarrow(page, [320, 180, 1280])));
          const ground = await groundOf(page);
          await schemes(page, 'dark');
          if (id === 'dark' && ground !== (await groundOf(page)))
            found.push('is not dark in a page that is light');
          found.push(...(await axeFindings(page, { within: '#stage', rules: colours })));
          await schemes(page, 'light');
          wrong.push(...[...found, ...problems.splice(0)].map((line) => `${tag}, ${id}: ${line}`));
          count += 1;
        }
      }
      assert.ok(count > 120);
      assert.deepEqual(wrong, []);
    },
  );
});
