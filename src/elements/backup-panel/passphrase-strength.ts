export type Strength = 'weak' | 'fair' | 'strong';

/** To try 2^40 passphrases takes the age format's scrypt years of many machines. */
const FAIR_BITS = 40;
const STRONG_BITS = 60;

/** Of a word from a list of some eight thousand, as Diceware has. */
const BITS_OF_WORD = 13;
/** A run of letters up to here may be such a word. */
const LETTERS_OF_WORD = 6;
const BITS_OF_FURTHER_LETTER = 3;

const BITS_OF_STEP = 1;

/**
 * How hard a passphrase is to guess, rather too low than too high: letters in a row count as a word,
 * and what is repeated or counts on, as in "aaa" or "1234", for next to nothing.
 */
export function passphraseStrength(passphrase: string): Strength {
  const bits = guessingBits(passphrase);
  if (bits < FAIR_BITS) return 'weak';
  return bits < STRONG_BITS ? 'fair' : 'strong';
}

function guessingBits(passphrase: string): number {
  const runs: readonly string[] = passphrase.match(/\p{L}+|\d+|[^\p{L}\d]+/gu) ?? [];
  return runs.reduce(
    (bits, run, position) => bits + (runs.indexOf(run) < position ? BITS_OF_STEP : bitsOf(run)),
    0,
  );
}

function bitsOf(run: string): number {
  const alphabet = alphabetOf(run);
  const codes = [...run].map((character) => character.codePointAt(0) ?? 0);
  const bits = codes.reduce((sum, code, position) => {
    const before = codes[position - 1];
    const isStep = before !== undefined && Math.abs(code - before) <= 1;
    return sum + (isStep ? BITS_OF_STEP : Math.log2(alphabet));
  }, 0);
  if (!/^\p{L}/u.test(run)) return bits;
  const further = Math.max(0, codes.length - LETTERS_OF_WORD);
  return Math.min(bits, BITS_OF_WORD + further * BITS_OF_FURTHER_LETTER);
}

/** How many characters those of the run may have been chosen from. */
function alphabetOf(run: string): number {
  if (/^\d/.test(run)) return 10;
  if (!/^\p{L}/u.test(run)) return /^\s+$/.test(run) ? 2 : 32;
  return /\p{Lu}/u.test(run) && /\p{Ll}/u.test(run) ? 52 : 26;
}
