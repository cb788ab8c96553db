import { appears } from '../../journeys/support/appears.mjs';
import { fill } from '../support/fill.mjs';

const LIST = 'litechat-conversation-list';
const TALK = 'How long does sourdough keep?';

const size = [320, 480];
const html = `<${LIST} selected="bread"></${LIST}>`;

const press = async (page, selector, text) => (await appears(page, LIST, selector, text)).click();

/** With the rows of the first project, and of the one in that. */
async function open(page) {
  await appears(page, LIST, '[role="treeitem"][aria-selected="true"]', TALK);
  for (const key of ['garden', 'seeds']) await press(page, `[data-key$="${key}"] .toggle`);
  await appears(page, LIST, '[role="treeitem"]', 'Climbing beans');
  await page.mouse.move(0, 0);
}

const search = async (page, words) => (await appears(page, LIST, '[part~="search"]')).type(words);

/** The list of conversations in its states. */
export const listScenes = [
  {
    name: 'list',
    title: 'a list of conversations with one selected and one pinned',
    size,
    html,
    fill,
    reach: open,
    looks: {
      'light': {},
      'dark': { scheme: 'dark' },
      'right-to-left': { dir: 'rtl' },
      'forced-colours': { forced: true },
      'zoomed': { zoom: 2 },
      'paper': { theme: 'paper' },
      'harbour-dark': { theme: 'harbour', scheme: 'dark' },
      'console': { theme: 'console' },
    },
  },
  {
    name: 'list-focus',
    title: 'a list whose row has the focus',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await page.focus(`${LIST} >>> [role="treeitem"][tabindex="0"]`);
      await page.keyboard.press('ArrowDown');
    },
    looks: { 'light': {}, 'forced-colours': { forced: true } },
  },
  {
    name: 'list-menu',
    title: 'the menu of a row',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await press(page, '[aria-selected="true"] .more');
      await appears(page, LIST, '[role="menu"]:popover-open [role="menuitem"]');
      await page.mouse.move(0, 0);
      await page.keyboard.press('ArrowDown');
    },
    looks: { 'light': {}, 'dark': { scheme: 'dark' }, 'right-to-left': { dir: 'rtl' } },
  },
  {
    name: 'list-search',
    title: 'a search in titles',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await search(page, 'be');
      await appears(page, LIST, '[part~="title"] mark');
    },
    looks: { light: {} },
  },
  {
    name: 'list-messages',
    title: 'a search in messages',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await search(page, 'water');
      await press(page, '[part~="search-messages"]');
      await appears(page, LIST, '[part~="result"] mark', 'ater');
      await appears(page, LIST, '[part~="result"]', 'After the last frost');
    },
    looks: { light: {}, dark: { scheme: 'dark' } },
  },
  {
    name: 'list-marked',
    title: 'marked rows and what can be done to them',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await page.keyboard.down('Control');
      for (const title of ['Soil', 'Slugs', 'Climbing']) await press(page, '.row', title);
      await page.keyboard.up('Control');
      await appears(page, LIST, '[part~="marked-bar"]', '3');
      await page.mouse.move(0, 0);
    },
    looks: { 'light': {}, 'forced-colours': { forced: true } },
  },
  {
    name: 'list-undo',
    title: 'the offer to take a deletion back',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await page.focus(`${LIST} >>> [role="treeitem"][aria-selected="true"]`);
      await page.keyboard.press('Delete');
      // It goes by itself, unless the pointer is on it.
      await (await appears(page, LIST, '[part~="toast"] .words')).hover();
    },
    looks: { light: {} },
  },
  {
    name: 'list-trash',
    title: 'the trash',
    size,
    html,
    fill,
    reach: async (page) => {
      await press(page, '[data-shelf="trashed"]');
      await appears(page, LIST, '[role="treeitem"]', 'Old plan');
      await page.mouse.move(0, 0);
    },
    looks: { light: {} },
  },
  {
    name: 'list-move',
    title: 'the question where to move a row',
    size,
    html,
    fill,
    reach: async (page) => {
      await open(page);
      await press(page, '[aria-selected="true"] .more');
      await press(page, '[role="menuitem"]', 'Move to');
      await appears(page, LIST, 'dialog.move[open]');
      await page.mouse.move(0, 0);
    },
    looks: { light: {} },
  },
  {
    name: 'list-empty',
    title: 'a list of nothing',
    size: [320, 320],
    html: `<${LIST}></${LIST}>`,
    reach: (page) => appears(page, LIST, '[part~="empty"]'),
    looks: { light: {} },
  },
  {
    name: 'list-failed',
    title: 'a list that could not be read',
    size: [320, 320],
    html: `<${LIST}></${LIST}>`,
    fill: async () => {
      const { defaultContext } = await import('/cdn/litechat-elements.js');
      const { database } = await defaultContext();
      const value = () => Promise.reject(new Error('It does not answer.'));
      Object.defineProperty(database, 'transaction', { value });
    },
    reach: (page) => appears(page, LIST, '[part~="failure"]'),
    looks: { light: {} },
  },
  {
    name: 'list-loading',
    title: 'a list that is on its way',
    size: [320, 320],
    html: `<${LIST}></${LIST}>`,
    fill: async () => {
      const { defaultContext } = await import('/cdn/litechat-elements.js');
      const { database } = await defaultContext();
      const value = () => new Promise(() => {});
      Object.defineProperty(database, 'transaction', { value });
    },
    reach: (page) => appears(page, LIST, '.skeleton'),
    looks: { light: {} },
  },
];
