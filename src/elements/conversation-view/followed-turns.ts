import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { LiveTurns } from '../../stores/live-turns.js';

/**
 * The turns of the conversation of the moment, followed while the host is connected. However often
 * they change, the host is updated once a frame at most.
 */
export class FollowedTurns implements ReactiveController {
  turns: LiveTurns | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #context: PersistenceContext | undefined;
  #end: (() => void) | undefined;
  #frame: number | undefined;

  /** @param changed Called when they are those of another conversation. */
  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.turns) this.#follow(this.turns);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Follows this conversation from now on, or none. */
  show(context: PersistenceContext | undefined, id: string | null): void {
    const isSame = context === this.#context && (this.turns?.conversationId ?? null) === id;
    if (isSame) return;
    this.#stop();
    this.#context = context;
    this.turns =
      context && id !== null
        ? new LiveTurns(context.persistence, context.stores.interactions, id)
        : undefined;
    this.#changed();
    if (this.turns) this.#follow(this.turns);
  }

  #follow(turns: LiveTurns): void {
    const unsubscribe = turns.state.subscribe(() => {
      // In a page that nobody sees there are no frames, nor anyone to miss them.
      this.#frame ??= requestAnimationFrame(() => {
        this.#frame = undefined;
        this.#host.requestUpdate();
      });
    });
    this.#end = () => {
      unsubscribe();
      turns.stop();
    };
    turns.follow();
  }

  #stop(): void {
    this.#end?.();
    this.#end = undefined;
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
  }
}
