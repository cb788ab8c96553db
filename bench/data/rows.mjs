import { pick, randomId, seededRandom } from './random.mjs';
import { poolFor, textOf } from './text.mjs';

export const INTERACTIONS_PER_CONVERSATION = 10;
export const NON_LATIN = 0.12;
/** Bytes of texts in an interaction's JSON, which with its other fields make about 2.2 kB. */
const PROMPT_BYTES = 330;
const RESPONSE_BYTES = 1225;

const MINUTE = 60_000;
const BEGINNING = Date.UTC(2024, 0, 1);

/** Every row has numbers of its own, so that it can be made without those before it. */
const randomOf = (kind, seed, number) => seededRandom(seed * 1_000_003 + number * 2 + kind);

const conversationId = (seed, number) => randomId(randomOf(0, seed, number));

/** @returns A row of `conversations`, the same for the same seed and number. */
export function conversation(seed, number) {
  const random = randomOf(0, seed, number);
  const id = randomId(random);
  const createdAt = BEGINNING + number * 10 * MINUTE;
  return {
    id,
    title: textOf(random, poolFor(random, NON_LATIN), 40).trim(),
    projectId: null,
    syncRepoId: null,
    lastSyncedAt: null,
    metadata: { enabledTools: ['fetch'], toolMaxStepsOverride: 5 },
    createdAt: new Date(createdAt),
    updatedAt: new Date(createdAt + 9 * MINUTE + Math.floor(random() * MINUTE)),
  };
}

/** @returns A row of `interactions`, the same for the same seed and number. */
export function interaction(seed, number) {
  const random = randomOf(1, seed, number);
  const sentences = poolFor(random, NON_LATIN);
  const around = (bytes) => bytes * (0.5 + random());
  const startedAt = BEGINNING + number * MINUTE;
  const inputTokens = Math.floor(random() * 4000);
  return {
    id: randomId(random),
    conversationId: conversationId(seed, Math.floor(number / INTERACTIONS_PER_CONVERSATION)),
    type: 'message.user_assistant',
    index: number % INTERACTIONS_PER_CONVERSATION,
    parentId: null,
    prompt: {
      id: randomId(random),
      content: textOf(random, sentences, around(PROMPT_BYTES)),
      parameters: { temperature: 0.7 },
      metadata: { attachedFiles: [] },
    },
    response: textOf(random, sentences, around(RESPONSE_BYTES)),
    status: 'COMPLETED',
    startedAt: new Date(startedAt),
    endedAt: new Date(startedAt + 1000 + Math.floor(random() * 20_000)),
    rating: pick(random, [null, null, null, 1, -1]),
    metadata: {
      modelId: pick(random, ['provider:model-large', 'provider:model-small']),
      providerId: 'provider',
      inputTokens,
      outputTokens: Math.floor(random() * 2000),
      toolCalls: [],
      toolResults: [],
      timeToFirstToken: Math.floor(random() * 900),
      generationTime: Math.floor(random() * 20_000),
    },
  };
}
