import { fold } from '../../model/text-match.js';
import { kind, kindOf, type Kind } from './character-kinds.js';

/** Is told of each term and where in the text it stands, in order. */
export type TermVisitor = (term: string, start: number, end: number) => void;

/** A word longer than this, such as a picture in letters and digits, is known by its start. */
const LONGEST_TERM = 64;

/**
 * Cuts a text into the terms it is found by: words without case and accents; of Chinese and Japanese,
 * which have no space between words, each two characters that stand together, and the last one alone;
 * of Thai and its like the words that the browser's dictionary knows; and each pictogram.
 */
export function eachTerm(text: string, visit: TermVisitor): void {
  scanTerms(text, {
    plain: (start, end) => visit(text.slice(start, end).toLowerCase(), start, end),
    term: visit,
  });
}

/** Is told of each term, and of most only where it stands, so that none need be made a string. */
export interface TermSink {
  /** The term is what stands there, ASCII letters and digits, as if they were small. */
  plain: (start: number, end: number) => void;
  term: TermVisitor;
}

/** As {@link eachTerm}. */
export function scanTerms(text: string, sink: TermSink): void {
  const { length } = text;
  const visit = sink.term;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      at = visitWord(text, at, sink);
      continue;
    }
    const codePoint = text.codePointAt(at) ?? 0;
    const found = kindOf(codePoint);
    switch (found) {
      case kind.letter:
        at = visitWord(text, at, sink);
        break;
      case kind.ideograph: {
        const end = endOfRun(text, at, kind.ideograph);
        visitPairs(text, at, end, visit);
        at = end;
        break;
      }
      case kind.dictionary: {
        const end = endOfRun(text, at, kind.dictionary);
        visitDictionaryWords(text, at, end, visit);
        at = end;
        break;
      }
      case kind.emoji: {
        const end = at + widthOf(codePoint);
        visit(text.slice(at, end), at, end);
        at = end;
        break;
      }
      case kind.flag: {
        const half = at + widthOf(codePoint);
        const isWhole = kindOf(text.codePointAt(half) ?? 0) === kind.flag;
        const end = isWhole ? half * 2 - at : half;
        visit(text.slice(at, end), at, end);
        at = end;
        break;
      }
      default:
        at += widthOf(codePoint);
    }
  }
}

const widthOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

/** A letter or a digit of ASCII. */
const isPlain = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a);

function endOfRun(text: string, start: number, wanted: Kind): number {
  let at = start;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    const found = kindOf(codePoint);
    if (found !== wanted && found !== kind.mark) break;
    at += widthOf(codePoint);
  }
  return at;
}

/** @returns Where the word ends. */
function visitWord(text: string, start: number, { plain, term: visit }: TermSink): number {
  let end = start;
  while (end < text.length && isPlain(text.charCodeAt(end))) end++;
  // An ASCII character that is no letter ends most words.
  const next = end < text.length ? text.charCodeAt(end) : 0;
  if (next < 0x80 && end > start && end - start <= LONGEST_TERM) {
    plain(start, end);
    return end;
  }
  end = endOfRun(text, end, kind.letter);
  for (const term of termsOfWord(text.slice(start, end))) visit(term, start, end);
  return end;
}

/** Words come again and again; folding one costs ten times as much as finding it here. */
const folded = new Map<string, readonly string[]>();
const MOST_FOLDED = 50_000;
const none: readonly string[] = [];

function termsOfWord(word: string): readonly string[] {
  const present = folded.get(word);
  if (present) return present;
  // Folding may leave characters that are no letters, as the stroke of "½".
  const parts = fold(shortened(word).replace(/\p{Cf}/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const terms = parts.length > 0 ? parts.map(shortened) : none;
  if (folded.size >= MOST_FOLDED) folded.clear();
  if (word.length <= LONGEST_TERM) folded.set(copyOf(word), terms);
  return terms;
}

/** Engines make a slice of 13 characters or more refer to the text that it was taken from, and keep that. */
export function copyOf(term: string): string {
  return term.length < 13 ? term : term.split('').join('');
}

function shortened(word: string): string {
  if (word.length <= LONGEST_TERM) return word;
  // Not between the halves of a pair.
  const last = word.charCodeAt(LONGEST_TERM - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return word.slice(0, isHalf ? LONGEST_TERM - 1 : LONGEST_TERM);
}

function visitPairs(text: string, start: number, end: number, visit: TermVisitor): void {
  let last = '';
  let lastStart = start;
  for (let at = start; at < end;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + widthOf(codePoint);
    // A mark that stands alone, as it may in narrow Katakana, leaves nothing.
    const character = foldedCharacter(text.slice(at, next));
    if (character !== '' && kindOf(codePoint) !== kind.mark) {
      if (last !== '') visit(last + character, lastStart, next);
      last = character;
      lastStart = at;
    }
    at = next;
  }
  if (last !== '') visit(last, lastStart, end);
}

/** Of the characters of a language, which are some thousands. */
const foldedCharacters = new Map<string, string>();

function foldedCharacter(character: string): string {
  let made = foldedCharacters.get(character);
  if (made === undefined) {
    made = fold(character);
    if (foldedCharacters.size >= MOST_FOLDED) foldedCharacters.clear();
    foldedCharacters.set(copyOf(character), made);
  }
  return made;
}

let segmenter: Intl.Segmenter | undefined;

function visitDictionaryWords(text: string, start: number, end: number, visit: TermVisitor): void {
  // Firefox before 125 has none.
  if (!('Segmenter' in Intl)) return visitPairs(text, start, end, visit);
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment, index } of segmenter.segment(text.slice(start, end))) {
    const from = start + index;
    for (const term of termsOfWord(segment)) visit(term, from, from + segment.length);
  }
}
