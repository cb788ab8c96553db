import { Deck, type Random } from './random.js';
import { capitalised, type Question, type Shape, type Speaker } from './speaker.js';
import { lines, type Topic } from './topics/topic.js';

/** Slots are filled from the topic: `{thing}`, or `{Thing}` at the start of a sentence. */
const openings = lines(`
  {Subject}. Where do I start?
  I am stuck with this: {subject}. What I see is that {condition}.
  Quick one about {subject}. Is it {thing}, or am I looking in the wrong place?
  {Subject}: can you explain it to me from the beginning? I know the basics, but {condition} and I do not know why.
  I have an hour tonight for {subject}. What would you do first, and what can wait?
  Second opinion wanted on {subject}. Somebody told me to {action}. True?
  {Subject}. I have tried to {action}, and still {condition}. What am I missing?
  Help me think about {subject}. I keep going back and forth between {thing} and {thing}.`);

const followUps: readonly (readonly [Shape, readonly string[]])[] = [
  [
    'short',
    lines(`
      Shorter, please, I am on my phone.
      Could it be {thing}?
      So {action}, and that is all?
      Thanks. And what if {condition}?
      Does {thing} matter here at all?
      Which of the two would you do: {action}, or {action}?`),
  ],
  [
    'explained',
    lines(`
      Why does {thing} make such a difference?
      I did that. Now {condition}. Next?
      You said: {reason}. How do you know?
      What did you mean about {thing}? I thought the opposite.
      Yesterday it worked, today {condition}. Nothing else changed.
      Explain that as if I had never heard of {thing}.`),
  ],
  [
    'steps',
    lines(`
      Can you give me the steps in order? I will print them.
      A checklist for tomorrow morning, please.
      What do I do if {condition} again? Step by step.`),
  ],
  [
    'block',
    lines(`
      Show me an example, please.
      Can you put that into something I can copy?
      An overview would help, I lose track.`),
  ],
  [
    'long',
    lines(`
      Let us do this properly. Everything I should know about {thing} and {thing}, with an example.
      Can you sum up where we are? I want to send it to somebody who has not read all of this.
      Give me the long version. I have time, and {condition} more often than I like.`),
  ],
];

const starts = lines(`
  Short answer: {action}, and see whether that settles it.
  This is more common than it looks: {reason}.
  Two things are mixed up here, {thing} and {thing}, and it pays to keep them apart.
  Good that you mention it; {thing} is where I would look first.
  Mostly yes. The exception is when {condition}.
  It depends on {thing}. If {condition}, {action}; if not, leave it as it is.
  I would turn the question round: what happens when {condition}?
  Nothing is broken. It looks that way because {reason}.`);

const bodies = lines(`
  {fact}
  {fact}
  {fact}
  {Action}, because {reason}.
  Many people blame {thing}, but {reason}.
  I would not change {thing} and {thing} at the same time, or you cannot tell which one helped.
  If {condition}, {action}.
  Keep an eye on {thing}: when {condition}, it is time to act.
  {Thing} matters less than {thing}, at least at the start.
  The reason is simple: {reason}.
  Do it in this order: {action}, then {action}.
  When {condition}, the cause is usually {thing}.
  What helps in practice: {action}. What seldom helps is to start with {thing}.
  You can leave {thing} alone for now.`);

const ends = lines(`
  Tell me how it goes with {thing}, and we can narrow it down.
  If {condition} after that, come back with the details.
  Give that one honest try before you change {thing}.
  I would stop there for today.
  That leaves {thing}, which can wait until next week.`);

const thoughts = lines(`
  The user asks about {subject}.
  First I should separate {thing} from {thing}.
  It may be that {reason}; then the advice to {action} fits.
  If {condition}, the answer changes, so I should say so.
  They seem to know the basics, so no lecture.
  I will give one recommendation and one way to check it.`);

const headings = lines(`
  What is going on
  Where to start
  What to watch
  If it does not help
  In short`);

