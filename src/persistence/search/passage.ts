import type { TextPart } from '../../model/text-match.js';
import type { MatchRange } from './match-message.js';

/** The part of a text that shows best why it was found. */
export interface Passage {
  /** In order; white space is one space each. */
  parts: readonly TextPart[];
  /** Whether there is text before it, and after it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
}

/** Of a passage, in characters, and of what stands before its first match. */
const LENGTH = 180;
const BEFORE = 50;
/** A cut is made at a space when there is one as near as that. */
const NEAR = 20;

/** @param ranges In the order of the text. */
export function passageOf(text: string, ranges: readonly MatchRange[]): Passage {
  const from = bestStart(ranges);
  const start = cutAt(text, Math.max(0, from - BEFORE), 1);
  const end = cutAt(text, Math.min(text.length, Math.max(start, from - BEFORE) + LENGTH), -1);
  const parts: TextPart[] = [];
  const add = (piece: string, isMatch: boolean): void => {
    const shown = piece.replace(/\s+/gu, ' ');
    if (shown !== '') parts.push({ text: shown, isMatch });
  };
  let done = start;
  for (const range of joined(ranges)) {
    const rangeStart = Math.max(done, range.start);
    // A match that is longer than a passage is cut with it.
    const rangeEnd = Math.min(range.end, end);
    if (rangeStart >= rangeEnd) continue;
    add(text.slice(done, rangeStart), false);
    add(text.slice(rangeStart, rangeEnd), true);
    done = rangeEnd;
  }
  add(text.slice(done, end), false);
  return { parts, isCutBefore: start > 0, isCutAfter: end < text.length };
}

/** Where most clauses stand together, the first such place. */
function bestStart(ranges: readonly MatchRange[]): number {
  let best = ranges[0]?.start ?? 0;
  let most = 0;
  const counts = new Map<number, number>();
  let next = 0;
  for (const { start, clause } of ranges) {
    for (let range = ranges[next]; range; range = ranges[++next]) {
      if (range.end > start + LENGTH - BEFORE) break;
      counts.set(range.clause, (counts.get(range.clause) ?? 0) + 1);
    }
    if (counts.size > most) {
      most = counts.size;
      best = start;
    }
    const left = (counts.get(clause) ?? 0) - 1;
    if (left > 0) counts.set(clause, left);
    else counts.delete(clause);
  }
  return best;
}

/** Without those that lie in another or follow it at once, as pairs of characters do. */
function joined(ranges: readonly MatchRange[]): { start: number; end: number }[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/** Near a place, where a text may be cut: at a space, else not inside a character. */
function cutAt(text: string, place: number, direction: 1 | -1): number {
  if (place <= 0 || place >= text.length) return place;
  for (let step = 0; step < NEAR; step++) {
    const at = place + step * direction;
    if (/\s/u.test(text.charAt(at))) return direction === 1 ? at + 1 : at;
  }
  let at = place;
  while (at > 0 && at < text.length && isInside(text, at)) at += direction;
  return at;
}

/** Before the second half of a pair, an accent, or what joins pictograms. */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = text.charCodeAt(at - 1);
    return before >= 0xd800 && before <= 0xdbff;
  }
  return /[\p{Mark}\u200d]/u.test(text.charAt(at)) || text.charAt(at - 1) === '\u200d';
}
