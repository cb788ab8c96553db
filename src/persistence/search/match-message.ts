import { eachTerm } from './each-term.js';
import { impactOf } from './impact.js';
import { searchRoles, type MessageText, type SearchRole } from './message-text.js';
import type { Clause, SearchQuery } from './search-query.js';

/** A stretch of a text, and which clause it is the match of. */
export interface MatchRange {
  start: number;
  end: number;
  clause: number;
}

/** How a message matches a query. */
export interface MessageMatch {
  /** Whose words the passage is best taken from. */
  role: SearchRole;
  text: string;
  /** In the order of the text. */
  ranges: readonly MatchRange[];
  /** Of each clause, as {@link impactOf} has it. */
  impacts: readonly number[];
}

/**
 * Finds the clauses of a query in the text itself: the index tells which terms a message has, not
 * whether they stand together, nor what was written a moment ago.
 *
 * @param role Whose words count; both unless given.
 * @returns Undefined when one of them is nowhere.
 */
export function matchMessage(
  { texts }: MessageText,
  { clauses }: SearchQuery,
  role?: SearchRole,
): MessageMatch | undefined {
  let length = 0;
  const found: { role: SearchRole; text: string; ranges: MatchRange[]; clauses: number }[] = [];
  for (const [number, text] of texts.entries()) {
    const own = searchRoles[number];
    const terms = termsOf(text);
    length += terms.length;
    if (own === undefined || (role !== undefined && role !== own)) continue;
    const ranges = clauses.flatMap((clause, position) => rangesOf(terms, clause, position));
    ranges.sort((one, other) => one.start - other.start || other.end - one.end);
    const met = new Set(ranges.map(({ clause }) => clause)).size;
    found.push({ role: own, text, ranges, clauses: met });
  }
  const occurrences = clauses.map((_, position) =>
    found.reduce(
      (sum, { ranges }) => sum + ranges.filter(({ clause }) => clause === position).length,
      0,
    ),
  );
  if (occurrences.length === 0 || occurrences.includes(0)) return undefined;
  const [best] = found.sort((one, other) => other.clauses - one.clauses);
  if (!best) return undefined;
  return {
    role: best.role,
    text: best.text,
    ranges: best.ranges,
    impacts: occurrences.map((count) => impactOf(count, length)),
  };
}

interface PlacedTerm {
  term: string;
  start: number;
  end: number;
}

function termsOf(text: string): PlacedTerm[] {
  const terms: PlacedTerm[] = [];
  eachTerm(text, (term, start, end) => terms.push({ term, start, end }));
  return terms;
}

function rangesOf(placed: readonly PlacedTerm[], clause: Clause, position: number): MatchRange[] {
  const { terms, isOpen } = clause;
  const last = terms.length - 1;
  const ranges: MatchRange[] = [];
  for (let at = 0; at + last < placed.length; at++) {
    const isHere = terms.every((term, offset) => {
      const there = placed[at + offset]?.term;
      return isOpen && offset === last ? there?.startsWith(term) === true : there === term;
    });
    const start = placed[at]?.start;
    const end = placed[at + last]?.end;
    if (isHere && start !== undefined && end !== undefined) {
      ranges.push({ start, end, clause: position });
    }
  }
  return ranges;
}
