// Runs in the page: what is searched for, the same for every contender.
import { plantedWords, ROWS_OF_PLANTED, wordOf } from '../data/words.mjs';
import { median } from '../report/statistics.mjs';

/** Of each kind so many different queries, where that does not take for ever. */
const QUERIES = 20;
/** Words that are typed letter by letter. */
const TYPED_RANKS = [12, 150, 2000];

const cjk = [
  '回答',
  '問題',
  '模型',
  '頁面',
  '質問',
  'モデル',
  'ファイル',
  'テーブル',
  'ページ',
  '数字',
];

const times = (make) => Array.from({ length: QUERIES }, (_, number) => make(number));

/** A word is whole when a space follows. */
const kinds = {
  rare: times((number) => `${plantedWords[number]} `),
  common: times((number) => `${wordOf(2 + number * 3)} `),
  prefix: times((number) => wordOf(1000 + number * 3).slice(0, 3)),
  phrase: times((number) => `"${wordOf(2 + number)} ${wordOf(9 + number * 2)}"`),
  cjk: times((number) => `${cjk[number % cjk.length]} `),
};

/** What MiniSearch knows too, so that it is the same work. */
const mixture = ['rare', 'common', 'prefix', 'cjk'];

const typed = TYPED_RANKS.flatMap((rank) =>
  Array.from(wordOf(rank), (_, last) => wordOf(rank).slice(0, last + 1)),
);

async function timed(search, query) {
  const start = performance.now();
  const found = await search(query);
  return { time: performance.now() - start, found };
}

async function timesOf(search, kind, queries) {
  const all = [];
  for (const query of queries) {
    const { time, found } = await timed(search, query);
    const isRight = kind === 'rare' ? found === ROWS_OF_PLANTED : found > 0;
    // A phrase may be in no row.
    if (!isRight && kind !== 'phrase') throw new Error(`${found} found of ${query}`);
    all.push(time);
  }
  return median(all);
}

/**
 * Searches for each kind, one query after the other.
 *
 * @param {(query: string) => Promise<number>} search Resolves to how many interactions have the words.
 * @param {{ repeats?: number, without?: string[], isTyped?: boolean }} options
 * @returns Milliseconds: the median of each kind, `time` that of rare words, `mixture` the sum of what all can do,
 * `keystroke` the longest of a letter typed.
 */
export async function timeSearches(
  search,
  { repeats = QUERIES, without = [], isTyped = true } = {},
) {
  const measured = {};
  // A first query finds nothing in any cache; it is the start of a word that is typed.
  for (const query of isTyped ? typed : []) {
    const { time } = await timed(search, query);
    measured.keystroke = Math.max(measured.keystroke ?? 0, time);
  }
  for (const [kind, queries] of Object.entries(kinds)) {
    if (without.includes(kind)) continue;
    measured[kind] = await timesOf(search, kind, queries.slice(0, repeats));
  }
  const { rare, ...others } = measured;
  const sum = mixture.reduce((total, kind) => total + measured[kind], 0);
  return { time: rare, ...others, mixture: sum };
}
