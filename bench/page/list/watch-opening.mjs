import { watchGaps } from '../longest-gap.mjs';
import { framePainted } from './frame-painted.mjs';

/* global document, IDBFactory */
/** Runs in the page before anything else does. */
function watch() {
  const gaps = watchGaps();
  let askedAt;
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    askedAt ??= performance.now();
    return open.apply(this, given);
  };
  const hasRows = () => {
    const { shadowRoot } = document.querySelector('litechat-conversation-list') ?? {};
    return (shadowRoot ?? document).querySelector('[role=treeitem]') !== null;
  };
  const shown = (async () => {
    while (!(await framePainted(hasRows)));
    const time = performance.now();
    return { time, rows: time - askedAt };
  })();
  globalThis.opening = { shown, gaps };
}

/**
 * The script that watches how a list opens, without a module that would have to be fetched:
 * `opening.shown` resolves after the first frame with rows to its `time` since the start of the
 * navigation, and to how long that was after the database was asked for, `rows`.
 */
export const watchOpening = `(() => { ${watchGaps} ${framePainted} (${watch})(); })();`;
