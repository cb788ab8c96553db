import type { ReactiveControllerHost } from 'lit';
import type { OnDemand } from '../../on-demand.js';

interface Source<Part> {
  /** Undefined while it would take its time. */
  take(): Part | undefined;
  load(): Promise<Part>;
}

/**
 * A part of an element that is not there before its module has been loaded. Updates its host when it
 * comes, and when it does not.
 */
export class LazyPart<Part> {
  readonly #host: ReactiveControllerHost;
  readonly #source: Source<Part>;
  #part: Part | undefined;
  #loading: Promise<Part> | undefined;
  #error: unknown;
  #wishes: ((part: Part) => void)[] = [];

  constructor(host: ReactiveControllerHost, source: Source<Part>) {
    this.#host = host;
    this.#source = source;
  }

  /** Undefined until it has come; asking for it loads nothing. */
  get current(): Part | undefined {
    return this.#part;
  }

  /** Why it did not come, until it is tried again. */
  get error(): unknown {
    return this.#error;
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  /** Whether something was asked of it that it could not do yet. */
  get isAwaited(): boolean {
    return this.#wishes.length > 0;
  }

  /**
   * The part, loaded now if it is not there.
   *
   * @throws {LiteChatError} module-unavailable; the next call tries again.
   */
  load(): Promise<Part> {
    if (this.#part !== undefined) return Promise.resolve(this.#part);
    if (this.#loading) return this.#loading;
    const part = this.#source.take();
    if (part !== undefined) return Promise.resolve(this.#keep(part));
    if (this.#error !== undefined) this.#host.requestUpdate();
    this.#error = undefined;
    this.#loading = this.#source.load().then(
      (loaded) => this.#keep(loaded),
      (error: unknown) => {
        this.#loading = undefined;
        this.#error = error;
        this.#host.requestUpdate();
        throw error;
      },
    );
    return this.#loading;
  }

  /** Loads it for a later use: a failure is for the host to show. */
  begin(): void {
    this.load().catch(() => undefined);
  }

  /** Does something with the part now or when it comes, be it at a later try. */
  use(wish: (part: Part) => void): void {
    if (this.#part !== undefined) {
      wish(this.#part);
      return;
    }
    this.#wishes.push(wish);
    this.begin();
  }

  /** Resolves when the part has come, or has not; at once when nothing is on its way. */
  async settled(): Promise<void> {
    await this.#loading?.catch(() => undefined);
  }

  #keep(part: Part): Part {
    this.#part = part;
    this.#loading = undefined;
    this.#error = undefined;
    this.#host.requestUpdate();
    const wishes = this.#wishes;
    this.#wishes = [];
    for (const wish of wishes) wish(part);
    return part;
  }
}

/** @param make Called once, when the module is there. */
export function lazyPart<Module, Part>(
  host: ReactiveControllerHost,
  module: OnDemand<Module>,
  make: (module: Module) => Part,
): LazyPart<Part> {
  return new LazyPart(host, {
    take: () => (module.loaded === undefined ? undefined : make(module.loaded)),
    load: async () => make(await module.load()),
  });
}
