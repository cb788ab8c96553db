import { LiteChatError } from '../errors.js';
import type { Interaction } from '../model/entities.js';
import { dateFields } from '../model/schemas.js';
import { asLiteChatError } from './live-rows.js';
import { plainChanges } from './plain-changes.js';

/** An answer that arrives in pieces: each is shown at once, and few are written. */
export interface InteractionStream {
  readonly id: string;
  /**
   * Changes fields of the interaction, each as a whole: `response` is all the text so far. Written
   * within a tenth of a second, with what else has come until then.
   *
   * @throws {LiteChatError} record-invalid for what cannot be stored, or not-found after the end.
   */
  update(updates: Partial<Interaction>): void;
  /**
   * Makes the last changes, writes all, and moves the conversation's `updatedAt`.
   *
   * @throws {LiteChatError} Why it could not be written. What was shown stays, and `end` may be
   * called again.
   */
  end(updates?: Partial<Interaction>): Promise<void>;
}

/** What a stream has that the database may not have yet. */
export interface Streamed {
  updates: Partial<Interaction>;
  /** Why the last write failed; what it should have written is part of the next one. */
  error?: LiteChatError;
}

/** What is between a stream and the store. */
export interface StreamOwner {
  changed(): void;
  write(changes: Partial<Interaction>): Promise<Interaction>;
  keep(row: Interaction, updates: Partial<Interaction>): void;
  /** Writes the last changes and shows all of them from now on without the stream. */
  finish(changes: Partial<Interaction>, all: Partial<Interaction>): Promise<void>;
  /** Called once nothing is to be expected from the stream any more. */
  ended(): void;
}

/** At most so often is a stream written. */
const WRITE_MILLISECONDS = 100;

/** A row read or written so long ago may have been changed or deleted by others. */
const FRESH_MILLISECONDS = 1000;

/** Gathers the changes of one interaction and writes them now and then. */
export class CoalescedStream implements InteractionStream {
  readonly id: string;
  streamed: Streamed = { updates: {} };
  readonly #owner: StreamOwner;
  /** Names rather than values: whenever it is written, a field is written as it is by then. */
  #unwritten = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #known: { row: Interaction; at: number } | undefined;
  #isEnding = false;
  #isEnded = false;

  constructor(id: string, owner: StreamOwner) {
    this.id = id;
    this.#owner = owner;
  }

  update(updates: Partial<Interaction>): void {
    if (this.#isEnded || this.#isEnding) {
      throw new LiteChatError('not-found', 'This answer has ended. Nothing was changed.', {
        path: `interactions.${this.id}`,
      });
    }
    this.#take(updates);
    this.#writeLater();
  }

  async end(updates: Partial<Interaction> = {}): Promise<void> {
    if (this.#isEnded) return;
    this.#take(updates);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isEnding = true;
    try {
      await this.#writing;
      const changes = this.#unwrittenChanges();
      // They count as unwritten until they are not: the page may go meanwhile.
      await this.#owner.finish(changes, this.streamed.updates);
    } catch (error) {
      this.#isEnding = false;
      this.#failed([], error);
      throw error;
    }
    this.#unwritten.clear();
    this.#end();
  }

  /** Takes the row as the database has just answered that it is, or that it may be gone. */
  know(row: Interaction | undefined): void {
    this.#known = row && { row, at: performance.now() };
  }

  /** Writes what is not written yet, in a way that outlives the page. */
  leave(): void {
    const known = this.#known;
    const isAll = this.#unwritten.size === 0 && !this.#writing;
    if (known && !isAll && performance.now() - known.at < FRESH_MILLISECONDS) {
      try {
        this.#owner.keep(known.row, this.streamed.updates);
      } catch (error) {
        this.streamed = { ...this.streamed, error: asLiteChatError(error) };
      }
    }
    this.flush();
  }

  /** Starts to write what is not written yet, before it returns. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = this.#unwrittenChanges();
    if (this.#isEnded || Object.keys(changes).length === 0) return;
    this.#unwritten.clear();
    const writing = this.#owner
      .write(changes)
      .then(
        (row) => this.#written(row),
        (error: unknown) => this.#failed(Object.keys(changes), error),
      )
      .finally(() => {
        if (this.#writing !== writing) return;
        this.#writing = undefined;
        if (this.#isWaiting) this.#writeLater();
      });
    this.#writing = writing;
  }

  /** What failed waits for the next change, lest a full disk be written to ten times a second. */
  get #isWaiting(): boolean {
    return this.#unwritten.size > 0 && this.streamed.error === undefined;
  }

  #take(updates: Partial<Interaction>): void {
    const plain = plainChanges(updates, ['interactions'], dateFields.interactions);
    this.streamed = { ...this.streamed, updates: { ...this.streamed.updates, ...plain } };
    for (const name of Object.keys(plain)) this.#unwritten.add(name);
    this.#owner.changed();
  }

  #writeLater(): void {
    if (this.#timer !== undefined || this.#writing || this.#isEnding) return;
    this.#timer = setTimeout(() => this.flush(), WRITE_MILLISECONDS);
  }

  #unwrittenChanges(): Partial<Interaction> {
    const fields = Object.entries(this.streamed.updates);
    return Object.fromEntries(fields.filter(([name]) => this.#unwritten.has(name)));
  }

  #written(row: Interaction): void {
    this.know(row);
    if (this.streamed.error === undefined) return;
    this.streamed = { updates: this.streamed.updates };
    this.#owner.changed();
  }

  #failed(names: readonly string[], error: unknown): void {
    for (const name of names) this.#unwritten.add(name);
    if (!(error instanceof LiteChatError)) throw error;
    this.streamed = { ...this.streamed, error };
    // Deleted meanwhile, here or elsewhere: there is nothing left to show it in.
    if (error.code === 'not-found') this.#end();
    else this.#owner.changed();
  }

  #end(): void {
    this.#isEnded = true;
    this.#owner.ended();
  }
}
