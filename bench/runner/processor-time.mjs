import { readFileSync } from 'node:fs';

/** Of a clock tick, of which every Linux of today has a hundred a second. */
const TICK_MILLISECONDS = 10;

function ticks(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the process may hold spaces: the fields are counted from its closing bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/**
 * Begins to watch how much processor time processes take together.
 *
 * @param {number[]} pids
 * @returns {() => number | null} In milliseconds; null where only Linux could tell.
 */
export function watchProcessorTime(pids) {
  const sum = () => pids.reduce((total, pid) => total + ticks(pid), 0);
  let before;
  try {
    before = sum();
  } catch {
    return () => null;
  }
  return () => (sum() - before) * TICK_MILLISECONDS;
}
