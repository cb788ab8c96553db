import process from 'node:process';

/** Properties are tested with this many times as many cases as usual, and with new ones at each run. */
const explored = Number.parseInt(process.env.EXPLORE ?? '', 10) || undefined;

/**
 * The page in which a file of browser tests runs. Left alone, the runner only logs a rejection that nobody
 * handles and an error thrown once the last test is over: here both fail the file.
 * Lit's development build explains misuse, and says at every start that it is one: that line we know.
 */
export const testPage = (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <title>litechat-elements</title>
    <script>
      globalThis.exploredTimes = ${explored};
      globalThis.litIssuedWarnings = new Set(['dev-mode']);
      addEventListener('unhandledrejection', ({ reason }) => reportError(reason));
    </script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
    <script type="module">
      mocha.suite.afterAll('nothing fails after the last test', () => new Promise((done) => setTimeout(done, 20)));
    </script>
  </body>
</html>`;
