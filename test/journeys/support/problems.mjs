// What the demo's development server makes Lit say; it is no problem of ours.
const expected = /^Lit is in dev mode\./;

/**
 * Collects what goes wrong in a page: errors and warnings in its console, errors that nobody catches,
 * requests that fail.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {string[]} A list that grows.
 */
export function watchForProblems(page) {
  const problems = [];
  page.on('console', (message) => {
    const type = message.type();
    if (expected.test(message.text())) return;
    if (type === 'error' || type === 'warn') problems.push(`console.${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error?.message ?? String(error)}`));
  page.on('requestfailed', (request) => {
    problems.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
