import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its host at an interval while it is connected, so that "2 h" becomes "3 h". */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #milliseconds: number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, milliseconds = 60_000) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#milliseconds);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
