import { kind, kindOf } from './character-kinds.js';
import { eachTerm } from './each-term.js';

/** A word, or several that must stand together in this order. */
export interface Clause {
  terms: readonly string[];
  /** Whether the last of the terms may also be the start of a word. */
  isOpen: boolean;
}

export interface SearchQuery {
  /** All of them must be there. */
  clauses: readonly Clause[];
}

/**
 * What a user's words mean: a text must have them all. What stands in quotes, or without a space
 * between, must stand together; the word that is being typed need not be whole.
 */
export function parseQuery(text: string): SearchQuery {
  const clauses: Clause[] = [];
  const pieces = [...text.matchAll(/["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s"“”„«»]+/gu)];
  for (const [number, piece] of pieces.entries()) {
    const [whole, quoted, closing] = piece;
    const isLast = number === pieces.length - 1;
    const isEnded =
      quoted === undefined
        ? piece.index + whole.length < text.length
        : closing !== '' || /\s$/u.test(whole);
    const clause = clauseOf(quoted ?? whole, isLast && !isEnded);
    if (clause) clauses.push(clause);
  }
  return { clauses };
}

function clauseOf(text: string, isTyped: boolean): Clause | undefined {
  const terms: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  eachTerm(text, (term, start, end) => {
    terms.push(term);
    starts.push(start);
    ends.push(end);
  });
  const last = terms.at(-1);
  const isShared = (starts.at(-1) ?? 0) < (ends.at(-2) ?? 0);
  if (last === undefined) return undefined;
  // The last character is in the pair before it, and in a text another may follow.
  if (isShared && terms.at(-2)?.endsWith(last)) return { terms: terms.slice(0, -1), isOpen: false };
  return { terms, isOpen: isTyped || isIdeograph(last) };
}

/** Of a pair of them, and of one alone. */
function isIdeograph(term: string): boolean {
  return kindOf(term.codePointAt(0) ?? 0) === kind.ideograph;
}
