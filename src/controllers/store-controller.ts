import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StoreApi } from 'zustand/vanilla';

type ReadableStore<State> = Pick<StoreApi<State>, 'getState' | 'subscribe'>;

/** Updates its host with every change of a store, while the host is connected. */
export class StoreController<State> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => ReadableStore<State> | undefined;
  #store: ReadableStore<State> | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param source Answers the store of the moment, or none yet; it may change over time. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    source: () => ReadableStore<State> | undefined,
  ) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get state(): State | undefined {
    const store = this.#source();
    if (this.#host.isConnected) this.#follow(store);
    return store?.getState();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(store: ReadableStore<State> | undefined): void {
    if (store === this.#store) return;
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store?.subscribe(() => this.#host.requestUpdate());
  }
}
