import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in a page, or in a part of it, as lines.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {{ within?: string, rules?: string[] }} [options] A selector; the rules, all unless given.
 */
export async function axeFindings(page, { within, rules } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async (selector, ids) => {
      /** Another scheme has colours on their way, which begin with the next frame. */
      const settleColours = async () => {
        const nextFrame = () => new Promise(requestAnimationFrame);
        const rootsIn = (root) =>
          [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
            shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
          );
        const moving = () =>
          [document, ...rootsIn(document)]
            .flatMap((root) => root.getAnimations())
            .filter(({ playState }) => playState === 'running')
            .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
        await nextFrame();
        await nextFrame();
        // One that ends may begin another.
        for (let round = 0; round < 3; round += 1) {
          for (const animation of moving()) animation.finish();
          await nextFrame();
        }
      };
      await settleColours();
      const options = ids ? { runOnly: { type: 'rule', values: ids } } : {};
      const { violations } = await globalThis.axe.run(selector ?? document, {
        resultTypes: ['violations'],
        ...options,
      });
      // A page that shows an element twice has the names of its parts twice.
      const isShownTwice = (id, target) => id === 'landmark-unique' && Array.isArray(target[0]);
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target }) => !isShownTwice(id, target))
          .map(({ target, any }) => `${id}: ${JSON.stringify(target)} ${any[0]?.message ?? ''}`),
      );
    },
    within ?? null,
    rules ?? null,
  );
}
