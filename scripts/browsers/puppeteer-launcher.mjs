import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';

/** Beside others a page of Firefox may take longer than Puppeteer's half a minute to come, or to go when its tests are over. */
const NAVIGATION_MILLISECONDS = 120_000;

/**
 * Runs test files in a browser that Puppeteer can start, every file that runs at the same time in a browser of
 * its own: two pages of one browser would share a database and take the focus from each other.
 */
export function puppeteerLauncher(name, { product, flags }, executablePath) {
  const launchOptions = { browser: product, executablePath, args: flags() };
  let firstIsFree = true;

  async function startAnother(first) {
    const another = await puppeteer.launch({ headless: true, ...launchOptions });
    first.once('disconnected', () => void another.close());
    return another;
  }

  const launcher = chromeLauncher({
    launchOptions,
    createPage: async ({ browser: first }) => {
      const browser = firstIsFree ? first : await startAnother(first);
      firstIsFree = false;
      const page = await browser.newPage();
      page.setDefaultNavigationTimeout(NAVIGATION_MILLISECONDS);
      return page;
    },
  });
  launcher.name = name;
  return launcher;
}
