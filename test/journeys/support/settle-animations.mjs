/**
 * Brings what is on its way in a page to where it goes: transitions of colours, say, which begin with
 * the frame after a change of scheme. What goes on for ever is left alone.
 *
 * @param {import('puppeteer-core').Page} page
 */
export function settleAnimations(page) {
  return page.evaluate(async () => {
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
  });
}
