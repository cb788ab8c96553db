const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/**
 * A user's text for use within a sentence of ours: whichever way it runs, and whatever override
 * (U+202E) it holds, the sentence around it keeps its own direction.
 */
export function isolated(text: string): string {
  // Isolates of its own, when not in pairs, would end ours too early or never.
  const inner = text.replace(/[\u2066-\u2069]/g, '');
  return `${FIRST_STRONG_ISOLATE}${inner}${POP_DIRECTIONAL_ISOLATE}`;
}
