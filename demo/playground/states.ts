/** What surrounds the element. */
export interface Surroundings {
  /** Of the stage, in pixels. */
  readonly width?: number;
  readonly zoom?: number;
  readonly scheme?: 'light' | 'dark';
  readonly dir?: 'rtl';
  readonly lang?: string;
}

/** What the database holds, or what is wrong with it. */
export type Contents =
  | 'empty'
  | 'one'
  | 'many'
  | 'huge'
  | 'hostile'
  | 'right-to-left'
  | 'never-opens'
  | 'broken'
  | 'blocked'
  | 'newer'
  | 'upgraded-elsewhere'
  | 'emptied'
  | 'memory';

export interface State {
  readonly id: string;
  readonly name: string;
  readonly group: 'Data' | 'Trouble' | 'Surroundings';
  readonly note: string;
  readonly contents: Contents;
  readonly surroundings?: Surroundings;
  /** The button that has to be pressed first, where the data takes a while to be made. */
  readonly onRequest?: string;
  /** The elements that it says something about; all of them unless given. */
  readonly elements?: readonly string[];
}

/** Every state in which an element can be looked at; the tests walk through them all. */
export const states: readonly State[] = [
  {
    id: 'many',
    name: 'Many',
    group: 'Data',
    note: 'Two years of one person’s chats, with projects, rules, keys and settings.',
    contents: 'many',
  },
  {
    id: 'one',
    name: 'One',
    group: 'Data',
    note: 'One conversation with one message.',
    contents: 'one',
  },
  {
    id: 'empty',
    name: 'Empty',
    group: 'Data',
    note: 'A database that has just been made.',
    contents: 'empty',
  },
  {
    id: 'huge',
    name: '100,000',
    group: 'Data',
    note: '100,000 conversations in 1,000 projects. They are written to a database of their own, which takes some seconds.',
    contents: 'huge',
    onRequest: 'Make 100,000 conversations',
    elements: [
      'litechat-persistence-provider',
      'litechat-conversation-list',
      'litechat-storage-status',
      'litechat-data-management',
    ],
  },
  {
    id: 'hostile',
    name: 'Long and hostile text',
    group: 'Data',
    note: 'Titles of 10,000 letters, markup, control characters, marks of direction that never end.',
    contents: 'hostile',
  },
  {
    id: 'right-to-left',
    name: 'Right to left',
    group: 'Data',
    note: 'Arabic and Hebrew titles on a page with dir="rtl".',
    contents: 'right-to-left',
    surroundings: { dir: 'rtl' },
  },
  {
    id: 'loading',
    name: 'Loading',
    group: 'Trouble',
    note: 'A database that takes for ever to open.',
    contents: 'never-opens',
  },
  {
    id: 'error',
    name: 'Error',
    group: 'Trouble',
    note: 'The database could not be opened. Trying again does not help here.',
    contents: 'broken',
  },
  {
    id: 'blocked',
    name: 'Blocked',
    group: 'Trouble',
    note: 'Another tab holds an older version of the database and does not let go.',
    contents: 'blocked',
  },
  {
    id: 'upgraded',
    name: 'Read-only: upgraded',
    group: 'Trouble',
    note: 'Another tab brought a newer version: this one no longer reads or writes.',
    contents: 'upgraded-elsewhere',
  },
  {
    id: 'newer',
    name: 'Read-only: newer',
    group: 'Trouble',
    note: 'A newer application made the database: it is neither read nor written.',
    contents: 'newer',
  },
  {
    id: 'emptied',
    name: 'Emptied',
    group: 'Trouble',
    note: 'The browser has deleted the database, and what it held is not in the one that took its place.',
    contents: 'emptied',
  },
  {
    id: 'memory',
    name: 'Not persistent',
    group: 'Trouble',
    note: 'The page has no IndexedDB: what is saved goes with the page.',
    contents: 'memory',
  },
  {
    id: 'narrow',
    name: '320 px',
    group: 'Surroundings',
    note: 'As on the smallest phone.',
    contents: 'many',
    surroundings: { width: 320 },
  },
  {
    id: 'zoom',
    name: '200 % zoom',
    group: 'Surroundings',
    note: 'Everything twice as large, in the same room.',
    contents: 'many',
    surroundings: { zoom: 2 },
  },
  {
    id: 'dark',
    name: 'Dark',
    group: 'Surroundings',
    note: 'A part of the page with color-scheme: dark, whatever the rest of it has.',
    contents: 'many',
    surroundings: { scheme: 'dark' },
  },
  {
    id: 'forced',
    name: 'Forced colours',
    group: 'Surroundings',
    note: 'A page cannot switch these on. In Windows: Settings, Accessibility, Contrast themes. In Chromium’s tools: Rendering, Emulate CSS media feature forced-colors.',
    contents: 'many',
  },
];

/** The states in which an element is shown. */
export const statesOf = (tag: string): readonly State[] =>
  states.filter(({ elements }) => elements?.includes(tag) ?? true);
