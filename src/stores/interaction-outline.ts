import { filesOf, isAnswered } from '../formats/conversation-turns.js';
import { readField } from '../formats/read-field.js';
import type { Interaction } from '../model/entities.js';

/** An answer is on its way, or waits for its user. */
const underWay: ReadonlySet<unknown> = new Set([
  'PENDING',
  'STREAMING',
  'PAUSED',
  'AWAITING_INPUT',
]);

/** What relates an interaction to others. */
const relations = [
  'regeneratedFromId',
  'editedFromId',
  'isWorkflowStep',
  'raceMainInteractionId',
] as const;

/** Whether an answer is on its way, or waits for its user. */
export function isUnderWay(interaction: Interaction): boolean {
  return underWay.has(readField(interaction, 'status'));
}

/** Whether there is anything that the user asked or attached. */
export function isAsking(interaction: Interaction): boolean {
  const content = readField(interaction, 'prompt', 'content');
  return (typeof content === 'string' && content.trim() !== '') || filesOf(interaction).length > 0;
}

/** Whether there is an answer, or will be, or why there is none. */
export function hasOutcome(interaction: Interaction): boolean {
  const status = readField(interaction, 'status');
  return isAnswered(interaction) || isUnderWay(interaction) || status === 'ERROR';
}

/**
 * An interaction without what it says, as far as it takes to put a conversation into turns: of
 * twenty thousand interactions some megabytes. An answer under way or one that failed counts as
 * one, so that it is seen where it replaces another.
 */
export function outlineOf(row: Interaction): Interaction {
  const metadata: Record<string, unknown> = {};
  for (const name of relations) {
    const value = readField(row, 'metadata', name);
    if (value !== undefined) metadata[name] = value;
  }
  const { id, conversationId, type, index, parentId, status, startedAt } = row;
  return {
    ...{ id, conversationId, type, index, parentId, status, startedAt },
    prompt: isAsking(row) ? { id: '', content: '…' } : null,
    response: hasOutcome(row) ? '…' : null,
    endedAt: null,
    metadata,
  };
}

/** Whether two outlines of an interaction say the same. */
export function isSameOutline(one: Interaction | undefined, other: Interaction): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
