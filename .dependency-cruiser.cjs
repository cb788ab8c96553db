// The rooms of the house, from top to bottom: a module imports from its own room and from those below it.
const floors = [
  ['define'],
  ['elements'],
  ['controllers', 'context'],
  ['stores'],
  ['import-export'],
  ['persistence'],
  ['database'],
  ['formats'],
  ['model'],
  ['on-demand'],
  ['errors'],
];
const rooms = [...floors.flat(), 'locales'];
const entries = ['index', 'cdn', 'markdown', 'scoped'];

/** Matches the modules of the named rooms; a room is a folder of src/ or one file. */
const inside = (names) => `^src/(${names.join('|')})(/|\\.ts$)`;

const downwardsOnly = floors.flatMap((floor, depth) =>
  floor.map((room) => {
    const reachable = floors.slice(depth).flat();
    return {
      name: `${room}-imports-downwards`,
      severity: 'error',
      from: { path: inside([room]) },
      to: {
        path: '^src/',
        pathNot: inside(room === 'elements' ? [...reachable, 'locales'] : reachable),
      },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...downwardsOnly,
    {
      name: 'locales-import-no-room',
      severity: 'error',
      from: { path: inside(['locales']) },
      to: { path: '^src/', pathNot: inside(['locales']) },
    },
    {
      name: 'every-module-has-a-room',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: inside([...rooms, ...entries]) },
    },
    {
      name: 'index-defines-nothing',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: inside(['define', 'cdn']), reachable: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'dexie-stays-in-the-basement',
      severity: 'error',
      comment:
        'Elements and controllers reach the database through stores; formats and the model know none.',
      from: {
        path: inside([
          'define',
          'elements',
          'controllers',
          'formats',
          'model',
          'errors',
          'locales',
        ]),
      },
      to: { path: '(^|/)dexie($|/)' },
    },
    {
      name: 'src-stands-alone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|demo|scripts|bench|examples)/' },
    },
    {
      name: 'only-dependencies-that-are-shipped',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-unknown', 'npm-no-pkg', 'core'],
        dependencyTypesNot: ['npm'],
      },
    },
    {
      name: 'imports-exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    // Tests may look at their own room from any side.
    exclude: { path: '\\.test\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
    },
  },
};
