import { appears } from '../../journeys/support/appears.mjs';
import { fill } from '../support/fill.mjs';

const BACKUP = 'litechat-backup-panel';
const RESTORE = 'litechat-restore-panel';
const CLEAR = 'litechat-clear-data';
const STORAGE = 'litechat-storage-status';
const DATA = 'litechat-data-management';

const size = [520, 300];
const element = (tag) => `<${tag}></${tag}>`;

const press = async (page, host, selector, text) => {
  const found = await appears(page, host, selector, text);
  await found.evaluate((button) => button.click());
};

/** Has the panel read a backup that was made before some rows changed. */
const giveBackup = (page) =>
  page.evaluate(async (tag) => {
    const kit = await import('/cdn/litechat-elements.js');
    const backup = kit.ImportExportService.createBackup(kit.allCategories);
    const text = await new Response(backup).text();
    // A worker, which has a clock of its own, may have written it.
    const dated = text.replace(/("exportedAt": ?")[^"]*/, '$12026-03-11T09:30:00.000Z');
    await kit.PersistenceService.deleteConversation('lease');
    await kit.PersistenceService.saveConversation({ id: 'gift', title: 'A gift', projectId: null });
    await kit.PersistenceService.saveRule({
      id: 'rule',
      name: 'Short',
      content: '',
      type: 'system',
    });
    const transfer = new DataTransfer();
    transfer.items.add(new File([dated], 'litechat-2026-03-11.json', { lastModified: 0 }));
    const input = document.querySelector(tag).shadowRoot.querySelector('input[type="file"]');
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, RESTORE);

/** The elements of data management in their states. */
export const dataScenes = [
  {
    name: 'backup',
    title: 'the choice of what to back up',
    size,
    html: element(BACKUP),
    fill,
    reach: (page) => appears(page, BACKUP, '.number, [part~="button"]:not([aria-disabled="true"])'),
    looks: { 'light': {}, 'right-to-left': { dir: 'rtl' }, 'forced-colours': { forced: true } },
  },
  {
    name: 'backup-encrypted',
    title: 'a passphrase for a backup',
    size,
    html: element(BACKUP),
    fill,
    reach: async (page) => {
      await press(page, BACKUP, 'input[name="encrypt"]');
      await (await appears(page, BACKUP, '#passphrase')).type('walnut harbour');
    },
    looks: { light: {} },
  },
  {
    name: 'restore',
    title: 'the place for a file',
    size,
    html: element(RESTORE),
    fill,
    reach: (page) => appears(page, RESTORE, 'input[type="file"]'),
    looks: { light: {} },
  },
  {
    name: 'restore-preview',
    title: 'what a file would change',
    size,
    html: element(RESTORE),
    fill,
    reach: async (page) => {
      await appears(page, RESTORE, 'input[type="file"]');
      await giveBackup(page);
      await appears(page, RESTORE, '.primary[aria-disabled="false"]');
    },
    looks: {
      'light': {},
      'dark': { scheme: 'dark' },
      'right-to-left': { dir: 'rtl' },
      'narrow': { width: 320 },
    },
  },
  {
    name: 'storage',
    title: 'how much is stored, and how safe it is',
    size,
    html: element(STORAGE),
    fill,
    reach: (page) => appears(page, STORAGE, '[part~="legend"]'),
    looks: {
      'light': {},
      'dark': { scheme: 'dark' },
      'forced-colours': { forced: true },
    },
  },
  {
    name: 'clear',
    title: 'the choice of what to clear',
    size,
    html: element(CLEAR),
    fill,
    reach: (page) => appears(page, CLEAR, '[part~="button"]'),
    looks: { light: {} },
  },
  {
    name: 'clear-question',
    title: 'the first question before all is cleared',
    size: [520, 480],
    html: element(CLEAR),
    fill,
    reach: async (page) => {
      await press(page, CLEAR, '[part~="button"]');
      await appears(page, CLEAR, 'dialog[open] li');
    },
    looks: { 'light': {}, 'forced-colours': { forced: true } },
  },
  {
    name: 'clear-word',
    title: 'the word to be typed before all is cleared',
    size: [520, 360],
    html: element(CLEAR),
    fill,
    reach: async (page) => {
      await press(page, CLEAR, '[part~="button"]');
      await press(page, CLEAR, 'dialog [type="submit"]:not(.danger)');
      await (await appears(page, CLEAR, 'dialog input')).type('delete');
      await appears(page, CLEAR, 'dialog .danger:not([disabled])');
    },
    looks: { dark: { scheme: 'dark' } },
  },
  {
    name: 'data',
    title: 'data management as a whole',
    size: [960, 300],
    html: element(DATA),
    fill,
    reach: (page) => appears(page, DATA, '[part~="legend"]'),
    looks: { light: {} },
  },
];
