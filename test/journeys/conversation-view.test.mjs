import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { builtPackage } from '../../scripts/build/built-package.mjs';
import { appears } from './support/appears.mjs';
import { launchBrowser } from './support/launch-browser.mjs';
import { openPage } from './support/open-page.mjs';
import { readDatabase } from './support/read-database.mjs';
import { serveFolder } from './support/serve-folder.mjs';

const LIST = 'litechat-conversation-list';
const VIEW = 'litechat-conversation-view';

const host = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A chat of somebody else</title>
    <link rel="icon" href="data:," />
    <style>
      body { display: grid; grid-template: 600px / 320px 1fr; margin: 0; }
      @media (width < 600px) { body { grid-template: 300px 300px / 1fr; } }
    </style>
    <script type="module" src="litechat-elements.js"></script>
  </head>
  <body>
    <litechat-conversation-list></litechat-conversation-list>
    <litechat-conversation-view></litechat-conversation-view>
  </body>
</html>`;

/** A page with a list and a view, in a browser of its own, and a function that opens it once more. */
async function openChat(t) {
  const dist = await builtPackage();
  const address = await serveFolder(t, path.join(dist, 'cdn'), { '/host.html': host });
  const browser = await launchBrowser(t);
  const open = () => openPage(browser, `${address}host.html`);
  return { ...(await open()), open };
}

/** “Talk”, with a question that was answered twice and one whose answer is arriving, below 30 others. */
function fill(page) {
  return page.evaluate(async () => {
    const { PersistenceService } = await import('./litechat-elements.js');
    const interaction = (id, index, fields) => ({
      id,
      index,
      conversationId: 'talk',
      type: 'message.user_assistant',
      parentId: null,
      prompt: { id: `p-${id}`, content: `Question ${id}` },
      response: `Answer ${id}`,
      status: 'COMPLETED',
      startedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
      endedAt: null,
      metadata: {},
      ...fields,
    });
    await PersistenceService.saveConversations(
      Array.from({ length: 30 }, (_, number) => ({
        title: `Other ${number}`,
        projectId: null,
        updatedAt: new Date(Date.UTC(2026, 0, 2) + number),
      })),
    );
    await PersistenceService.saveConversation({
      id: 'talk',
      title: 'Talk',
      projectId: null,
      updatedAt: new Date(Date.UTC(2026, 0, 3)),
    });
    await PersistenceService.saveInteractions([
      interaction('first', 0),
      interaction('again', 1, { type: 'message.assistant_regen', parentId: 'first' }),
      interaction('open', 2, { response: '', status: 'STREAMING', startedAt: new Date() }),
    ]);
  });
}

const choose = async (page, title) =>
  (await appears(page, LIST, '[role="treeitem"]', title)).click();

/** Waits until what is stored of an interaction is as the text says. */
async function isStored(page, id, text) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { interactions } = await readDatabase(page);
    if (interactions[id]?.response === text) return;
    if (Date.now() > deadline) assert.equal(interactions[id]?.response, text);
  }
}

/** Begins a stream, of which a first part is on the disk when this resolves. */
async function stream(page, id = 'open') {
  await page.evaluate(async (interactionId) => {
    const { defaultContext } = await import('./litechat-elements.js');
    const { stores } = await defaultContext();
    window.stream = stores.interactions.getState().beginStream(interactionId);
    window.stream.update({ response: 'Half of it' });
  }, id);
  await isStored(page, id, 'Half of it');
}

test('a conversation is read, stepped through and streamed into, and is all there after a reload', async (t) => {
  const { page, problems } = await openChat(t);
  await fill(page);
  await choose(page, 'Talk');
  await appears(page, VIEW, '[part="text"]', 'Answer again');
  await (await appears(page, VIEW, '[part~="previous"]')).click();
  await appears(page, VIEW, '[part="text"]', 'Answer first');
  await (await appears(page, VIEW, '[part~="next"]')).click();
  await appears(page, VIEW, '[part="text"]', 'Answer again');

  // 200 updates in a second: the view shows them, the list does nothing.
  await stream(page);
  const meanwhile = await page.evaluate(async (listTag) => {
    const list = document.querySelector(listTag);
    await list.updateComplete;
    const counts = { renders: 0, changes: 0 };
    const { render } = list;
    list.render = function () {
      counts.renders++;
      return render.call(this);
    };
    const observer = new MutationObserver((records) => (counts.changes += records.length));
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    observer.observe(list.shadowRoot, all);
    let text = '';
    const begun = performance.now();
    for (let piece = 0; piece < 200; piece++) {
      text += `word${piece} `;
      window.stream.update({ response: text });
      const due = begun + (piece + 1) * 5;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    return counts;
  }, LIST);
  assert.deepEqual(meanwhile, { renders: 0, changes: 0 });
  await appears(page, VIEW, '[part="text"]', 'word199');

  await page.evaluate(() => window.stream.end({ status: 'COMPLETED', endedAt: new Date() }));
  await page.reload();
  await choose(page, 'Talk');
  await appears(page, VIEW, '[part="text"]', 'Answer again');
  await appears(page, VIEW, '[part="text"]', 'word0 word1 word2');
  await appears(page, VIEW, '[part="text"]', 'word199');
  assert.deepEqual(problems, []);
});

const leavings = {
  'its tab is closed': (page) => page.close(),
  'its tab is closed after it was asked': async (page) => {
    const closed = new Promise((resolve) => page.once('close', resolve));
    await page.close({ runBeforeUnload: true });
    await closed;
  },
  'another page is opened in its place': (page) => page.goto('about:blank'),
  'it is reloaded': (page) => page.reload(),
};

test('the last words of an answer that arrives are kept, however the page goes', async (t) => {
  const { page: reader, problems, open } = await openChat(t);
  for (const [how, leave] of Object.entries(leavings)) {
    await t.test(how, async () => {
      await fill(reader);
      const { page } = await open();
      await stream(page);
      const words = `The last words before ${how}.`;
      // Nothing is awaited between them: the tenth of a second after which it is written is not over.
      await Promise.all([
        page.evaluate((response) => window.stream.update({ response }), words),
        leave(page),
      ]);
      await isStored(reader, 'open', words);
      if (!page.isClosed()) await page.close();
      await reader.bringToFront();
      await reader.reload();
      await choose(reader, 'Talk');
      await appears(reader, VIEW, '[part="text"]', words);
    });
  }
  assert.deepEqual(problems, []);
});

test('a title that is being typed is kept, however the page goes', async (t) => {
  const { page: reader, problems, open } = await openChat(t);
  await fill(reader);
  /** Whether what is typed in the row is stored when the page has gone. */
  const isKept = async (title, leave) => {
    const { page } = await open();
    await (await appears(page, LIST, '[data-key="conversation:talk"]')).focus();
    await page.keyboard.press('F2');
    await appears(page, LIST, '[part="rename"]');
    await page.keyboard.type(title);
    await leave(page);
    const { conversations } = await readDatabase(reader);
    if (!page.isClosed()) await page.close();
    return conversations['talk'].title === title;
  };
  for (const [how, leave] of Object.entries(leavings)) {
    // In one of some fifty cases another tab reads just then, and the browser gives up the write of a
    // page that has gone before its turn comes: no page can do more than to have sent it.
    const kept = [];
    for (let time = 0; time < 4; time++) kept.push(await isKept(`${how}, ${time}`, leave));
    assert.ok(kept.filter((each) => each).length >= 2, `${how}: ${kept}`);
  }
  await reader.bringToFront();
  await reader.reload();
  await appears(reader, LIST, '[role="treeitem"]', 'it is reloaded, ');
  assert.deepEqual(problems, []);
});

test('what arrives, is renamed and goes in one tab shows in the other', async (t) => {
  const { page: here, problems, open } = await openChat(t);
  await fill(here);
  const { page: there, problems: problemsThere } = await open();
  await choose(there, 'Talk');
  await appears(there, VIEW, '[part="text"]', 'Answer again');
  const focused = () =>
    there.evaluate((tag) => {
      const active = document.querySelector(tag).shadowRoot.activeElement;
      return active?.getAttribute('data-key');
    }, LIST);
  assert.equal(await focused(), 'conversation:talk');

  await stream(here);
  await here.evaluate(() => window.stream.update({ response: 'Said here' }));
  await appears(there, VIEW, '[part="text"]', 'Said here');
  await here.evaluate(() =>
    window.stream.end({ status: 'COMPLETED', response: 'Said to the end' }),
  );
  await appears(there, VIEW, '[part="text"]', 'Said to the end');

  // A tab that is not in front draws nothing.
  await here.bringToFront();
  await choose(here, 'Talk');
  await here.keyboard.press('F2');
  await appears(here, LIST, 'input[part~="rename"]');
  await here.keyboard.type('Renamed here');
  await here.keyboard.press('Enter');
  await appears(here, LIST, '[part~="title"]', 'Renamed here');
  await there.bringToFront();
  await appears(there, LIST, '[part~="title"]', 'Renamed here');
  assert.equal(await focused(), 'conversation:talk');
  assert.equal(await there.$eval(LIST, (list) => list.selected), 'talk');

  await here.bringToFront();
  await here.keyboard.press('Delete');
  const undo = await appears(here, LIST, '[part="undo"]');
  await there.bringToFront();
  await appears(there, LIST, '[data-shelf="trashed"]', '1');
  await here.bringToFront();
  await undo.click();
  await there.bringToFront();
  await appears(there, LIST, '[part~="title"]', 'Renamed here');
  await here.evaluate(async () => {
    const { PersistenceService } = await import('./litechat-elements.js');
    await PersistenceService.deleteConversation('talk');
  });
  await there.waitForFunction((tag) => document.querySelector(tag).selected === null, {}, LIST);
  await appears(there, VIEW, '[part="nothing-selected"]');
  assert.deepEqual([problems, problemsThere], [[], []]);
});

test('the actions of a row are reached by touch', async (t) => {
  const { page, problems } = await openChat(t);
  await page.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
  await fill(page);
  await page.reload();
  const row = await appears(page, LIST, '[role="treeitem"]', 'Talk');
  const more = await row.$('[part~="more"]');
  const { width, height } = await more.boundingBox();
  assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
  assert.equal(await more.evaluate((button) => getComputedStyle(button).opacity), '1');
  await more.tap();
  await (await appears(page, LIST, '[role="menuitem"]', 'Pin')).tap();
  await appears(page, LIST, '[role="treeitem"]:first-of-type .pinned');
  assert.deepEqual(problems, []);
});
