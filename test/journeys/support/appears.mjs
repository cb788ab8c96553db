/**
 * Waits until an element, or one of the elements in its shadow trees, matches the selector, and gives
 * it. `page.waitForSelector` looks again only when the document changes, not what is in shadow trees.
 * What does not come is told with what is there instead.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} host
 * @param {string} selector
 * @param {string} [text] What it must also contain.
 */
export async function appears(page, host, selector, text = '') {
  const found = page.waitForFunction(
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
  try {
    return (await found).asElement();
  } catch (error) {
    const shown = await describeShown(page, host).catch(String);
    throw new Error(`${host} shows no ${selector} ${text}: ${shown}`, { cause: error });
  }
}

/** The beginning of all that is in the shadow trees of an element. */
function describeShown(page, host) {
  return page.evaluate((selector) => {
    const textOf = (root) =>
      [...root.childNodes]
        .map((node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data;
          return node.localName === 'style' ? '' : textOf(node.shadowRoot ?? node);
        })
        .join(' ');
    const element = document.querySelector(selector);
    if (!element) return 'it is not in the page';
    return textOf(element.shadowRoot ?? element)
      .replace(/\s+/g, ' ')
      .slice(0, 500);
  }, host);
}
