import process from 'node:process';
import { CannotRun } from '../cannot-run.mjs';
import { findBrowser } from './find-browser.mjs';
import { chromium, firefox } from './kinds.mjs';
import { puppeteerLauncher } from './puppeteer-launcher.mjs';
import { webkitLauncher } from './webkit/webkit-launcher.mjs';

const launchers = {
  chromium: async () => puppeteerLauncher('Chromium', chromium, await findBrowser(chromium)),
  firefox: async () => puppeteerLauncher('Firefox', firefox, await findBrowser(firefox)),
  webkit: webkitLauncher,
};

/** The browsers named in `BROWSERS`, separated by commas; Chromium when nothing is named. */
export function testLaunchers(names = process.env.BROWSERS || 'chromium') {
  return Promise.all(
    names.split(',').map((name) => {
      const launcher = launchers[name.trim()];
      if (launcher) return launcher();
      throw new CannotRun(
        `BROWSERS names ${name}; known are ${Object.keys(launchers).join(', ')}.`,
      );
    }),
  );
}
