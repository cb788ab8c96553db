/**
 * Waits until an element, or one of the elements in its shadow trees, matches the selector, and gives
 * it. `page.waitForSelector` looks again only when the document changes, not what is in shadow trees.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} host
 * @param {string} selector
 * @param {string} [text] What it must also contain.
 */
export async function appears(page, host, selector, text = '') {
  const handle = await page.waitForFunction(
    (hostSelector, innerSelector, words) => {
      const search = (root) => {
        for (const element of root.querySelectorAll('*')) {
          if (element.matches(innerSelector) && element.textContent.includes(words)) return element;
          const found = element.shadowRoot && search(element.shadowRoot);
          if (found) return found;
        }
        return undefined;
      };
      const root = document.querySelector(hostSelector)?.shadowRoot;
      return root && search(root);
    },
    { timeout: 30_000 },
    host,
    selector,
    text,
  );
  return handle.asElement();
}
