import { findWebKit } from './find-webkit.mjs';
import { startDriver, startScreen } from './processes.mjs';
import { webdriverPage } from './webdriver-page.mjs';
import { WebDriver } from './webdriver.mjs';

/** A browser on a screen of its own: two windows on one screen would take the focus from each other. */
async function startBrowser(binary) {
  const screen = await startScreen();
  const service = await startDriver(screen.display);
  const driver = await WebDriver.start(service.url, {
    'browserName': 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  return {
    driver,
    page: webdriverPage(driver),
    async stop() {
      try {
        await driver.close();
      } finally {
        service.stop();
        screen.stop();
      }
    },
  };
}

/** Runs test files in WebKitGTK. */
export async function webkitLauncher() {
  const binary = await findWebKit();
  const browsers = new Set();
  const idle = [];
  const active = new Map();

  return {
    name: 'WebKit',
    // The runner's commands know Puppeteer's pages, which ours resemble, better than WebDriver.
    type: 'puppeteer',
    getPage: (sessionId) => active.get(sessionId).page,

    async startSession(sessionId, url) {
      const browser = idle.pop() ?? (await startBrowser(binary));
      browsers.add(browser);
      active.set(sessionId, browser);
      await browser.driver.resize({ width: 800, height: 600 });
      await browser.driver.navigate(url);
    },

    isActive: (sessionId) => active.has(sessionId),
    getBrowserUrl: (sessionId) => active.get(sessionId).driver.url(),

    async stopSession(sessionId) {
      const browser = active.get(sessionId);
      active.delete(sessionId);
      await browser.driver.navigate('about:blank');
      idle.push(browser);
      return {};
    },

    startDebugSession() {
      throw new Error('Tests cannot be debugged in WebKit from here.');
    },

    async stop() {
      await Promise.all([...browsers].map((browser) => browser.stop()));
    },
  };
}
