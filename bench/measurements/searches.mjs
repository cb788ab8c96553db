import { kit as kitItself } from './contenders.mjs';

const kit = { ...kitItself, module: 'kit-search' };
/** They read the same database; which indexes it has is nothing to them. */
const others = { layout: 'kit', isOurs: false };
const miniSearch = { ...others, title: 'MiniSearch, in memory', module: 'minisearch' };

/** The search in messages: 2,000 characters of text an interaction. */
export const searches = [
  {
    id: 'search',
    title: 'Searching in messages',
    task: 'search',
    reference: 'minisearch',
    watchesHeap: true,
    names: {
      time: 'rare word',
      mixture: 'the four kinds together',
      keystroke: 'slowest keystroke',
    },
    columns: ['time', 'common', 'prefix', 'cjk', 'mixture', 'phrase', 'keystroke', 'heap', 'gap'],
    panels: ['mixture', 'heap'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'words, indexed',
        does: "The index on disk: from `search` of the search store until the first hits are in its state, with their passages, by conversation; medians of 20 different queries of each kind, one after the other; then the slowest of the keystrokes of three words typed letter by letter, the page's first search among them",
      },
      {
        ...others,
        id: 'scan',
        title: 'A scan',
        module: 'scan',
        holds: 'words',
        does: 'A cursor over all interactions, one query of each kind: to rank what it finds it must look at all',
      },
      {
        ...miniSearch,
        id: 'minisearch',
        holds: 'words',
        does: "`search` in an index that was built before, and reading the first 20 rows; it knows no phrases. The heap is what it has grown by since before the index was built, after a garbage collection, and so is the kit's since before the database was opened",
      },
    ],
  },
  {
    id: 'index-build',
    title: 'Building the index for the search',
    task: 'build',
    reference: 'minisearch',
    columns: ['time', 'time/', 'first', 'memory', 'browserMemory', 'disk', 'gap'],
    contenders: [
      {
        ...kit,
        id: 'kit',
        holds: 'words',
        does: 'From the first use of the search store until its index is ready, built in the worker of the built bundle and written to disk; “first found” is when something can be found',
      },
      {
        ...miniSearch,
        id: 'minisearch',
        holds: 'words',
        does: '`addAll` of the same texts, read a thousand rows at a time; done again at each visit',
      },
    ],
  },
  {
    id: 'index-update',
    title: 'Taking one more interaction into the index',
    task: 'update',
    reference: 'kit',
    names: { time: 'one interaction', worst: 'slowest' },
    columns: ['time', 'worst', 'processor', 'gap'],
    panels: ['time', 'worst'],
    contenders: [
      {
        ...kitItself,
        id: 'kit',
        module: 'kit-index',
        holds: 'words, indexed',
        does: 'The median of 60 times bringing the index up to date after one save, as is done in the page a second later; until then a search finds the interaction through the log',
      },
    ],
  },
];
