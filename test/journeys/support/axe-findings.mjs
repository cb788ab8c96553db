import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { settleAnimations } from './settle-animations.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in a page, or in a part of it, as lines.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {{ within?: string, rules?: string[] }} [options] A selector; the rules, all unless given.
 */
export async function axeFindings(page, { within, rules } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  await settleAnimations(page);
  return page.evaluate(
    async (selector, ids) => {
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
