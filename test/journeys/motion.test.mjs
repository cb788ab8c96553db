import assert from 'node:assert/strict';
import test from 'node:test';
import { dataScenes } from '../screenshots/scenes/data.mjs';
import { listScenes } from '../screenshots/scenes/list.mjs';
import { viewScenes } from '../screenshots/scenes/view.mjs';
import { openTheatre } from '../screenshots/support/stage.mjs';

/** What is over within a frame is no motion, however it is written. */
const UNSEEN = 1;

const scenes = [...listScenes, ...viewScenes, ...dataScenes].filter(({ name }) =>
  [
    'list-messages',
    'list-undo',
    'list-move',
    'list-loading',
    'view-details',
    'view-streaming',
    'restore-preview',
    'clear-word',
  ].includes(name),
);

/** Notes in each frame what moves, in all shadow trees too, for longer than that. Runs in the page. */
function watchMotion(unseen) {
  const seen = new Set();
  const look = (root) => {
    for (const animation of root.getAnimations()) {
      const { duration } = animation.effect.getComputedTiming();
      if (duration <= unseen) continue;
      const { target } = animation.effect;
      const what = animation.animationName ?? animation.transitionProperty;
      seen.add(`${what} of ${target.localName}.${target.className.baseVal ?? target.className}`);
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
  };
  const frame = () => {
    look(document);
    requestAnimationFrame(frame);
  };
  frame();
  globalThis.motion = seen;
}

/** What moved while each of the states was reached. */
async function motionOf(t, motion) {
  const open = await openTheatre(t);
  const found = {};
  for (const scene of scenes) {
    const { page, close } = await open(scene, { motion });
    await page.evaluate(watchMotion, UNSEEN);
    await scene.reach(page);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const moved = await page.evaluate(() => [...globalThis.motion].sort());
    if (moved.length > 0) found[scene.name] = moved;
    await close();
  }
  return found;
}

test('where motion is reduced, nothing moves: no menu, dialog, note, row, answer or placeholder', async (t) => {
  assert.deepEqual(await motionOf(t, 'reduce'), {});
});

test('where motion is not reduced, what comes and what is awaited moves', async (t) => {
  const found = await motionOf(t, 'no-preference');
  const names = Object.fromEntries(
    Object.entries(found).map(([scene, moved]) => [scene, moved.join(', ')]),
  );
  assert.match(names['list-undo'], /rise/);
  assert.match(names['list-move'], /appear of dialog.*appear of div\.menu/);
  assert.match(names['list-loading'], /breathe/);
  assert.match(names['view-details'], /rotate/);
  assert.match(names['view-streaming'], /pulse/);
  assert.match(names['clear-word'], /appear/);
});
