import type { SearchSegment } from '../../database/own-tables.js';
import type { Candidates } from './candidates.js';
import { MOST_IMPACT, rarityOf } from './impact.js';
import type { SearchRole } from './message-text.js';
import type { SearchQuery } from './search-query.js';
import type { SearchScope } from './search-scope.js';
import { readColumns, readConversations, type OpenIndex } from './segment-cache.js';
import type { SegmentColumns } from './segment-columns.js';
import { bits } from './segment-parts.js';
import { impactsIn, readTermParts, type TermImpacts, type WantedTerm } from './segment-reader.js';

/** The terms of all clauses, each once. */
export function wantedTerms({ clauses }: SearchQuery): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  for (const { terms, isOpen } of clauses) {
    for (const [position, term] of terms.entries()) {
      const isOpenHere = isOpen && position === terms.length - 1;
      wanted.set(`${term} ${String(isOpenHere)}`, { term, isOpen: isOpenHere });
    }
  }
  return [...wanted.values()];
}

interface SegmentImpacts {
  segment: SearchSegment;
  columns: SegmentColumns;
  /** For each wanted term. */
  terms: TermImpacts[];
}

/** What is searched for, and where. */
export interface Wanted {
  query: SearchQuery;
  /** Whose words count; both unless given. */
  role: SearchRole | undefined;
  scope: SearchScope;
}

/**
 * Finds in the index what has all terms.
 *
 * @returns How rare each of the terms is, in the order of {@link wantedTerms}.
 */
export async function findCandidates(
  index: OpenIndex,
  segments: readonly SearchSegment[],
  { query, role, scope }: Wanted,
  candidates: Candidates,
): Promise<number[]> {
  const wanted = wantedTerms(query);
  const numbers = segments.map(({ number }) => number);
  const all = await readColumns(index, numbers);
  const conversations = scope.conversations && (await readConversations(index, numbers));
  const present = segments.flatMap((segment) => {
    const columns = all.get(segment.number);
    return columns ? [{ segment, columns }] : [];
  });
  const parts = await readTermParts(index.source, present, wanted);
  const read = present.map(({ segment, columns }, number): SegmentImpacts => {
    const terms = wanted.map((term, position) =>
      impactsIn(parts[number]?.[position] ?? [], term, segment.documents, role),
    );
    return { segment, columns, terms };
  });
  const documents = read.reduce((sum, { segment }) => sum + segment.documents, 0);
  const rarities = wanted.map((_, position) =>
    rarityOf(
      read.reduce((sum, { terms }) => sum + (terms[position]?.count ?? 0), 0),
      documents,
    ),
  );
  for (const each of read) {
    const { number } = each.segment;
    const matches = matchesOf(each, rarities);
    const { dates, conversation } = each.columns;
    const left = withinScope(matches, each, scope, conversations?.get(number));
    candidates.add({ segment: number, dates, conversation, ...left });
  }
  return rarities;
}

/** The documents of a segment that have all terms. */
interface Matches {
  /** Of each document; 0 for one that lacks a term. */
  scores: Uint8Array | Float32Array;
  weight: number;
  size: number;
}

function matchesOf({ segment, terms }: SegmentImpacts, rarities: readonly number[]): Matches {
  const weights = rarities.map((rarity) => rarity / MOST_IMPACT);
  const [first] = terms;
  if (first && terms.length === 1) {
    return { scores: first.impacts, weight: weights[0] ?? 0, size: first.count };
  }
  const scores = new Float32Array(segment.documents);
  const impacts = terms.map((term) => term.impacts);
  let size = 0;
  for (let document = 0; document < segment.documents; document++) {
    let score = 0;
    let position = 0;
    for (; position < impacts.length; position++) {
      const impact = impacts[position]?.[document] ?? 0;
      if (impact === 0) break;
      score += impact * (weights[position] ?? 0);
    }
    if (position < impacts.length) continue;
    scores[document] = score;
    size++;
  }
  return { scores, weight: 1, size };
}

/** Without those that are dead, or are left out by the filters. */
function withinScope(
  { scores: found, weight, size: most }: Matches,
  { segment, columns }: SegmentImpacts,
  scope: SearchScope,
  conversations: readonly string[] = [],
): Matches {
  if (segment.deadCount === 0 && !scope.isNarrow) return { scores: found, weight, size: most };
  const { dates, conversation } = columns;
  const { conversations: within } = scope;
  const isWithin = within && conversations.map((id) => within.has(id));
  const scores = found.slice();
  let size = most;
  for (let document = 0; document < scores.length; document++) {
    if (scores[document] === 0) continue;
    const isLeft =
      !bits.has(segment.dead, document) &&
      scope.hasDate(dates[document] ?? NaN) &&
      (!isWithin || isWithin[conversation[document] ?? 0] === true);
    if (isLeft) continue;
    scores[document] = 0;
    size--;
  }
  return { scores, weight, size };
}
