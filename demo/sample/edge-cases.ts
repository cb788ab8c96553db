import type { Conversation, Interaction } from '../../src/model/entities.js';
import { DAY } from './calendar.js';
import type { Random } from './random.js';

const markup = '<img src="x" onerror="document.title=\'markup ran\'"><script>alert("no")</script>';

interface EdgeCase {
  title: string;
  /** What differs from an ordinary question and answer; none leaves the conversation empty. */
  turn?: Partial<Interaction>;
  undated?: true;
}

const edgeCases: readonly EdgeCase[] = [
  { title: markup, turn: { response: `${markup}\n\n[a link](javascript:alert('no'))` } },
  {
    title: `A title that somebody pasted a whole letter into: ${'and another thing I wanted to say, '.repeat(18)}that is all`,
    turn: {
      response: `${'Donaudampfschifffahrtsgesellschaft'.repeat(40)}\n\n${'word '.repeat(2_000)}`,
    },
  },
  { title: '\u200Fdirection mark first, then \u202Eoverride\u202C and back', turn: {} },
  { title: '', turn: { response: 'This conversation never got a title.' } },
  { title: '../../etc/passwd: "quotes" | pipes? *stars* & %2e\\', turn: {} },
  { title: 'Line\nbreak,\ttab and \u0007 bell', turn: { response: 'A\r\nB\tC' } },
  { title: 'z̸̰͊a̵̘͛l̶̝̾g̴̹̅o̷̙͝ and 👩🏽‍🚀👨‍👩‍👧‍👦🏴‍☠️ in one line', turn: {} },
  { title: 'Nothing was ever asked here' },
  { title: 'Imported without dates', turn: { startedAt: null, endedAt: null }, undated: true },
  {
    title: 'Answer in parts, from a newer version',
    turn: {
      type: 'message.voice',
      status: 'ARCHIVED',
      response: [
        { type: 'text', text: 'Spoken, then written down.' },
        { type: 'audio', seconds: 4.2 },
      ],
      metadata: { modelId: 'voice-1', mood: { calm: 0.9 } },
    },
  },
  {
    title: 'Page closed while the answer was coming',
    turn: { status: 'STREAMING', endedAt: null, response: 'The first thing to know is' },
  },
];

interface Ground {
  projectId: string | null;
  now: Date;
  random: Random;
}

/** A handful of conversations that break a careless page. */
export function createEdgeCases({ projectId, now, random }: Ground): {
  conversations: Conversation[];
  interactions: Interaction[];
} {
  const interactions: Interaction[] = [];
  const conversations = edgeCases.map(({ title, turn, undated }, position): Conversation => {
    const at = new Date(now.getTime() - (40 + position * 11) * DAY);
    const id = random.id();
    if (turn) {
      interactions.push({
        id: random.id(),
        conversationId: id,
        type: 'message.user_assistant',
        index: 0,
        parentId: null,
        prompt: { id: random.id(), content: 'What does this look like?', parameters: {} },
        response: 'Like any other conversation, and that is the point.',
        status: 'COMPLETED',
        startedAt: at,
        endedAt: at,
        rating: null,
        metadata: {},
        ...turn,
      });
    }
    const conversation = { id, title, projectId, metadata: {}, createdAt: at, updatedAt: at };
    // Files of other programs hold such rows, which the type of a row does not foresee.
    const withoutDates: Partial<Conversation> = { id, title, projectId, metadata: {} };
    return undated ? (withoutDates as Conversation) : conversation;
  });
  return { conversations, interactions };
}
