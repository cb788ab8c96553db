import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';
import { installWithKit } from './packed-kit.mjs';

const examples = path.join(projectFolder, 'examples');
const prepared = path.join(projectFolder, '.cache', 'examples');

export const exampleNames = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Copies an example, installs it with the packed kit, and gives its folder. */
export async function prepareExample(name) {
  const folder = path.join(prepared, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.name !== 'node_modules',
  )) {
    rmSync(path.join(folder, file.name), { recursive: true });
  }
  cpSync(path.join(examples, name), folder, {
    recursive: true,
    filter: (source) => !source.includes('node_modules'),
  });
  await installWithKit(folder);
  return folder;
}
