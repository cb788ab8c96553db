import { openWeights, wholeWeights } from './impact.js';
import { documentOf, impactIn, rolesOf, type Posting } from './posting-codec.js';
import type { LoosePart, TermColumns } from './segment-parts.js';

/** Of starts as long as this, in code units, most are of few terms. */
const LONGEST = 3;
/**
 * A start is summed up when its terms have more postings than that, which are some 50 kB to read, and
 * so many times more than there are documents, of which a sum takes three bytes each and a posting two
 * to three: all sums of 100,000 interactions add a tenth to the size of their index.
 */
const MOST_POSTINGS = 20_000;
const TIMES_DOCUMENTS = 4;

/**
 * Sums up the terms that begin alike, as the terms come in order. A letter begins a word of nearly every
 * document, which is in millions of postings.
 */
export class WordStarts {
  readonly #levels: Level[] = [];
  readonly #mostPostings: number;
  readonly #starts: string[] = [];
  readonly #startParts: number[] = [];
  #made: LoosePart[] = [];
  #parts = 0;

  /**
   * @param documents How many the segment has.
   * @param most Starts with more postings than that are summed up.
   */
  constructor(documents: number, most = Math.max(MOST_POSTINGS, TIMES_DOCUMENTS * documents)) {
    this.#mostPostings = most;
    for (let length = 1; length <= LONGEST; length++) this.#levels.push(new Level(documents));
  }

  get columns(): Omit<TermColumns, 'firstTerms'> {
    return { starts: this.#starts, startParts: this.#startParts };
  }

  add(term: string, postings: ArrayLike<Posting>): void {
    this.#closeUnless(term);
    for (const [position, level] of this.#levels.entries()) {
      if (position >= term.length) break;
      level.add(term, position + 1, postings);
    }
  }

  /** After the last term. */
  finish(): void {
    this.#closeUnless('');
  }

  /** The parts that have been made since it was asked last. */
  takeParts(): LoosePart[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  /** Closes what does not begin the term, the longest first. */
  #closeUnless(term: string): void {
    let longer: { part: number; terms: number } | undefined;
    for (let length = this.#levels.length; length > 0; length--) {
      const level = this.#levels[length - 1];
      if (!level || level.start === '') continue;
      if (term.startsWith(level.start)) return;
      let part: number | undefined;
      if (level.postings > this.#mostPostings && !isHalf(level.start)) {
        // As of "q" and "qu": no term begins with the one and not with the other.
        part = longer?.terms === level.terms ? longer.part : this.#write(level);
        this.#starts.push(level.start);
        this.#startParts.push(part);
      }
      // A term that is the longer start counts more for that than for the shorter one.
      longer = part === undefined || level.isTerm ? undefined : { part, terms: level.terms };
      level.close();
    }
  }

  #write({ user, assistant }: Level): number {
    const number = this.#parts++;
    const all = user.map((weight, document) => Math.max(weight, assistant[document] ?? 0));
    this.#made.push({
      kind: 'starts',
      number,
      all,
      user: user.slice(),
      assistant: assistant.slice(),
      counts: [countOf(all), countOf(user), countOf(assistant)],
    });
    return number;
  }
}

/** What begins with the same letters, so many of them. */
class Level {
  start = '';
  terms = 0;
  postings = 0;
  /** Whether the start is a term itself. */
  isTerm = false;
  /** Of each document the greatest weight in the words of each. */
  readonly user: Uint8Array;
  readonly assistant: Uint8Array;
  /** The documents that have any: few of many, most of the time. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;

  constructor(documents: number) {
    this.user = new Uint8Array(documents);
    this.assistant = new Uint8Array(documents);
    this.#touched = new Uint32Array(documents);
  }

  add(term: string, length: number, postings: ArrayLike<Posting>): void {
    if (this.terms === 0) this.start = term.slice(0, length);
    const isWhole = term.length === length;
    this.terms++;
    this.postings += postings.length;
    this.isTerm ||= isWhole;
    const weighed = isWhole ? wholeWeights : openWeights;
    const { user, assistant } = this;
    for (let at = 0; at < postings.length; at++) {
      const posting = postings[at] ?? 0;
      const document = documentOf(posting);
      const roles = rolesOf(posting);
      const weight = weighed[impactIn(posting)] ?? 0;
      const ofUser = user[document] ?? 0;
      const ofAssistant = assistant[document] ?? 0;
      if (ofUser === 0 && ofAssistant === 0) this.#touched[this.#touchedCount++] = document;
      if ((roles & 1) !== 0 && weight > ofUser) user[document] = weight;
      if ((roles & 2) !== 0 && weight > ofAssistant) assistant[document] = weight;
    }
  }

  close(): void {
    for (let at = 0; at < this.#touchedCount; at++) {
      const document = this.#touched[at] ?? 0;
      this.user[document] = 0;
      this.assistant[document] = 0;
    }
    this.start = '';
    this.terms = 0;
    this.postings = 0;
    this.isTerm = false;
    this.#touchedCount = 0;
  }
}

function countOf(weights: Uint8Array): number {
  let count = 0;
  for (const weight of weights) if (weight > 0) count++;
  return count;
}

/** Nobody searches for half of a pair. */
function isHalf(start: string): boolean {
  const last = start.charCodeAt(start.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
