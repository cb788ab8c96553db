import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers/find-browser.mjs';
import { chromium } from '../../../scripts/browsers/kinds.mjs';

/**
 * Starts a Chromium with a new, empty profile, which is closed when the test is over.
 *
 * @param {import('node:test').TestContext} test
 * @param {import('puppeteer-core').LaunchOptions} [options] Such as `args: ['--lang=de']`.
 */
export async function launchBrowser(test, { args = [], ...options } = {}) {
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: await findBrowser(chromium),
    args: [...chromium.flags(), ...args],
    ...options,
  });
  test.after(() => browser.close());
  return browser;
}
