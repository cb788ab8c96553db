import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { packageEntries } from '../build/package-entries.mjs';
import { packedKit } from '../examples/packed-kit.mjs';
import { projectFolder } from '../project-folder.mjs';

/** A style sheet has no types. */
const entries = packageEntries().filter((entry) => !entry.endsWith('.css'));

// Each by its name: of an entry with a wildcard the tool says nothing.
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [
    path.join(projectFolder, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
    await packedKit(),
    ...['--profile', 'esm-only', '--no-definitely-typed', '--format', 'ascii'],
    ...['--entrypoints', ...entries],
  ],
  { encoding: 'utf8' },
);
if (status !== 0) console.error(stdout + stderr);
else console.log(`The types of ${entries.length} entries resolve.`);
process.exitCode = status === 0 ? 0 : 1;
