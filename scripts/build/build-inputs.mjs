import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';

const settings = [
  'custom-elements.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.cdn.config.ts',
  'vite.worker.config.ts',
];
const stamp = path.join(projectFolder, '.cache', 'build-inputs');

function inputs() {
  const sources = readdirSync(path.join(projectFolder, 'src'), { recursive: true })
    .filter((file) => /\.(?:ts|css)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => path.join('src', file))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...settings, ...sources]) {
    hash.update(`${file}\n`).update(readFileSync(path.join(projectFolder, file)));
  }
  return hash.digest('hex');
}

/** Notes what dist/ has been built from. */
export function rememberInputs() {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, inputs());
}

/** Whether the source has changed since `rememberInputs`; times of files say little in a fresh checkout. */
export function inputsHaveChanged() {
  try {
    return readFileSync(stamp, 'utf8') !== inputs();
  } catch {
    return true;
  }
}
