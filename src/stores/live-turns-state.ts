import type { Turn } from '../formats/conversation-turns.js';
import type { LoadStatus } from './live-rows.js';

/** The turns of a conversation, as far as they have been read. */
export interface LiveTurnsState {
  status: LoadStatus;
  /** In reading order; their interactions have no bodies, which `interaction` answers. */
  turns: readonly Turn[];
  /** Whether the turns are all; until then, those at the end. */
  isWhole: boolean;
  /** Rises with every change, also of a body. */
  revision: number;
}
