import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiteChatDatabase } from '../database/litechat-database.js';
import type { StorageUsage } from '../persistence/measure-usage.js';
import { refreshUsage, watchUsage } from '../persistence/usage-watch.js';

/** Follows how much each collection takes, and of how much room, while its host is connected. */
export class UsageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => LiteChatDatabase | undefined;
  #database: LiteChatDatabase | undefined;
  #stop: (() => void) | undefined;
  #usage: StorageUsage | undefined;
  #error: unknown;

  /** @param source Answers the database of the moment, or none yet. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    source: () => LiteChatDatabase | undefined,
  ) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Undefined until measured for the first time, and when that failed. */
  get usage(): StorageUsage | undefined {
    this.#follow();
    return this.#usage;
  }

  get error(): unknown {
    this.#follow();
    return this.#error;
  }

  /** Measures again, after a failure or when the browser has answered a request. */
  refresh(): void {
    if (this.#database) refreshUsage(this.#database);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #follow(): void {
    const database = this.#source();
    if (database !== this.#database) {
      this.#end();
      this.#database = database;
      this.#usage = undefined;
      this.#error = undefined;
    }
    if (!database || this.#stop || !this.#host.isConnected) return;
    this.#stop = watchUsage(database, (usage, error) => {
      this.#usage = usage;
      this.#error = error;
      this.#host.requestUpdate();
    });
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
