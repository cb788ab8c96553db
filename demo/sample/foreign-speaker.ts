import { Deck, type Random } from './random.js';
import type { Question, Shape, Speaker } from './speaker.js';
import type { ForeignTopic } from './topics/other-scripts.js';

const lengths: Readonly<Record<Shape, number>> = {
  short: 3,
  explained: 5,
  steps: 4,
  block: 4,
  long: 12,
};

/** Talks in whole sentences of another script. */
export class ForeignSpeaker implements Speaker {
  readonly files = ['IMG_2041.jpg', 'メモ.txt'];
  readonly #title: string;
  readonly #random: Random;
  readonly #questions: Deck<string>;
  readonly #sentences: Deck<string>;

  constructor(topic: ForeignTopic, title: string, random: Random) {
    this.#title = title;
    this.#random = random;
    this.#questions = new Deck(random, topic.questions);
    this.#sentences = new Deck(random, topic.sentences);
  }

  ask(turn: number): Question {
    const shape = this.#random.weighted<Shape>({
      short: 3,
      explained: 4,
      steps: 2,
      block: 0,
      long: 1,
    });
    const question = this.#questions.deal();
    return { text: turn === 0 ? `${this.#title}\n\n${question}` : question, shape };
  }

  answer(shape: Shape): string {
    const sentences = Array.from({ length: lengths[shape] }, () => this.#sentences.deal());
    if (shape === 'steps') return sentences.map((text) => `- ${text}`).join('\n');
    const half = Math.ceil(sentences.length / 2);
    return [sentences.slice(0, half), sentences.slice(half)]
      .map((part) => part.join(' '))
      .join('\n\n');
  }

  think(): string {
    return this.answer('short');
  }
}
