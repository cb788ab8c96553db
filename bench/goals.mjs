/** The size of database that the goals are for. */
export const GOAL_INTERACTIONS = 100_000;

const undoMayNotDouble = { id: 'undo', value: 'time', to: 'kit-without-undo', atMost: 2 };

/**
 * What is promised of the kit, by measurement: a ratio to another contender, or without `to` an
 * amount of milliseconds.
 */
const promised = {
  'export': [
    { id: 'time', value: 'time', to: 'plain', atMost: 0.6 },
    { id: 'memory', value: 'memory', to: 'plain', atMost: 1 / 10 },
    { id: 'time-to-add-on', value: 'time', to: 'add-on', atMost: 0.65 },
    { id: 'pause', value: 'gap', atMost: 50 },
  ],
  'restore': [
    { id: 'time', value: 'time', to: 'plain', atMost: 0.8 },
    { id: 'memory', value: 'memory', to: 'plain', atMost: 1 / 8 },
    { id: 'time-to-floor', value: 'time', to: 'raw', atMost: 0.9 },
    { id: 'time-to-add-on', value: 'time', to: 'add-on', atMost: 0.65 },
    { id: 'pause', value: 'gap', atMost: 50 },
  ],
  'restore-same': [undoMayNotDouble],
  'restore-other': [undoMayNotDouble],
  'clear': [{ id: 'time', value: 'time', to: 'plain', atMost: 1 / 40 }],
  'list-open': [
    { id: 'growth', value: 'time', to: 'kit-hundredth', atMost: 1.5 },
    // Of a page in a browser that runs: at its start IndexedDB by itself takes nearly as much.
    { id: 'time', value: 'again', to: 'everything', atMost: 1 / 15 },
    { id: 'start', value: 'time', to: 'first-rows', atMost: 1.25 },
    { id: 'pause', value: 'gap', atMost: 100 },
  ],
  'title-filter': [
    { id: 'time', value: 'time', to: 'everything', atMost: 1 / 15 },
    { id: 'cold', value: 'time', atMost: 50 },
    { id: 'warm', value: 'warm', atMost: 16 },
    { id: 'pause', value: 'gap', atMost: 100 },
  ],
  'list-scroll': [
    { id: 'blank', value: 'blank', atMost: 100 },
    { id: 'pause', value: 'gap', atMost: 100 },
  ],
  'save': [{ id: 'time', value: 'time', to: 'plain', atMost: 1.1 }],
  'stream': [{ id: 'processor', value: 'processor', to: 'plain', atMost: 1 / 4 }],
  'search': [
    { id: 'scan', value: 'time', to: 'scan', atMost: 1 / 200 },
    { id: 'mixture', value: 'mixture', to: 'minisearch', atMost: 1 },
    { id: 'heap', value: 'heap', to: 'minisearch', atMost: 1 / 50 },
    { id: 'keystroke', value: 'keystroke', atMost: 50 },
  ],
  'index-build': [
    { id: 'time', value: 'time', to: 'minisearch', atMost: 0.35 },
    { id: 'pause', value: 'gap', atMost: 50 },
  ],
  'delete': [{ id: 'time', value: 'time', to: 'plain', atMost: 1 }],
};

/** Each with its `measurement`, and an id of its own, by which notes.md names it. */
export const goals = Object.entries(promised).flatMap(([measurement, list]) =>
  list.map((goal) => ({ ...goal, measurement, id: `${measurement}-${goal.id}` })),
);
