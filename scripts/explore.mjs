import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { projectFolder } from './project-folder.mjs';

/** The tests of properties, with new cases and this many times as many as usual: `npm run test:explore -- 20`. */
const times = process.argv[2] ?? '10';

const withProperties = [
  'src/formats/{conversation-turns,file-names,json-reader}.test.ts',
  'src/import-export/key-set.test.ts',
  'src/persistence/search/{each-term,message-search,posting-codec}.test.ts',
  'test/browser/*-properties.test.ts',
];

const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...withProperties], {
  cwd: projectFolder,
  env: { ...process.env, EXPLORE: times },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
