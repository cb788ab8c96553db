import { seededRandom } from './random.mjs';

const SYLLABLES = 'ka re mi to sun be lor fin da vex ol pa qui zen tra mul'.split(' ');
const WORDS = 200_000;

/** A word of its own for every rank; every ninth has an accent. */
export function wordOf(rank) {
  let word = '';
  for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) word += SYLLABLES[rest % 16];
  return rank % 9 === 0 ? `${word}é` : word;
}

let all;

/** A word as often as in a language: the n-th most frequent with a frequency of 1/n. */
function someWord(random) {
  all ??= Array.from({ length: WORDS }, (_, rank) => wordOf(rank));
  // 1/n by the inverse of its sum.
  return all[Math.floor(WORDS ** random()) - 1] ?? all[0];
}

/** A text of about so many characters. */
export function textOfWords(random, characters) {
  let text = '';
  while (text.length < characters) text += `${someWord(random)}${random() < 0.1 ? '. ' : ' '}`;
  return text;
}

/** A title of three to eight words. */
export function titleOfWords(random) {
  const words = Array.from({ length: 3 + Math.floor(random() * 6) }, () => someWord(random));
  return words.join(' ');
}

const PLANTED_LETTERS = 'abcdefghijklmnopqrst';

/** Words that are in {@link ROWS_OF_PLANTED} rows each, so that it is known what a search must find. */
export const plantedWords = Array.from(PLANTED_LETTERS, (letter) => `qwx${letter}yx`);
export const ROWS_OF_PLANTED = 3;

/** The planted word of a row of so many, if it has one. */
export function plantedIn(number, count) {
  const apart = Math.floor(count / (plantedWords.length + 1));
  const word = Math.floor(number / apart) - 1;
  return word >= 0 && number % apart < ROWS_OF_PLANTED ? plantedWords[word] : undefined;
}

/** As `seededRandom`, of the words that belong to one row. */
export const randomOfRow = (seed, number) => seededRandom(seed * 7_000_003 + number);
