import { wordOf } from './words.mjs';

/** Words typed letter by letter, one after the other. Frequent ones: something must be found. */
const RANKS = [120, 7, 45];

/** What stands in a search field after each keystroke. */
export function titleQueries() {
  return RANKS.flatMap((rank) =>
    Array.from(wordOf(rank), (_, last) => wordOf(rank).slice(0, last + 1)),
  );
}
