import type { ProjectKey } from '../projects.js';

/**
 * What conversations on one topic are made of. Phrases fit into the sentences of `answers.ts`, so
 * they speak of no person: a user and a model may both say them.
 */
export interface Topic {
  readonly projects: readonly ProjectKey[];
  /** As they read in the middle of a sentence. */
  readonly titles: readonly string[];
  /** Noun phrases: `the oven stone`. */
  readonly things: readonly string[];
  /** What one can do, without a subject: `let the dough rest`. */
  readonly actions: readonly string[];
  /** Clauses that explain: `steam keeps the crust soft`. */
  readonly reasons: readonly string[];
  /** Clauses that say what happens: `the crust tears`. */
  readonly conditions: readonly string[];
  /** Whole sentences. */
  readonly facts: readonly string[];
  /** Code, tables and formulas in Markdown. */
  readonly blocks: readonly string[];
  readonly files: readonly string[];
}

/** A list written one item a line. */
export function lines(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
