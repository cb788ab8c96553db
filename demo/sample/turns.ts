import type {
  Interaction,
  InteractionMetadata,
  DbProviderConfig,
} from '../../src/model/entities.js';
import { MINUTE } from './calendar.js';
import type { Random } from './random.js';
import type { Question, Speaker } from './speaker.js';

interface Talk {
  conversationId: string;
  title: string;
  speaker: Speaker;
  /** Questions that get an answer; regenerations and titles come on top. */
  turns: number;
  endsAt: Date;
  providers: readonly DbProviderConfig[];
  random: Random;
}

interface Answering {
  type?: string;
  replaces?: Interaction;
}

const failures = [
  'The provider answered 429: rate limit reached, try again in 20 s.',
  'The connection was closed before the answer was complete.',
  'The model is not available for this key.',
  'The context is longer than the model allows (33,412 of 32,768 tokens).',
];

/** Roughly what a tokenizer makes of it. */
const tokens = (text: string): number => Math.ceil(text.length / 3.8);

/** Writes the interactions of one conversation, in the order of their index. */
export function createTurns(talk: Talk): Interaction[] {
  const { conversationId, speaker, random, endsAt } = talk;
  const interactions: Interaction[] = [];
  // Time runs from 1970 here and is moved to end at `endsAt` when its length is known.
  let clock = 0;
  let context = 400;
  const enabled = talk.providers.filter(({ isEnabled }) => isEnabled);
  let provider = random.pick(enabled);

  const add = (
    fields: Partial<Interaction>,
    response: unknown,
    milliseconds: number,
  ): Interaction => {
    const startedAt = new Date(clock);
    clock += milliseconds;
    const interaction: Interaction = {
      id: random.id(),
      conversationId,
      type: 'message.user_assistant',
      index: interactions.length,
      parentId: null,
      prompt: null,
      status: 'COMPLETED',
      startedAt,
      endedAt: new Date(clock),
      rating: null,
      metadata: {},
      ...fields,
      response,
    };
    interactions.push(interaction);
    return interaction;
  };

  const answer = (question: Question, { type, replaces }: Answering = {}): Interaction => {
    const text = speaker.answer(question.shape);
    const outcome = random.weighted({ COMPLETED: 94, ERROR: 3, CANCELLED: 2.4, WARNING: 0.6 });
    const response =
      outcome === 'ERROR'
        ? null
        : outcome === 'CANCELLED'
          ? text.slice(0, Math.floor(text.length * 0.4))
          : text;
    const written = tokens(response ?? '');
    const waited = random.int(240, 2_600);
    const took = waited + written * random.int(12, 40);
    context += tokens(question.text);
    const metadata: InteractionMetadata = {
      modelId: random.pick(provider.enabledModels ?? ['unknown']),
      providerId: provider.id,
      inputTokens: context,
      outputTokens: written,
      timeToFirstToken: waited,
      generationTime: took - waited,
    };
    context += written;
    if (random.chance(0.12)) metadata.reasoning = speaker.think();
    if (outcome === 'ERROR') metadata.error = random.pick(failures);
    if (outcome === 'WARNING') metadata.error = 'The answer reached the limit of 4,096 tokens.';
    if (replaces) metadata.regeneratedFromId = replaces.id;
    else if (random.chance(0.08)) Object.assign(metadata, attachment(speaker, random));
    if (random.chance(0.06)) Object.assign(metadata, toolUse(talk.title, clock, random));
    const prompt = replaces?.prompt ?? { id: random.id(), content: question.text, parameters: {} };
    const interaction = add(
      { prompt, status: outcome, metadata, parentId: replaces?.id ?? null, ...(type && { type }) },
      response,
      took,
    );
    if (outcome === 'COMPLETED' && random.chance(0.1))
      interaction.rating = random.pick([5, 4, 5, 3, -3]);
    return interaction;
  };

  for (let turn = 0; turn < talk.turns; turn++) {
    if (turn > 0) clock += pause(random);
    if (random.chance(0.05)) provider = random.pick(enabled);
    const question = speaker.ask(turn);
    let last = answer(question);
    if (turn === 0 && random.chance(0.15)) nameConversation(add, talk.title, random);
    // Whoever got an error asks again; others do when they did not like the answer.
    for (let again = last.status === 'ERROR' ? 0.9 : 0.07; random.chance(again); again = 0.15) {
      clock += random.int(3_000, 60_000);
      last = answer(question, { type: 'message.assistant_regen', replaces: last });
    }
    if (random.chance(0.012)) {
      clock += MINUTE;
      answer(speaker.ask(turn + 1), { type: 'message.user_edit' }).parentId = last.id;
    }
    if (random.chance(0.012)) {
      clock += MINUTE;
      const read = typeof last.response === 'string' ? last.response : '';
      const passage = `Explain this passage: “${read.slice(0, 80)}…”`;
      const explained = answer(
        { text: passage, shape: 'short' },
        { type: 'message.assistant_explain' },
      );
      explained.parentId = last.id;
    }
    if (turn > 0 && turn % 30 === 0) {
      const summary = speaker.answer('explained');
      add({ type: 'conversation.compact', prompt: null }, summary, 4_000);
    }
  }

  const shift = endsAt.getTime() - clock;
  for (const interaction of interactions) {
    interaction.startedAt = new Date(shift + Number(interaction.startedAt));
    interaction.endedAt = new Date(shift + Number(interaction.endedAt));
  }
  return interactions;
}

/** Mostly minutes, now and then a day. */
function pause(random: Random): number {
  return random.chance(0.04)
    ? random.int(600, 1_700) * MINUTE
    : random.int(20, random.chance(0.3) ? 1_500 : 240) * 1_000;
}

function nameConversation(
  add: (fields: Partial<Interaction>, response: unknown, milliseconds: number) => Interaction,
  title: string,
  random: Random,
): void {
  const content = 'Write a title of at most eight words for this conversation.';
  const prompt = { id: random.id(), content, parameters: { maxTokens: 32 } };
  add({ type: 'conversation.title_generation', prompt, metadata: { outputTokens: 9 } }, title, 900);
}

function attachment(speaker: Speaker, random: Random): InteractionMetadata {
  const name = random.pick(speaker.files);
  return {
    attachedFiles: [
      {
        id: random.id(),
        name,
        type: mediaType(name),
        size: random.int(900, 2_400_000),
        source: 'direct',
      },
    ],
  };
}

function mediaType(name: string): string {
  if (/\.(jpg|png)$/.test(name)) return name.endsWith('png') ? 'image/png' : 'image/jpeg';
  if (name.endsWith('.pdf')) return 'application/pdf';
  if (name.endsWith('.wav')) return 'audio/wav';
  return name.endsWith('.csv') ? 'text/csv' : 'text/plain';
}

/** Calls and results are kept as JSON text, as the existing application writes them. */
function toolUse(title: string, clock: number, random: Random): InteractionMetadata {
  const toolCallId = `call_${random.id().slice(0, 12)}`;
  const toolName = random.pick(['notes_search', 'calendar_read', 'weather_forecast']);
  const call = { type: 'tool-call', toolCallId, toolName, args: { query: title.slice(0, 40) } };
  const result = { found: random.int(0, 7), took: `${(clock % 900) + 40} ms` };
  return {
    toolCalls: [JSON.stringify(call)],
    toolResults: [JSON.stringify({ type: 'tool-result', toolCallId, toolName, result })],
  };
}
