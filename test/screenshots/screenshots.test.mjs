import assert from 'node:assert/strict';
import test from 'node:test';
import { dataScenes } from './scenes/data.mjs';
import { listScenes } from './scenes/list.mjs';
import { providerScenes } from './scenes/provider.mjs';
import { viewScenes } from './scenes/view.mjs';
import { isUpdating, keptPictures, looksAsKept, removePicture } from './support/pictures.mjs';
import { openTheatre } from './support/stage.mjs';

const scenes = [...listScenes, ...viewScenes, ...dataScenes, ...providerScenes];
const pictures = scenes.flatMap(({ name, looks }) =>
  Object.keys(looks).map((look) => `${name}.${look}`),
);

test('every picture that is kept is of a state that is tested', () => {
  const others = keptPictures().filter((name) => !pictures.includes(name));
  if (isUpdating) others.forEach(removePicture);
  else assert.deepEqual(others, []);
});

test('it looks as in its picture:', async (t) => {
  const open = await openTheatre(t);
  for (const scene of scenes) {
    await t.test(scene.title, async (inner) => {
      const { page, problems, wear, shoot, close } = await open(scene);
      await scene.reach(page);
      for (const [name, look] of Object.entries(scene.looks)) {
        await inner.test(name, async () => {
          await wear(look);
          await looksAsKept(`${scene.name}.${name}`, shoot);
        });
      }
      await close();
      assert.deepEqual(problems, []);
    });
  }
});
