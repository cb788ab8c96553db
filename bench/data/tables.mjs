import { poolFor, textOf } from './text.mjs';
import { conversation, interaction, INTERACTIONS_PER_CONVERSATION, NON_LATIN } from './rows.mjs';
import { plantedIn, randomOfRow, textOfWords, titleOfWords } from './words.mjs';

const conversationsOf = (interactions) => Math.ceil(interactions / INTERACTIONS_PER_CONVERSATION);

/** Conversations with ten interactions each, about 2.2 kB an interaction. */
function chats({ interactions, seed }) {
  return [
    {
      table: 'conversations',
      count: conversationsOf(interactions),
      row: (number) => conversation(seed, number),
    },
    { table: 'interactions', count: interactions, row: (number) => interaction(seed, number) },
  ];
}

/** Conversations alone, which is all that a list reads. */
function list({ conversations, seed }) {
  const row = (number) => {
    const random = randomOfRow(seed, number);
    const isLatin = random() >= NON_LATIN;
    const title = isLatin ? titleOfWords(random) : textOf(random, poolFor(random, 1), 40).trim();
    return { ...conversation(seed, number), title };
  };
  return [{ table: 'conversations', count: conversations, row }];
}

/** The chats with texts whose words are as rare as those of a language, about 2,000 characters each. */
function words({ interactions, seed }) {
  const [conversations] = chats({ interactions, seed });
  const row = (number) => {
    const made = interaction(seed, number);
    const random = randomOfRow(seed, number);
    if (random() < NON_LATIN) {
      const sentences = poolFor(random, 1);
      made.prompt.content = textOf(random, sentences, 2 * (150 + random() * 500));
      made.response = textOf(random, sentences, 2 * (800 + random() * 1800));
    } else {
      made.prompt.content = textOfWords(random, 150 + random() * 500);
      made.response = textOfWords(random, 800 + random() * 1800);
    }
    const planted = plantedIn(number, interactions);
    if (planted) made.response += ` ${planted}.`;
    return made;
  };
  return [conversations, { table: 'interactions', count: interactions, row }];
}

const kinds = { chats, list, words };

/**
 * The tables of a database, as `sizeOf` describes it.
 *
 * @param {{ data: 'chats' | 'list' | 'words', interactions?: number, conversations?: number,
 * seed: number }} size Another seed gives other rows.
 * @returns {{ table: string, count: number, row: (number: number) => object }[]}
 */
export const tables = (size) => kinds[size.data](size);
