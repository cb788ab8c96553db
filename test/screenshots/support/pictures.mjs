import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { projectFolder } from '../../../scripts/project-folder.mjs';
import { comparePictures, shrinkPicture, TOLERANCE } from './compare-pictures.mjs';

const folder = path.join(projectFolder, 'test/screenshots/pictures');
const results = path.join(projectFolder, 'test-results/screenshots');

/** What a picture waits for, in milliseconds: a number that is counted, a part that is loaded. */
const PATIENCE = 10_000;

/** Whether pictures are written, and not compared. */
export const isUpdating = process.env.UPDATE_SCREENSHOTS === '1';

const fileOf = (name) => path.join(folder, `${name}.png`);
const inProject = (file) => path.relative(projectFolder, file);

/** The names of the pictures that are kept. */
export const keptPictures = () =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.png'))
        .map((file) => path.basename(file, '.png'))
    : [];

/** A picture that is kept, as a PNG. */
export const keptPicture = (name) => readFileSync(fileOf(name));

export const removePicture = (name) => rmSync(fileOf(name));

/**
 * Checks that a page comes to look as in the picture that is kept, or keeps what it looks like, if
 * pictures are updated.
 *
 * @param {string} name
 * @param {() => Promise<Uint8Array>} shoot Takes a picture of the page.
 */
export async function looksAsKept(name, shoot) {
  if (isUpdating) return keep(name, await unchanging(shoot));
  assert.ok(existsSync(fileOf(name)), `There is no ${inProject(fileOf(name))}. ${howToUpdate}`);
  const expected = keptPicture(name);
  const end = performance.now() + PATIENCE;
  for (;;) {
    const actual = await shoot();
    const outcome = comparePictures(actual, expected);
    if (outcome.count <= TOLERANCE) return;
    if (performance.now() > end) assert.fail(explain(name, actual, outcome));
  }
}

const howToUpdate = 'If it is as it should be: npm run test:screenshots -- --update';

/** Puts what is to be looked at where the message says. */
function explain(name, actual, { count, size, difference }) {
  mkdirSync(results, { recursive: true });
  const files = { [`${name}.actual.png`]: actual, [`${name}.difference.png`]: difference };
  const written = Object.entries(files).flatMap(([file, bytes]) => {
    if (!bytes) return [];
    writeFileSync(path.join(results, file), bytes);
    return [inProject(path.join(results, file))];
  });
  const what = size ?? `${count} pixels are other`;
  return `${name}: ${what} than in ${inProject(fileOf(name))}: see ${written.join(', ')}. ${howToUpdate}`;
}

/** A picture that was the same three times in a row; a pixel may flicker by what nobody sees. */
async function unchanging(shoot) {
  const end = performance.now() + PATIENCE;
  let last = await shoot();
  for (let same = 1; same < 3;) {
    const next = await shoot();
    same = comparePictures(next, last).count === 0 ? same + 1 : 1;
    last = next;
    assert.ok(performance.now() < end, 'What it looks like does not come to rest.');
  }
  return last;
}

/** A picture that differs by no more than is tolerated stays as it is. */
function keep(name, picture) {
  mkdirSync(folder, { recursive: true });
  const isKept =
    existsSync(fileOf(name)) && comparePictures(picture, keptPicture(name)).count <= TOLERANCE;
  if (!isKept) writeFileSync(fileOf(name), shrinkPicture(picture));
}
