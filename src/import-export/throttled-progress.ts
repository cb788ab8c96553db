import type { Progress } from './types.js';

/** Twenty a second look like movement; more would only keep the page busy. */
const INTERVAL_MILLISECONDS = 50;

/** Passes progress on at most every 50 ms, at the start of each phase, and at the end. */
export class ThrottledProgress {
  readonly #onProgress: (progress: Progress) => void;
  #passedOn: { at: number; phase: Progress['phase'] } | undefined;
  #heldBack: Progress | undefined;

  constructor(onProgress: (progress: Progress) => void) {
    this.#onProgress = onProgress;
  }

  readonly report = (progress: Progress): void => {
    const now = performance.now();
    const isNews =
      this.#passedOn?.phase !== progress.phase || now - this.#passedOn.at >= INTERVAL_MILLISECONDS;
    if (isNews) {
      // A phase ends with its last figure, however soon the next one begins.
      if (this.#passedOn?.phase !== progress.phase) this.flush();
      this.#passedOn = { at: now, phase: progress.phase };
      this.#heldBack = undefined;
      this.#onProgress(progress);
    } else {
      this.#heldBack = progress;
    }
  };

  /** Passes on what was held back. */
  flush(): void {
    const last = this.#heldBack;
    this.#heldBack = undefined;
    if (last) this.#onProgress(last);
  }
}
