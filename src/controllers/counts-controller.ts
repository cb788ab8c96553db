import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CollectionCounts } from '../persistence/counts.js';
import { observe } from '../persistence/observe.js';
import type { Persistence } from '../persistence/persistence.js';

/** Follows how many records each collection holds, while its host is connected. */
export class CountsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => Persistence | undefined;
  #persistence: Persistence | undefined;
  #stop: (() => void) | undefined;
  #counts: CollectionCounts | undefined;
  #error: unknown;

  /** @param source Answers the persistence of the moment, or none yet. */
  constructor(host: ReactiveControllerHost & HTMLElement, source: () => Persistence | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Undefined until counted for the first time, and when counting failed. */
  get counts(): CollectionCounts | undefined {
    this.#follow();
    return this.#counts;
  }

  get error(): unknown {
    this.#follow();
    return this.#error;
  }

  /** Counts again after a failure. */
  retry(): void {
    this.#end();
    this.#show(undefined, undefined);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #follow(): void {
    const persistence = this.#source();
    if (persistence !== this.#persistence) {
      this.#end();
      this.#persistence = persistence;
      this.#counts = undefined;
      this.#error = undefined;
    }
    if (!persistence || this.#stop || !this.#host.isConnected) return;
    this.#stop = observe(
      () => persistence.countRecords(),
      (counts) => this.#show(counts, undefined),
      (error) => this.#show(undefined, error),
    );
  }

  #show(counts: CollectionCounts | undefined, error: unknown): void {
    this.#counts = counts;
    this.#error = error;
    this.#host.requestUpdate();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
