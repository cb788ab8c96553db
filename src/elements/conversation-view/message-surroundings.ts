import type { LocalizeController } from '@shoelace-style/localize';
import type { Translation } from '../../locales/translation.js';
import type { Interaction } from '../../model/entities.js';
import type { TextRenderer } from './rendered-text.js';
import type { ShownTurn } from './shown-turns.js';

/** What a user can do with an answer. */
export interface AnswerActions {
  copy(interaction: Interaction): void;
  rate(interaction: Interaction, rating: number | null): void;
  choose(turn: ShownTurn, version: Interaction): void;
}

/** What all messages of a view have in common. */
export interface MessageSurroundings {
  localize: LocalizeController<Translation>;
  now: Date;
  count: number;
  renderer: TextRenderer | undefined;
  /** An interaction with what it says, once that has been read. */
  body: (id: string) => Interaction | undefined;
  isStreamed: (id: string) => boolean;
  /** The key of the one message that Tab reaches. */
  tabStop: string | undefined;
  /** The key of the message that is marked for a moment. */
  revealed: string | undefined;
  /** The interaction whose answer has just been copied. */
  copied: string | undefined;
  actions: AnswerActions;
}
