import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project-folder.mjs';
import { goals } from '../goals.mjs';
import { measurements } from '../measurements.mjs';

/**
 * The parts of notes.md by the goal or measurement that heads each.
 *
 * @throws {Error} When a heading names neither: what it says would be nowhere.
 */
export function readNotes(file = path.join(projectFolder, 'bench/notes.md')) {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^## /m);
  const known = new Set([...goals, ...measurements].map(({ id }) => id));
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      const id = part.slice(0, end).trim();
      if (!known.has(id)) throw new Error(`bench/notes.md has a part on ${id}, which is nothing.`);
      return [id, part.slice(end).trim()];
    }),
  );
}
