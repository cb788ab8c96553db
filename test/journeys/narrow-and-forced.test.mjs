import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { appears } from './support/appears.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const LIST = 'litechat-conversation-list';
const VIEW = 'litechat-conversation-view';
const DATA = 'litechat-data-management';

const host = (language) => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>All elements</title>
    <link rel="icon" href="data:," />
    <style>
      body { margin: 0 16px; }
      litechat-conversation-list, litechat-conversation-view { height: 500px; }
    </style>
    <script type="module" src="litechat-elements.js"></script>
  </head>
  <body>
    <litechat-conversation-list></litechat-conversation-list>
    <litechat-conversation-view></litechat-conversation-view>
    <litechat-data-management></litechat-data-management>
  </body>
</html>`;

/** Names and texts without a place to break. */
const fill = (page) =>
  page.evaluate(async () => {
    const { PersistenceService: service } = await import('./litechat-elements.js');
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);
    await service.saveProject({ id: 'p', name: long, parentId: null, path: '/p' });
    await service.saveConversation({ id: 'c', title: `A ${long}`, projectId: 'p' });
    await service.saveInteraction({
      id: 'i',
      conversationId: 'c',
      index: 0,
      type: 'message.user_assistant',
      status: 'COMPLETED',
      startedAt: new Date(0),
      endedAt: new Date(60_000),
      prompt: { id: 'q', content: `${long} https://example.com/${long}` },
      response: `${long} gooseberry ${long}`,
      parentId: null,
      metadata: { modelId: long },
    });
    document.querySelector('litechat-conversation-list').selected = 'c';
  });

/** What reaches beyond the page's edge, in words. */
const tooWide = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth}px wide`] : [];
    const look = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        const isShown =
          element.checkVisibility() && element.matches('button, input, dialog, [popover], section');
        const { left, right, width } = element.getBoundingClientRect();
        if (isShown && width > 1 && (left < -1 || right > clientWidth + 1)) {
          found.push(`${element.localName}.${element.className} from ${left} to ${right}`);
        }
      }
    };
    look(document);
    return found;
  });

const press = async (page, hostTag, selector, text) => {
  const element = await appears(page, hostTag, selector, text);
  await element.evaluate((button) => button.click());
};

const states = {
  'the list and a conversation': async (page) => {
    await appears(page, LIST, '[role="treeitem"][aria-selected="true"]');
    await appears(page, VIEW, '[part~="answer"]', 'gooseberry');
  },
  'the menu of a row': async (page) => {
    await press(page, LIST, '[role="treeitem"][aria-selected="true"] .more');
    await appears(page, LIST, '[part~="menu-item"]');
  },
  'a search in messages': async (page) => {
    await page.keyboard.press('Escape');
    const field = await appears(page, LIST, '[part~="search"]');
    await field.type('gooseberry');
    await press(page, LIST, '[part~="search-messages"]');
    await appears(page, LIST, '[part~="result"] mark', 'gooseberry');
  },
  'an encrypted backup': async (page) => {
    await press(page, DATA, 'input[name="encrypt"]');
    await appears(page, DATA, '#repeated');
  },
  'the question before all is cleared': async (page) => {
    await press(page, 'litechat-data-management', '.outlined[part="button"]');
    await appears(page, DATA, 'dialog[open]');
  },
};

for (const [language, direction] of [
  ['en', 'rtl'],
  ['de', 'ltr'],
  ['fr', 'ltr'],
]) {
  test(`nothing is wider than a page of 320 px, or one at 200 %, in ${language} and ${direction}`, async (t) => {
    const dist = await builtPackage();
    const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': host(language) });
    const browser = await launchBrowser(t);
    const { page, problems } = await openPage(browser, `${address}host.html`, { width: 320 });
    await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
    await fill(page);
    const found = {};
    for (const [name, reach] of Object.entries(states)) {
      await reach(page);
      for (const [width, deviceScaleFactor] of [
        [640, 2],
        [320, 1],
      ]) {
        await page.setViewport({ width, height: 800, deviceScaleFactor });
        const wide = await tooWide(page);
        if (wide.length > 0) found[`${name} at ${width} px`] = wide;
      }
    }
    assert.deepEqual(found, {});
    assert.deepEqual(problems, []);
  });
}

test('with forced colours, what has the focus is seen by an outline', async (t) => {
  const dist = await builtPackage();
  const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': host('en') });
  const browser = await launchBrowser(t);
  const { page, problems } = await openPage(browser, `${address}host.html`);
  const session = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: 'active' }];
  await session.send('Emulation.setEmulatedMedia', { features });
  await fill(page);
  for (const reach of [states['the list and a conversation'], states['an encrypted backup']]) {
    await reach(page);
  }

  const seen = new Set();
  const unseen = [];
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const name = element.getAttribute('name') ?? element.id ?? '';
      return {
        what: [
          element.localName,
          element.className,
          element.getAttribute('part'),
          name,
          element.textContent.trim().slice(0, 30),
        ].join(' '),
        isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
      };
    });
    if (!focused) break;
    seen.add(focused.what);
    if (!focused.isSeen) unseen.push(focused.what);
  }
  assert.ok(seen.size > 20, `only ${seen.size} stops`);
  assert.deepEqual(unseen, []);
  assert.deepEqual(problems, []);
});
