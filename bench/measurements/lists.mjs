import { kit as kitItself, plain } from './contenders.mjs';

const kit = { ...kitItself, page: '/bench/page/list/kit.html' };
const pageOf = (name) => ({ ...plain, page: `/bench/page/list/${name}.html`, holds: 'list' });
const everything = { ...pageOf('everything'), title: 'Loading everything' };

const page = 'a page with nothing but `<litechat-conversation-list>`';

/** The list of conversations, with as many of them as the run has interactions elsewhere. */
export const lists = [
  {
    id: 'list-open',
    title: 'Opening the list',
    task: 'open',
    reference: 'everything',
    names: {
      time: 'page load to rows',
      again: 'loaded again',
      rows: 'database asked for to rows',
    },
    columns: ['time', 'time/', 'again', 'again/', 'rows', 'complete', 'gap'],
    panels: ['time', 'again'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'list',
        does: `From the start of the navigation to the first frame with rows, of ${page} and the built bundle of the whole kit, in a browser that has just been started, and then in the same once more; “everything there” is when all titles are in memory`,
      },
      {
        ...kit,
        id: 'kit-first',
        title: `${kit.title}, the first visit`,
        holds: 'list, past the kit',
        does: 'The same of a database whose rows something else has written, of which there is no outline yet',
      },
      {
        ...kit,
        id: 'kit-tenth',
        title: `${kit.title}, a tenth`,
        holds: 'list, a tenth',
        does: 'The same with a tenth of the conversations',
      },
      {
        ...kit,
        id: 'kit-hundredth',
        title: `${kit.title}, a hundredth`,
        holds: 'list, a hundredth',
        does: 'The same with a hundredth of the conversations',
      },
      {
        ...everything,
        id: 'everything',
        does: "The same of a page with nothing but Dexie, `orderBy('updatedAt').reverse().toArray()` and 50 elements of the first rows",
      },
      {
        ...pageOf('first-rows'),
        id: 'first-rows',
        title: 'Dexie, 50 rows',
        does: 'The same with `limit(50)`, and so without the rest: neither a tree nor a search could be made of them',
      },
      {
        ...pageOf('raw-rows'),
        id: 'raw-rows',
        title: 'Raw IndexedDB, 50 rows',
        does: 'The same with a cursor and without a library: the floor',
      },
    ],
  },
  {
    id: 'title-filter',
    title: 'Typing into the search field of the list',
    task: 'filter',
    reference: 'everything',
    names: { time: 'first keystroke', warm: 'later keystrokes', worst: 'slowest of the later' },
    columns: ['time', 'time/', 'warm', 'warm/', 'worst', 'gap'],
    panels: ['time', 'warm'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'list',
        does: 'Three words typed letter by letter, with a frame between; from the `input` event until the rows are in the document and laid out, in a list that has just been opened',
      },
      {
        ...everything,
        id: 'everything',
        does: '`toArray()` as above for every letter of which there are three, all titles looked through, 50 elements of the first rows',
      },
    ],
  },
  {
    id: 'list-scroll',
    title: 'Scrolling the list from end to end',
    task: 'scroll',
    reference: 'kit',
    names: { blank: 'longest time without a row in sight' },
    columns: ['time', 'blank', 'elements', 'gap'],
    panels: ['blank', 'gap'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'list',
        does: 'The list is moved on after every frame, by a 600th of its height, and then 20 times from one end to the other; every frame that was painted is looked at',
      },
    ],
  },
];
