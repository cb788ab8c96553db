import type { ReactiveControllerHost } from 'lit';
import { LiteChatError } from '../errors.js';
import type { Progress, TransferOptions } from '../import-export/types.js';

/** How an operation that takes its time stands. */
export type OperationState<Result> =
  | { state: 'idle' }
  | { state: 'running'; progress: Progress | undefined }
  | { state: 'done'; result: Result }
  | { state: 'failed'; error: unknown }
  | { state: 'cancelled' };

/** The user closed a dialog of the browser, such as the one that asks where to save a file. */
const isDismissal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/**
 * Runs one operation at a time and keeps how it stands, or ended, for its host to show. It goes on
 * when its host leaves the page, which may be a mere move.
 */
export class Operation<Result> {
  readonly #host: ReactiveControllerHost;
  #current: OperationState<Result> = { state: 'idle' };
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get current(): OperationState<Result> {
    return this.#current;
  }

  get isRunning(): boolean {
    return this.#current.state === 'running';
  }

  /** Does nothing while one is running. Resolves to how it ended, and never rejects. */
  async run(
    operation: (options: Required<TransferOptions>) => Promise<Result>,
  ): Promise<OperationState<Result>> {
    if (this.isRunning) return this.#current;
    const abort = new AbortController();
    this.#abort = abort;
    this.#show({ state: 'running', progress: undefined });
    try {
      const result = await operation({
        signal: abort.signal,
        onProgress: (progress) => this.#show({ state: 'running', progress }),
      });
      this.#show({ state: 'done', result });
    } catch (error) {
      const wasCancelled =
        (abort.signal.aborted && error === abort.signal.reason) || isDismissal(error);
      // Anything else than our own error is a mistake in the program, which the page should hear of.
      if (!wasCancelled && !(error instanceof LiteChatError)) reportError(error);
      this.#show(wasCancelled ? { state: 'cancelled' } : { state: 'failed', error });
    }
    return this.#current;
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Forgets how the last one ended. */
  reset(): void {
    if (!this.isRunning) this.#show({ state: 'idle' });
  }

  #show(state: OperationState<Result>): void {
    this.#current = state;
    this.#host.requestUpdate();
  }
}
