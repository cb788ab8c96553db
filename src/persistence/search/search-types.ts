import type { SearchRole } from './message-text.js';
import type { Passage } from './passage.js';

/** Which interactions are searched; all unless said otherwise. */
export interface SearchFilters {
  /** Those of conversations in this project and the projects below it. */
  projectId?: string | undefined;
  /** From this time on. */
  from?: Date | undefined;
  /** Before this time. */
  to?: Date | undefined;
  /** The words of one side only: the prompts, or the responses. */
  role?: SearchRole | undefined;
  /** Also those of conversations in the trash, or in a project in the trash; an archived one counts. */
  trashed?: boolean | undefined;
}

/** An interaction that was found. */
export interface SearchHit extends Passage {
  interactionId: string;
  conversationId: string;
  /** Whose words the passage is of. */
  role: SearchRole;
  /** Undefined where the interaction has none. */
  date: Date | undefined;
  /** The higher, the better it fits; comparable within one search. */
  score: number;
}

/** The hits in one conversation, the best first. */
export interface SearchGroup {
  conversationId: string;
  /** Empty where there is no such conversation any more. */
  title: string;
  projectId: string | null;
  hits: readonly SearchHit[];
}

/** How much of what there is a search could look at. */
export interface SearchCoverage {
  /** Whether that is all: the index has been built, and no change is waiting that was not read. */
  isComplete: boolean;
  /** While it is being built, how many interactions are in it, and of how many. */
  indexed: number;
  total: number;
}
