/**
 * How much a term says of a document, by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), in steps that fit six bits. The usual length is a constant, so that lists that
 * were written at different times agree.
 */

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const USUAL_LENGTH = 300;

/** The greatest impact; the least is 1. */
export const MOST_IMPACT = 63;

/** Of a term that occurs so often in a document of so many terms. */
export function impactOf(occurrences: number, length: number): number {
  const norm = SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / USUAL_LENGTH);
  return Math.max(1, Math.round((MOST_IMPACT * occurrences) / (occurrences + norm)));
}

const OPEN_WEIGHT = 0.7;

/** Of each impact of a term, what it counts for where the term is the word that was searched for. */
export const wholeWeights = Uint8Array.from({ length: MOST_IMPACT + 1 }, (_, impact) => impact);

/** The same where what was searched for is the start of it, which says less. */
export const openWeights = wholeWeights.map((impact) => Math.ceil(impact * OPEN_WEIGHT));

/** What finding a term is worth that is in so many of all documents. */
export function rarityOf(found: number, documents: number): number {
  return Math.log(1 + (Math.max(0, documents - found) + 0.5) / (found + 0.5));
}
