import path from 'node:path';
import { build } from 'vite';
import { builtPackage } from '../../../scripts/build/built-package.mjs';
import { projectFolder } from '../../../scripts/project-folder.mjs';
import { launchBrowser } from '../../journeys/support/launch-browser.mjs';
import { watchForProblems } from '../../journeys/support/problems.mjs';
import { serveFolder } from '../../journeys/support/serve-folder.mjs';
import { settleAnimations } from '../../journeys/support/settle-animations.mjs';
import { boxFont } from './box-font.mjs';
import { fixSurroundings, NOW } from './fix-surroundings.mjs';

/** Without these, text and colours are drawn as the machine likes them. */
const flags = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--lang=en-US',
  // A mouse, and nothing to touch: with neither, what comes on hover would always be there.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
];

const face = (family, weights, font) => `
  @font-face {
    font-family: ${family};
    font-weight: ${weights};
    src: url(data:font/ttf;base64,${font.toString('base64')});
  }`;

/** In the place of the fonts that the elements ask for. */
const faces = () =>
  ['Boxes', 'ui-monospace']
    .map((family) => [
      face(family, '1 499', boxFont()),
      face(family, '500 1000', boxFont({ bold: true })),
    ])
    .flat()
    .join('');

/** The elements in their own styles, and little of a page around them. */
const page = () => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A state</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="themes/paper.css" />
    <link rel="stylesheet" href="themes/harbour.css" />
    <link rel="stylesheet" href="themes/console.css" />
    <style>
      ${faces()}
      html { color-scheme: light dark; font-synthesis: none; }
      body, body[class] { --litechat-font: Boxes; }
      body { margin: 0; font: 14px/1.4 Boxes; background: light-dark(#eeeef0, #101012); }
      body:not(:has(> :is(litechat-conversation-list, litechat-conversation-view))) { padding: 16px; }
      litechat-conversation-list, litechat-conversation-view { block-size: 100dvh; }
    </style>
    <script type="module" src="cdn/litechat-elements.js"></script>
  </head>
  <body></body>
</html>`;

/** What shows Markdown, which the module for script tags does not hold. */
async function markdownModule() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: path.join(projectFolder, 'src/markdown.ts'), formats: ['es'] },
    },
  });
  return output[0].code;
}

/**
 * Starts a browser and a server of the built package, and gives a function that puts elements on a
 * page of their own, with a database of their own.
 *
 * @param {import('node:test').TestContext} test
 * @returns {Promise<(scene: { size: [number, number], fill?: Function, html: string }) => Promise<Stage>>}
 */
export async function openTheatre(test) {
  const address = await serveFolder(test, await builtPackage(), {
    '/stage.html': page(),
    '/markdown.js': await markdownModule(),
  });
  const browser = await launchBrowser(test, { args: flags });
  return (scene, { motion = 'reduce' } = {}) =>
    openStage(browser, `${address}stage.html`, { ...scene, motion });
}

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} [scheme]
 * @property {'rtl'} [dir]
 * @property {boolean} [forced] Whether colours are forced.
 * @property {number} [width] In pixels of CSS.
 * @property {number} [zoom] At 2, a pixel of CSS is two of the picture's in each direction.
 * @property {string} [theme]
 */

/**
 * @typedef {object} Stage
 * @property {import('puppeteer-core').Page} page
 * @property {string[]} problems What has gone wrong in the page; empty in one that works.
 * @property {(look: Look) => Promise<void>} wear Shows the page in another way.
 * @property {() => Promise<Uint8Array>} shoot Takes a picture of all that it shows.
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Stage>} */
async function openStage(browser, url, { size, fill, html, motion }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems = watchForProblems(page);
  const session = await page.createCDPSession();
  await page.setViewport({ width: size[0], height: size[1] });
  await emulate(session, { motion });
  await page.emulateTimezone('UTC');
  await page.evaluateOnNewDocument(fixSurroundings, NOW);
  await page.goto(url);
  await page.evaluate(() =>
    Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 14px Boxes`))),
  );
  if (fill) await page.evaluate(fill, NOW);
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
  return {
    page,
    problems,
    wear: (look) => wear(page, session, look, size),
    shoot: () => shoot(page, size),
    close: () => context.close(),
  };
}

function emulate(session, { scheme = 'light', forced = false, motion = 'reduce' }) {
  return session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: motion },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
}

async function wear(page, session, look, size) {
  const { scheme, dir = 'ltr', forced, width = size[0], zoom = 1, theme } = look;
  await emulate(session, { scheme, forced });
  await page.setViewport({ width, height: size[1], deviceScaleFactor: zoom });
  await page.evaluate(
    (direction, className) => {
      document.documentElement.dir = direction;
      document.body.className = className;
      // What has the direction of its language, which is English here, as a page of another has it.
      const turn = (root) => {
        for (const part of root.querySelectorAll('section, dialog')) part.dir = direction;
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) turn(shadowRoot);
      };
      turn(document);
    },
    dir,
    theme ? `litechat-theme-${theme}` : '',
  );
}

async function shoot(page, [, least]) {
  await drawEvenly(page);
  const content = await page.evaluate(() => document.body.getBoundingClientRect().height);
  const height = Math.max(least, Math.ceil(content));
  const viewport = page.viewport();
  if (height !== viewport.height) await page.setViewport({ ...viewport, height });
  await settleAnimations(page);
  return page.screenshot({ captureBeyondViewport: false });
}

/** Without hinting, which fields and buttons do not inherit, and without a caret that blinks. */
function drawEvenly(page) {
  return page.evaluate(() => {
    globalThis.evenly ??= new CSSStyleSheet();
    globalThis.evenly.replaceSync(
      '* { text-rendering: geometricPrecision !important; caret-color: transparent !important }',
    );
    const apply = (root) => {
      if (!root.adoptedStyleSheets.includes(globalThis.evenly)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, globalThis.evenly];
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) apply(shadowRoot);
    };
    apply(document);
  });
}
