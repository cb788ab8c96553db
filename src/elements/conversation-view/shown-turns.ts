import type { Turn } from '../../formats/conversation-turns.js';
import type { Interaction } from '../../model/entities.js';
import { hasOutcome } from '../../stores/interaction-outline.js';

/** A question or an answer, by the key under which it is found again. */
export interface Message {
  key: string;
  part: 'question' | 'answer';
  /** Of the turn. */
  index: number;
}

/** A turn with the version of its answer that is shown; without what its interactions say. */
export interface ShownTurn {
  /** The same as long as the turn is there, whichever answers it is given. */
  key: string;
  asked: Interaction;
  shown: Interaction;
  /** Oldest first, the current one last. */
  versions: readonly Interaction[];
  /** The position of its first message in the conversation, from 1. */
  position: number;
  messages: readonly Message[];
}

/** The turns of a conversation as the user looks at them. */
export class ShownTurns {
  turns: readonly ShownTurn[] = [];
  messageCount = 0;
  #source: readonly Turn[] = [];
  #chosen = new Map<string, string>();
  #byMessage = new Map<string, Message>();

  /** Takes the turns of the moment. */
  show(source: readonly Turn[]): void {
    if (source === this.#source) return;
    this.#source = source;
    this.#arrange();
  }

  /** Forgets what was chosen, for another conversation. */
  clear(): void {
    this.#chosen.clear();
    this.show([]);
  }

  /** Shows another version of an answer; the current one is shown whichever it will be. */
  choose(turn: ShownTurn, version: Interaction): void {
    if (version === turn.versions.at(-1)) this.#chosen.delete(turn.key);
    else this.#chosen.set(turn.key, version.id);
    this.#arrange();
  }

  message(key: string | undefined): Message | undefined {
    return key === undefined ? undefined : this.#byMessage.get(key);
  }

  /**
   * The message of an interaction, be it of an answer that is not shown, which is chosen then.
   *
   * @param part Which of the two that an interaction may hold; the first unless given.
   */
  find(interactionId: string, part: Message['part'] | undefined): Message | undefined {
    const isMeant = ({ id }: Interaction): boolean => id === interactionId;
    const turn = this.turns.find(({ asked, versions }) => isMeant(asked) || versions.some(isMeant));
    if (!turn) return undefined;
    const version = turn.versions.find(isMeant);
    if (version && version !== turn.shown) this.choose(turn, version);
    const messages = this.turns.find(({ key }) => key === turn.key)?.messages ?? [];
    return messages.find((message) => message.part === part) ?? messages[0];
  }

  /** The message so many further on, or the first or last one. */
  messageBeside(key: string, by: number): Message | undefined {
    const messages = [...this.#byMessage.values()];
    const at = messages.findIndex((message) => message.key === key);
    return messages[Math.min(messages.length - 1, Math.max(0, at + by))];
  }

  #arrange(): void {
    this.#byMessage.clear();
    this.messageCount = 0;
    this.turns = this.#source.map((turn, index) => this.#shown(turn, index));
  }

  #shown({ current, asked, alternatives }: Turn, index: number): ShownTurn {
    const versions = [...alternatives.toReversed(), current];
    const key = versions[0]?.id ?? current.id;
    const shown = versions.find(({ id }) => id === this.#chosen.get(key)) ?? current;
    const messages: Message[] = [];
    if (asked.prompt) messages.push({ key: `${key} question`, part: 'question', index });
    // A question that nobody answered, such as one that was edited, stands alone.
    if (!asked.prompt || hasOutcome(shown) || shown.status !== 'COMPLETED') {
      messages.push({ key: `${key} answer`, part: 'answer', index });
    }
    const position = this.messageCount + 1;
    this.messageCount += messages.length;
    for (const message of messages) this.#byMessage.set(message.key, message);
    return { key, asked, shown, versions, position, messages };
  }
}
