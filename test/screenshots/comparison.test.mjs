import assert from 'node:assert/strict';
import test from 'node:test';
import { listScenes } from './scenes/list.mjs';
import { comparePictures, TOLERANCE } from './support/compare-pictures.mjs';
import { openTheatre } from './support/stage.mjs';

const LIST = 'litechat-conversation-list';

/** What may go wrong with a style: each has to be noticed by far. */
const flaws = {
  'a row that is a pixel lower': '[data-key$="train"] { translate: 0 1px }',
  'a row that is a pixel further in': '[data-key$="soil"] { translate: 1px }',
  'rows that are a pixel higher': ':host { --_row: 33px }',
  'a ground a little darker': ':host { --_background: oklch(0.972 0.002 265) }',
  'a tint a little stronger':
    ':host { --_tint: color-mix(in oklab, var(--_accent) 12%, var(--_background)) }',
  'another accent': ':host { --_accent: oklch(0.51 0.19 250) }',
  'quiet text that is less so': ':host { --_quiet: oklch(0.42 0.014 265) }',
  'an icon that is not there': '[data-key$="train"] .lead { visibility: hidden }',
  'an icon that is thinner': '.header .icon { stroke-width: 1.25 }',
  'a field without a border': '.field { border-color: transparent }',
  'a title that is bold': '.row .title { font-weight: 700 }',
  'text of another size': '.aside { font-size: 11px }',
};

test('a flaw in a style is noticed:', async (t) => {
  const open = await openTheatre(t);
  const [scene] = listScenes;
  const { page, wear, shoot } = await open(scene);
  await scene.reach(page);
  await wear({});
  const flawless = await shoot();

  /** Lays a style over those of the list, in the place of the one before. */
  const lay = (css) =>
    page.evaluate(
      (tag, text) => {
        const root = document.querySelector(tag).shadowRoot;
        globalThis.flaw ??= new CSSStyleSheet();
        globalThis.flaw.replaceSync(text);
        const others = root.adoptedStyleSheets.filter((sheet) => sheet !== globalThis.flaw);
        root.adoptedStyleSheets = [...others, globalThis.flaw];
      },
      LIST,
      css,
    );

  for (const [name, css] of Object.entries(flaws)) {
    await t.test(name, async () => {
      await lay(css);
      const { count } = comparePictures(await shoot(), flawless);
      assert.ok(count > 2 * TOLERANCE, `${count} pixels`);
    });
  }

  await t.test('and none where there is none', async () => {
    await lay('');
    assert.equal(comparePictures(await shoot(), flawless).count, 0);
  });
});
