import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectFolder } from '../project-folder.mjs';

const outdir = '.cache/manifest';
mkdirSync(path.join(projectFolder, outdir), { recursive: true });

const read = (folder) => {
  try {
    return readFileSync(path.join(projectFolder, folder, 'custom-elements.json'), 'utf8');
  } catch {
    return undefined;
  }
};

const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
const { status } = spawnSync(
  process.execPath,
  [analyzer, 'analyze', '--quiet', '--outdir', outdir],
  {
    cwd: projectFolder,
    stdio: 'inherit',
  },
);

if (status !== 0) {
  process.exitCode = 1;
} else if (read('.') !== read(outdir)) {
  console.error(
    'custom-elements.json is not what the source says: run `npm run manifest` and commit it.',
  );
  process.exitCode = 1;
}
