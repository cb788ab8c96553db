import { appears } from '../../journeys/support/appears.mjs';

const PROVIDER = 'litechat-persistence-provider';
const LIST = 'litechat-conversation-list';
/** Versions as IndexedDB has them: ten times those of the kit. */
const BEFORE = 10;
const NEWER = 9990;

const size = [420, 360];
const provider = (attributes) => `
  <${PROVIDER} ${attributes}>
    <${LIST} style="block-size: 220px"></${LIST}>
  </${PROVIDER}>`;

const banner = (page) => appears(page, PROVIDER, '[part~="banner"]');

/** Holds the database of the provider open, in a version that is not the kit's. */
const hold = (page, version) =>
  page.evaluate(async (number) => {
    globalThis.held = await new Promise((resolve, reject) => {
      const request = indexedDB.open('held', number);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }, version);

/** As the host would write it, once the database is as it should be. */
const show = (page, html) =>
  page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);

/** What the provider says of the database. */
export const providerScenes = [
  {
    name: 'provider-blocked',
    title: 'a database that another tab blocks',
    size,
    html: '',
    reach: async (page) => {
      await hold(page, BEFORE);
      await show(page, provider('database-name="held"'));
      await banner(page);
    },
    looks: { light: {} },
  },
  {
    name: 'provider-newer',
    title: 'a database of a newer application',
    size,
    html: '',
    reach: async (page) => {
      await hold(page, NEWER);
      await show(page, provider('database-name="held"'));
      await banner(page);
    },
    looks: { dark: { scheme: 'dark' } },
  },
  {
    name: 'provider-memory',
    title: 'data that goes with the page',
    size,
    html: provider('storage="memory"'),
    reach: async (page) => {
      await banner(page);
      await page.waitForSelector(`${LIST}:state(empty)`);
    },
    looks: { 'light': {}, 'right-to-left': { dir: 'rtl' } },
  },
];
