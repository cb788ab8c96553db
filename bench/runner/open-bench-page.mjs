import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find-browser.mjs';
import { chromium } from '../../scripts/browsers/kinds.mjs';
import { watchOpening } from '../page/list/watch-opening.mjs';
import { rendererOf } from './renderer-of.mjs';

/** The kernel hides the memory of sandboxed processes; the only pages here are our own. */
function flags() {
  const given = chromium.flags();
  const unsandboxed = given.includes('--no-sandbox') ? given : [...given, '--no-sandbox'];
  return [...unsandboxed, '--js-flags=--expose-gc'];
}

/** All of a browser, or those of a type. */
async function processes(browser, wanted) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => !wanted || type === wanted).map(({ id }) => id);
}

/** What the page's scripts keep alive, in bytes. */
async function heapOf(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

/**
 * Starts a browser on a profile and opens the page of the bench in it.
 *
 * @param {{ address: string, profile: string, timeout: number }} options The timeout is that of one
 * step in the page, in milliseconds.
 */
export async function openBenchPage({ address, profile, timeout }) {
  const browser = await puppeteer.launch({
    headless: true,
    executablePath: await findBrowser(chromium),
    args: flags(),
    userDataDir: profile,
    protocolTimeout: timeout,
  });
  try {
    const [page] = await browser.pages();
    await page.goto(address);
    await page.waitForFunction(() => globalThis.harness);
    let isWatched = false;
    const [main] = await processes(browser, 'browser');
    const renderer = await rendererOf(page, await processes(browser, 'renderer'));
    return {
      pids: { renderer, main },
      version: await browser.version(),
      close: () => browser.close(),
      processIds: () => processes(browser),
      heap: () => heapOf(page),

      /** Opens a list in the place of the bench's own page; with its first rows comes a harness. */
      async visit(path) {
        if (!isWatched) await page.evaluateOnNewDocument(watchOpening);
        isWatched = true;
        await page.goto(new URL(path, address).href);
        await page.evaluate(async () => {
          await globalThis.opening.shown;
          globalThis.harness = await import('/bench/page/list/harness.mjs');
        });
      },

      /** Calls a function of the page's harness. */
      call: (name, argument) =>
        page.evaluate((called, given) => globalThis.harness[called](given), name, argument),

      async chooseFile(file) {
        const input = await page.$('input');
        await input.uploadFile(file);
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
