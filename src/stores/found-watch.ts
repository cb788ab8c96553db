import { observe } from '../persistence/observe.js';
import type { Persistence } from '../persistence/persistence.js';
import { FoundConversations } from '../persistence/search/found-conversations.js';
import { run } from '../persistence/run.js';

/** The first of them stand in sight; to follow thousands would cost more than it tells. */
const MOST = 200;
/** A keystroke later they are others: only what stands for a while is worth being followed. */
const REST_MILLISECONDS = 300;

/** Tells when conversations that hold hits are named, moved, put into the trash or taken back. */
export class FoundWatch {
  readonly #database: Persistence['database'];
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | undefined;

  constructor({ database }: Persistence, changed: () => void) {
    this.#database = database;
    this.#changed = changed;
  }

  /** Watches what is found from now on. */
  watch(found: FoundConversations): void {
    this.stop();
    this.#timer = setTimeout(() => this.#observe(found), REST_MILLISECONDS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#end = undefined;
  }

  #observe(found: FoundConversations): void {
    const database = this.#database;
    const ids = found.ids.slice(0, MOST);
    this.#end = observe(
      async () => {
        const now = new FoundConversations();
        await run(database, () => now.read(database, ids));
        return now;
      },
      (now) => {
        if (!now.isSame(found)) this.#changed();
      },
      () => {
        // The store follows the index in the same database, and tells of its failure.
      },
    );
  }
}
