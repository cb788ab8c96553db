/* global document, opening */
// Comes when the rows are there: opening the list is measured by watch-opening.mjs.
import { titleQueries } from '../../data/title-queries.mjs';
import { median } from '../../report/statistics.mjs';
import { watchGaps } from '../longest-gap.mjs';
import { framePainted } from './frame-painted.mjs';
import { scrollThrough } from './scroll-through.mjs';

const { list } = await import(document.documentElement.dataset.list);

async function whenComplete() {
  await list.complete();
  return performance.now();
}

/**
 * How long the page took to open, in milliseconds: `time` from the start of the navigation to the
 * first frame with rows, `rows` of that since the database was asked for, `complete` from the
 * start until everything is there.
 */
export async function open() {
  const complete = await whenComplete();
  await framePainted();
  return { ...(await opening.shown), complete, gap: opening.gaps() };
}

/** Types a query letter by letter, and another: `time` of the first keystroke, `warm` of the others. */
export async function filter() {
  await whenComplete();
  await framePainted();
  const longestGap = watchGaps();
  const times = [];
  for (const query of titleQueries().slice(0, list.mostKeystrokes)) {
    const start = performance.now();
    await list.filter(query);
    const [first] = list.rows();
    // Lays out what is shown, as the next frame will.
    first.getBoundingClientRect();
    times.push(performance.now() - start);
    if (!first.textContent.toLowerCase().includes(query)) {
      throw new Error(`The first row for ${query} is ${first.textContent}`);
    }
    await framePainted();
  }
  const [time, ...others] = times;
  return { time, warm: median(others), worst: Math.max(...others), gap: longestGap() };
}

/** Scrolls from the first row to the last and back. */
export async function scroll({ size }) {
  await whenComplete();
  await framePainted();
  return scrollThrough(list, size.conversations);
}
