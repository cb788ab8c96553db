import { watchGaps } from '../longest-gap.mjs';
import { framePainted } from './frame-painted.mjs';

/** However long the list is. */
const MOST_MOVES = 600;
const MOST_ELEMENTS = 100;
/** After all the moves, from one end to the other at once. */
const JUMPS = 20;

function isAnyInSight({ tree, rows }) {
  const { top, bottom } = tree().getBoundingClientRect();
  return [...rows()].some((row) => {
    const place = row.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  });
}

/**
 * Moves a list on after every frame, as the browser does between two frames when somebody scrolls,
 * and looks at each frame that was painted.
 *
 * @returns {Promise<{ time: number, blank: number, elements: number, gap: number }>} `blank` is the
 * longest time from a move until a row was in sight, in milliseconds, `elements` how many rows there
 * were in the document at the most.
 */
export async function scrollThrough(list, count) {
  const tree = list.tree();
  const end = tree.scrollHeight - tree.clientHeight;
  const moves = Math.min(MOST_MOVES, Math.ceil(end / tree.clientHeight));
  const stops = Array.from({ length: moves }, (_, move) => (end * (move + 1)) / moves);
  const jumps = Array.from({ length: JUMPS }, (_, jump) => (jump % 2 === 0 ? 0 : end));
  const start = performance.now();
  const longestGap = watchGaps();
  let blank = 0;
  let elements = 0;
  for (const stop of [...stops, ...jumps]) {
    const moved = performance.now();
    tree.scrollTop = stop;
    do await framePainted();
    while (!isAnyInSight(list));
    blank = Math.max(blank, performance.now() - moved);
    elements = Math.max(elements, list.rows().length);
  }
  const time = performance.now() - start;
  const last = [...list.rows()].at(-1);
  if (last.ariaPosInSet !== String(count)) throw new Error(`The last is ${last.ariaPosInSet}.`);
  if (elements > MOST_ELEMENTS) throw new Error(`There were ${elements} rows in the document.`);
  return { time, blank, elements, gap: longestGap() };
}
