import { BestOf } from './best-of.js';
import { MOST_IMPACT } from './impact.js';

/** A document that has all terms of a query. */
export interface Candidate {
  /** {@link FRESH} for one that was read from its row, and `document` is then its position there. */
  segment: number;
  document: number;
  /** The position of its conversation among those of the segment. */
  conversation: number;
  score: number;
}

export const FRESH = -1;

/** Documents that may be candidates. */
export interface CandidateSource {
  segment: number;
  /** Of each document; 0 for one that is no candidate. All that are bytes have the same weight. */
  scores: ArrayLike<number>;
  /** By which they are to be multiplied. */
  weight: number;
  /** How many are candidates. */
  size: number;
  /** Of each document, NaN for none. */
  dates: ArrayLike<number>;
  /** Of each document, the position of its conversation. */
  conversation: ArrayLike<number>;
}

interface Ranked {
  source: number;
  document: number;
  score: number;
  date: number;
}

/** So many are put in order at first, and twice as many each time they have all been taken. */
const FIRST = 200;
const MOST = 6400;

/**
 * What has all terms of a query, the best first, and of those alike the newest. A letter may find a
 * hundred thousand, of which a reader sees twenty: no more are put in order than are taken.
 */
export class Candidates {
  readonly #sources: CandidateSource[] = [];
  #size = 0;
  #taken = 0;
  /** Those whose turn is next, the last of them first. */
  #next: Ranked[] = [];
  #count = FIRST;
  /** The last of those that have been put in order. */
  #last: Ranked | undefined;

  get size(): number {
    return this.#size;
  }

  /** How many have not been taken. */
  get left(): number {
    return this.#size - this.#taken;
  }

  add(source: CandidateSource): void {
    this.#sources.push(source);
    this.#size += source.size;
  }

  take(): Candidate | undefined {
    if (this.#next.length === 0 && this.left > 0) this.#rank();
    const ranked = this.#next.pop();
    const source = ranked && this.#sources[ranked.source];
    if (!source) {
      // Also where a source has fewer than it said.
      this.#taken = this.#size;
      return undefined;
    }
    this.#taken++;
    const { document, score } = ranked;
    return {
      segment: source.segment,
      document,
      conversation: source.conversation[document] ?? 0,
      score,
    };
  }

  #rank(): void {
    const last = this.#last;
    const best = new BestOf<Ranked>(this.#count, isBefore);
    let worst: Ranked | undefined;
    const isOfMany = this.#size > 4 * this.#count;
    let leastScore = isOfMany && !last ? leastOfBest(this.#sources, this.#count) : 0;
    for (const [source, { scores, weight, dates, size }] of this.#sources.entries()) {
      const { length } = size === 0 ? [] : scores;
      // Of a letter, nearly all documents have a score, and few a chance: those cost one comparison.
      let least = leastFor(leastScore, weight);
      for (let document = 0; document < length; document++) {
        const found = scores[document] ?? 0;
        if (found < least) continue;
        const score = found * weight;
        const date = dates[document] ?? NaN;
        if (worst?.score === score && worst.date > date) continue;
        const ranked = { source, document, score, date };
        if (last && !isBefore(last, ranked)) continue;
        best.add(ranked);
        if (worst === best.last) continue;
        worst = best.last;
        leastScore = worst?.score ?? leastScore;
        least = leastFor(leastScore, weight);
      }
    }
    this.#next = best.all().reverse();
    this.#last = this.#next[0];
    this.#count = Math.min(2 * this.#count, MOST);
  }
}

/** What has less, before it is weighed, is worse; a little less, as weighing rounds. */
function leastFor(score: number, weight: number): number {
  return score === 0 ? Number.MIN_VALUE : (score / weight) * (1 - 1e-6);
}

/** A score that at least so many have, where they are bytes: engines find a byte at once. */
function leastOfBest(sources: readonly CandidateSource[], most: number): number {
  let count = 0;
  for (let impact = MOST_IMPACT; impact > 0; impact--) {
    for (const { scores, weight } of sources) {
      if (!(scores instanceof Uint8Array)) continue;
      for (let at = scores.indexOf(impact); at >= 0; at = scores.indexOf(impact, at + 1)) {
        if (++count === most) return impact * weight;
      }
    }
  }
  return 0;
}

function isBefore(one: Ranked, other: Ranked): boolean {
  if (one.score !== other.score) return one.score > other.score;
  const date = Number.isNaN(one.date) ? -Infinity : one.date;
  const otherDate = Number.isNaN(other.date) ? -Infinity : other.date;
  if (date !== otherDate) return date > otherDate;
  return one.source === other.source ? one.document < other.document : one.source < other.source;
}
