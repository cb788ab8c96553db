/** The form in which a question wants its answer. */
export type Shape = 'short' | 'explained' | 'steps' | 'block' | 'long';

export interface Question {
  readonly text: string;
  readonly shape: Shape;
}

/** Both sides of one conversation. */
export interface Speaker {
  /** @param turn From 0; the first one brings up the subject. */
  ask(turn: number): Question;
  answer(shape: Shape): string;
  /** What a model thinks before it answers. */
  think(): string;
  /** Names of files that fit the topic. */
  readonly files: readonly string[];
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
