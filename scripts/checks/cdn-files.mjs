import { readFileSync } from 'node:fs';
import path from 'node:path';
import { init, parse } from 'es-module-lexer';
import { projectFolder } from '../project-folder.mjs';

const folder = path.join(projectFolder, 'dist', 'cdn');
export const entry = 'litechat-elements.js';
/** The worker's script: the entry names it, and imports it no more than it imports the entry. */
export const worker = 'transfer-worker.js';

function read(name) {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const [imports] = parse(source);
  const specifiers = (type) =>
    imports
      .filter((found) => found.type === type)
      .map(({ specifier }) => specifier ?? 'something computed');
  return { name, source, eager: specifiers('static'), lazy: specifiers('dynamic') };
}

/**
 * The files that a page with the script tag may load, in the order in which they are found; `eagerly` tells
 * those it always loads. A specifier that names no file beside the entry is left to the caller.
 */
export async function cdnFiles() {
  await init;
  const found = new Map();
  const visit = (name, eagerly) => {
    const known = found.get(name);
    if (known && (known.eagerly || !eagerly)) return;
    const file = { ...read(name), eagerly };
    found.set(name, file);
    for (const specifier of file.eager.filter(isRelative))
      visit(path.posix.normalize(specifier), eagerly);
    for (const specifier of file.lazy.filter(isRelative))
      visit(path.posix.normalize(specifier), false);
  };
  visit(entry, true);
  if (![...found.values()].some(({ source }) => source.includes(`./${worker}?`))) {
    throw new Error(`No file of dist/cdn names ./${worker}.`);
  }
  visit(worker, false);
  return [...found.values()];
}

export function isRelative(specifier) {
  return specifier.startsWith('./');
}
