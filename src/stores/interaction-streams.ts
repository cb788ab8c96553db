import type { Interaction } from '../model/entities.js';
import { CoalescedStream, type InteractionStream, type Streamed } from './interaction-stream.js';
import { whenPageHides } from './page-hiding.js';

/** How the changes of a stream reach the database. */
export interface StreamWrites {
  read(id: string): Promise<Interaction | undefined>;
  write(id: string, changes: Partial<Interaction>): Promise<Interaction>;
  /** Tells of writes with which interactions may have gone, until the function it returns is called. */
  watchDeleted(listener: (mayBeGone: (id: string) => boolean) => void): () => void;
  /** Puts the row at once, for a page that is about to go. */
  keep(row: Interaction, updates: Partial<Interaction>): void;
  finish(id: string, changes: Partial<Interaction>, all: Partial<Interaction>): Promise<void>;
}

/** The answers that are arriving in this page. */
export class InteractionStreams {
  /** Replaced with every change, so that comparing tells. */
  streamed: ReadonlyMap<string, Streamed> = new Map();
  readonly #writes: StreamWrites;
  readonly #changed: () => void;
  readonly #open = new Map<string, CoalescedStream>();
  #endings: readonly (() => void)[] = [];

  /** @param changed Called with every change of `streamed`. */
  constructor(writes: StreamWrites, changed: () => void) {
    this.#writes = writes;
    this.#changed = changed;
  }

  /** The stream of the interaction that is open, or a new one. */
  begin(id: string): InteractionStream {
    const open = this.#open.get(id);
    if (open) return open;
    const stream = new CoalescedStream(id, {
      changed: () => this.#show(),
      write: (changes) => this.#writes.write(id, changes),
      keep: (row, updates) => this.#writes.keep(row, updates),
      finish: (changes, all) => this.#writes.finish(id, changes, all),
      ended: () => this.#remove(id),
    });
    this.#open.set(id, stream);
    if (this.#open.size === 1) this.#endings = this.#watch();
    this.#writes.read(id).then(
      (row) => stream.know(row),
      // The first write tells what is wrong with the database.
      () => undefined,
    );
    this.#show();
    return stream;
  }

  /** Starts to write all that is not written yet, before it returns. */
  flush(): void {
    for (const stream of this.#open.values()) stream.flush();
  }

  /** The rows as the streams make them. */
  over(rows: Interaction[]): Interaction[] {
    if (this.streamed.size === 0) return rows;
    return rows.map((row) => {
      const streamed = this.streamed.get(row.id);
      return streamed ? { ...row, ...streamed.updates } : row;
    });
  }

  #watch(): (() => void)[] {
    return [
      whenPageHides(() => {
        for (const open of this.#open.values()) open.leave();
      }),
      this.#writes.watchDeleted((mayBeGone) => {
        for (const open of this.#open.values()) if (mayBeGone(open.id)) open.know(undefined);
      }),
    ];
  }

  #remove(id: string): void {
    this.#open.delete(id);
    if (this.#open.size === 0) for (const end of this.#endings) end();
    this.#show();
  }

  #show(): void {
    this.streamed = new Map([...this.#open].map(([id, stream]) => [id, stream.streamed]));
    this.#changed();
  }
}