/** Talks about a topic in sentences put together from its phrases. */
export class TopicSpeaker implements Speaker {
  readonly files: readonly string[];
  readonly #random: Random;
  readonly #subject: string;
  readonly #actions: readonly string[];
  readonly #slots: Readonly<Record<string, Deck<string>>>;
  readonly #blocks: Deck<string>;
  readonly #openings: Deck<string>;
  readonly #followUps: Readonly<Record<Shape, Deck<string>>>;
  readonly #starts: Deck<string>;
  readonly #bodies: Deck<string>;
  readonly #ends: Deck<string>;

  constructor(topic: Topic, subject: string, random: Random) {
    const deck = (items: readonly string[]) => new Deck(random, items);
    this.files = topic.files;
    this.#random = random;
    // An emoji belongs to the title and not to the sentence.
    this.#subject = subject.replace(/\s*\p{Extended_Pictographic}\uFE0F?$/u, '');
    this.#actions = topic.actions;
    this.#slots = {
      thing: deck(topic.things),
      action: deck(topic.actions),
      reason: deck(topic.reasons),
      condition: deck(topic.conditions),
      fact: deck(topic.facts),
    };
    this.#blocks = deck(topic.blocks);
    this.#openings = deck(openings);
    this.#followUps = Object.fromEntries(
      followUps.map(([shape, texts]) => [shape, deck(texts)]),
    ) as Record<Shape, Deck<string>>;
    this.#starts = deck(starts);
    this.#bodies = deck(bodies);
    this.#ends = deck(ends);
  }

  ask(turn: number): Question {
    const first = turn === 0;
    const shape = this.#random.weighted<Shape>(
      first
        ? { short: 1, explained: 4, steps: 2, block: 1, long: 2 }
        : { short: 5, explained: 5, steps: 2, block: 2, long: 1 },
    );
    const template = first ? this.#openings.deal() : this.#followUps[shape].deal();
    return { text: this.#fill(template), shape };
  }

  answer(shape: Shape): string {
    const between = (from: number, to: number) => this.#random.int(from, to);
    const start = this.#fill(this.#starts.deal());
    const end = this.#fill(this.#ends.deal());
    switch (shape) {
      case 'short':
        return `${start} ${this.#paragraph(between(2, 3))}`;
      case 'explained':
        return [
          `${start} ${this.#paragraph(between(2, 4))}`,
          this.#paragraph(between(2, 5)),
          end,
        ].join('\n\n');
      case 'steps':
        return [start, this.#steps(between(4, 6)), `${this.#paragraph(2)} ${end}`].join('\n\n');
      case 'block':
        return [start, this.#blocks.deal(), this.#paragraph(between(2, 4))].join('\n\n');
      case 'long':
        return this.#article(start, end);
    }
  }

  think(): string {
    const count = this.#random.int(3, thoughts.length);
    return thoughts
      .slice(0, count)
      .map((text) => this.#fill(text))
      .join(' ');
  }

  #article(start: string, end: string): string {
    const sections = headings
      .slice(0, this.#random.int(3, headings.length))
      .map((heading, position) => {
        const extra = position === 1 ? `\n\n${this.#steps(5)}` : '';
        const block = position === 2 ? `\n\n${this.#blocks.deal()}` : '';
        return `## ${heading}\n\n${this.#paragraph(this.#random.int(3, 7))}${extra}${block}`;
      });
    return [start, ...sections, end].join('\n\n');
  }

  #paragraph(sentences: number): string {
    return Array.from({ length: sentences }, () => this.#fill(this.#bodies.deal())).join(' ');
  }

  #steps(count: number): string {
    const actions = this.#random.shuffled(this.#actions).slice(0, count);
    return actions
      .map((action, position) => {
        const why = this.#random.chance(0.4) ? ': {reason}' : '';
        return this.#fill(`${position + 1}. ${capitalised(action)}${why}.`);
      })
      .join('\n');
  }

  #fill(template: string): string {
    return template.replace(/\{(\w)(\w*)\}/g, (_slot, initial: string, rest: string) => {
      const name = initial.toLowerCase() + rest;
      const text = name === 'subject' ? this.#subject : (this.#slots[name]?.deal() ?? '');
      return initial === initial.toLowerCase() ? text : capitalised(text);
    });
  }
}
