import { watchForProblems } from './problems.mjs';

/**
 * Opens an address in a new tab.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {{ width?: number, height?: number, colorScheme?: 'light' | 'dark', reducedMotion?: boolean }} [look]
 * @returns The page, and the `problems` it has met so far: a list of lines, empty in a page that works.
 */
export async function openPage(
  browser,
  url,
  { width = 1280, height = 800, colorScheme = 'light', reducedMotion = false } = {},
) {
  const page = await browser.newPage();
  const problems = watchForProblems(page);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: colorScheme },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ]);
  await page.goto(url);
  return { page, problems };
}
