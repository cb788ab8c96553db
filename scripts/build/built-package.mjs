import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';
import { inputsHaveChanged } from './build-inputs.mjs';
import { buildPackage } from './build-package.mjs';

const dist = path.join(projectFolder, 'dist');

async function bringUpToDate() {
  const isComplete = ['index.js', 'cdn/litechat-elements.js', 'cdn/transfer-worker.js'].every(
    (file) => existsSync(path.join(dist, file)),
  );
  if (!isComplete || inputsHaveChanged()) await buildPackage();
  return dist;
}

let answer;

/** The folder of the built package. It is built first, once, where it is missing or older than the source. */
export function builtPackage() {
  answer ??= bringUpToDate();
  return answer;
}
