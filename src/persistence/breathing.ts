/** Half a frame: what else the page has to do in one needs the other half. */
const LONGEST_MILLISECONDS = 8;

/** Work in a page lets others have their turn now and then; a worker has nothing else to do. */
export class Breathing {
  readonly #isInPage = typeof document !== 'undefined';
  #since = performance.now();

  get isInPage(): boolean {
    return this.#isInPage;
  }

  /** Call it often. */
  readonly breathe = async (): Promise<void> => {
    if (!this.#isInPage || performance.now() - this.#since < LONGEST_MILLISECONDS) return;
    await nextTask();
    this.#since = performance.now();
  };
}

/** Nested timers wait four milliseconds each; a message comes at once. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
