import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Lets a browser save files, in a folder that is gone when the test is over.
 *
 * @param {import('node:test').TestContext} test
 * @param {import('puppeteer-core').Browser} browser
 */
export async function acceptDownloads(test, browser) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'downloads-'));
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
  });
  test.after(() => rm(folder, { recursive: true, force: true }));

  return {
    folder,

    /**
     * The next file that `start` makes the page save, once it is complete.
     *
     * @param {() => Promise<unknown>} start Such as a click on a button.
     * @returns {Promise<{ name: string, path: string, content: Buffer }>}
     */
    async during(start, { timeout = 30_000 } = {}) {
      const finished = nextDownload(session, timeout);
      await Promise.all([finished, start()]);
      const name = await finished;
      const file = path.join(folder, name);
      return { name, path: file, content: await readFile(file) };
    },
  };
}

function nextDownload(session, timeout) {
  return new Promise((resolve, reject) => {
    let current;
    const begun = ({ guid, suggestedFilename }) => {
      current ??= { guid, suggestedFilename };
    };
    const progressed = ({ guid, state }) => {
      if (guid !== current?.guid || state === 'inProgress') return;
      stop();
      if (state === 'completed') resolve(current.suggestedFilename);
      else reject(new Error(`The download of ${current.suggestedFilename} was cancelled.`));
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`No download was complete after ${timeout} ms.`));
    }, timeout);
    const stop = () => {
      clearTimeout(timer);
      session.off('Browser.downloadWillBegin', begun);
      session.off('Browser.downloadProgress', progressed);
    };
    session.on('Browser.downloadWillBegin', begun);
    session.on('Browser.downloadProgress', progressed);
  });
}
