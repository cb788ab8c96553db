import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project-folder.mjs';

/** What `exports` says of an entry: its file, or nothing where it is kept from importers. */
const fileOf = (target) => (typeof target === 'object' ? target?.default : target);

function expand(entry, file) {
  const [start, end] = file.split('*');
  if (end === undefined) return [entry];
  const folder = path.join(projectFolder, start);
  return readdirSync(folder, { withFileTypes: true })
    .filter((found) => found.isFile() && found.name.endsWith(end))
    .map(({ name }) => entry.replace('*', name.slice(0, -end.length)));
}

/** Every entry of the built package, as `exports` has it: `.`, `./define/clear-data`, … */
export function packageEntries() {
  const { exports } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([entry, target]) => {
    const file = fileOf(target);
    return file ? expand(entry, file) : [];
  });
}
