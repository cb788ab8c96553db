import type { StoreApi } from 'zustand/vanilla';
import type { StoredKey } from '../database/own-tables.js';
import { turnsOf } from '../formats/conversation-turns.js';
import type { Interaction } from '../model/entities.js';
import {
  interactionKeys,
  loadInteractions,
  type InteractionWindow,
} from '../persistence/interaction-windows.js';
import { observe } from '../persistence/observe.js';
import type { Persistence } from '../persistence/persistence.js';
import { isSameOutline, outlineOf } from './interaction-outline.js';
import type { InteractionState } from './interaction-store.js';
import { asLiteChatError } from './live-rows.js';
import type { LiveStore } from './live-store.js';
import type { LiveTurnsState } from './live-turns-state.js';

/** As much as a screen shows, and some more. */
const FIRST = 24;
const SMALLEST_STEP = 100;
const LARGEST_STEP = 800;
/** So many bodies are kept that are not wanted at the moment. */
const KEPT_BODIES = 200;

/** One time of reading the conversation and following it. */
interface Reading {
  readonly signal: AbortSignal;
  readonly end: () => void;
  /** As the database had them last. */
  keys: ReadonlySet<StoredKey> | undefined;
  areOlderRead: boolean;
  /** Keys are looked at one time after the other. */
  looking: Promise<void>;
}

/** What `LiveTurns` does, loaded when the first conversation is followed. */
export class TurnsReader {
  readonly #conversationId: string;
  readonly #state: StoreApi<LiveTurnsState>;
  readonly #persistence: Persistence;
  readonly #store: LiveStore<InteractionState>;
  readonly #outlines = new Map<StoredKey, Interaction>();
  /** As the database has them. */
  readonly #bodies = new Map<StoredKey, Interaction>();
  #streamed: InteractionState['streamed'] = new Map();
  #wanted: readonly StoredKey[] = [];
  #endWatch: (() => void) | undefined;
  #reading: Reading | undefined;
  #endings: (() => void)[] = [];

  constructor(
    persistence: Persistence,
    interactions: LiveStore<InteractionState>,
    conversationId: string,
    state: StoreApi<LiveTurnsState>,
  ) {
    this.#persistence = persistence;
    this.#store = interactions;
    this.#conversationId = conversationId;
    this.#state = state;
  }

  /** Reads and follows the conversation from now on, or again after a failure. */
  follow(): void {
    if (this.#reading) return;
    const { database } = this.#persistence;
    // Dexie's live queries hear of writes alone, not that the database is closed or deleted.
    const onClose = (): void => queueMicrotask(() => this.#begin());
    database.on('close', onClose);
    this.#streamed = this.#store.getState().streamed;
    const unsubscribe = this.#store.subscribe(({ streamed }) => this.#overlay(streamed));
    this.#endings = [unsubscribe, () => database.on.close.unsubscribe(onClose)];
    this.#show({ status: { state: 'loading' } });
    this.#begin();
  }

  /** Ends following. The turns stay as they are. */
  stop(): void {
    this.#end({ status: { state: 'idle' } });
  }

  /** Whether the interaction is known to be of this conversation. */
  has(id: string): boolean {
    return this.#outlines.has(id);
  }

  /** An interaction with what it says, as soon as that has been read. */
  interaction(id: string): Interaction | undefined {
    const body = this.#bodies.get(id);
    const streamed = this.#streamed.get(id);
    return body && streamed ? { ...body, ...streamed.updates } : body;
  }

  /** Reads and follows what these interactions say, in place of those that were wanted before. */
  want(ids: readonly StoredKey[]): void {
    const isSame =
      ids.length === this.#wanted.length && ids.every((id, at) => id === this.#wanted[at]);
    if (isSame && this.#endWatch) return;
    this.#wanted = ids;
    this.#endWatch?.();
    this.#endWatch = undefined;
    if (!this.#reading) return;
    this.#endWatch = observe(
      () => loadInteractions(this.#persistence.database, ids),
      (rows) => {
        this.#take(rows);
        this.#forgetBodies();
        this.#show({});
      },
      (error) => this.#fail(error),
    );
  }

  #begin(): void {
    if (this.#endings.length === 0) return;
    this.#reading?.end();
    const abort = new AbortController();
    const reading: Reading = {
      signal: abort.signal,
      end: () => abort.abort(),
      keys: undefined,
      areOlderRead: false,
      looking: Promise.resolve(),
    };
    this.#reading = reading;
    this.#endWatch?.();
    this.#endWatch = undefined;
    this.#read(reading).catch((error: unknown) => {
      if (!reading.signal.aborted) this.#fail(error);
    });
  }

  async #read(reading: Reading): Promise<void> {
    const isOver = (): boolean => reading.signal.aborted;
    const id = this.#conversationId;
    const last = await this.#persistence.loadLastInteractions(id, FIRST);
    if (isOver()) return;
    this.#take(last.interactions);
    // A conversation whose rows all lack an index has its end elsewhere.
    if (last.interactions.length > 0)
      this.#show({ status: { state: 'ready' }, ...this.#grouped() });
    this.#watchKeys(reading);
    await this.#readOlder(last, reading.signal);
    if (isOver()) return;
    reading.areOlderRead = true;
    this.#look(reading);
  }

  async #readOlder(last: InteractionWindow, signal: AbortSignal): Promise<void> {
    let window = last;
    let step = SMALLEST_STEP;
    let shown = this.#outlines.size;
    while (window.hasMore) {
      const before = window.interactions[0]?.index ?? -Infinity;
      window = await this.#persistence.loadInteractionsBefore(this.#conversationId, before, step);
      if (signal.aborted) return;
      this.#outline(window.interactions);
      step = Math.min(LARGEST_STEP, step * 2);
      // Grouping takes a time of its own: not with each step.
      if (this.#outlines.size < 2 * shown) continue;
      shown = this.#outlines.size;
      this.#show(this.#grouped());
    }
  }

  #watchKeys(reading: Reading): void {
    const end = observe(
      () => interactionKeys(this.#persistence.database, this.#conversationId),
      (keys) => {
        const former = reading.keys;
        reading.keys = new Set(keys);
        this.#look(reading, former);
      },
      (error) => {
        if (!reading.signal.aborted) this.#fail(error);
      },
    );
    reading.signal.addEventListener('abort', end);
    if (reading.signal.aborted) end();
  }

  #look(reading: Reading, former?: ReadonlySet<StoredKey>): void {
    reading.looking = reading.looking
      .then(() => this.#reconcile(reading, former))
      .catch((error: unknown) => {
        if (!reading.signal.aborted) this.#fail(error);
      });
  }

  /** Reads what has come, those without a place among them, and lets go of what is gone. */
  async #reconcile(reading: Reading, former?: ReadonlySet<StoredKey>): Promise<void> {
    const isOver = (): boolean => reading.signal.aborted;
    const { keys } = reading;
    if (isOver() || !keys) return;
    const { areOlderRead } = reading;
    // Until the older ones have been read, what is new is what was not there the last time.
    const isNew = (key: StoredKey): boolean =>
      !this.#outlines.has(key) && (areOlderRead || (former !== undefined && !former.has(key)));
    const added = [...keys].filter(isNew);
    for (let at = 0; at < added.length; at += LARGEST_STEP) {
      const step = added.slice(at, at + LARGEST_STEP);
      const rows = await loadInteractions(this.#persistence.database, step);
      if (isOver()) return;
      if (added.length <= FIRST) this.#take(rows);
      else this.#outline(rows);
    }
    for (const key of this.#outlines.keys()) {
      if (keys.has(key)) continue;
      this.#outlines.delete(key);
      this.#bodies.delete(key);
    }
    if (!areOlderRead) this.#show(this.#grouped());
    else this.#show({ status: { state: 'ready' }, isWhole: true, ...this.#grouped() });
  }

  #overlay(streamed: InteractionState['streamed']): void {
    if (streamed === this.#streamed) return;
    // What has ended stays shown until the database tells the same.
    for (const [id, { updates }] of this.#streamed) {
      const body = this.#bodies.get(id);
      if (body && !streamed.has(id)) this.#bodies.set(id, { ...body, ...updates });
    }
    this.#streamed = streamed;
    const changed = [...streamed.keys()].filter((id) => this.#outlineAnew(id));
    this.#show(changed.length > 0 ? this.#grouped() : {});
  }

  /** Takes rows with what they say. */
  #take(rows: readonly Interaction[]): void {
    for (const row of rows) this.#bodies.set(row.id, row);
    const changed = rows.filter(({ id }) => this.#outlineAnew(id));
    if (changed.length > 0 && this.#state.getState().status.state === 'ready') {
      this.#show(this.#grouped());
    }
  }

  #outline(rows: readonly Interaction[]): void {
    for (const row of rows) {
      if (!this.#bodies.has(row.id)) this.#outlines.set(row.id, outlineOf(row));
    }
  }

  /** Whether the turns are others for it. */
  #outlineAnew(id: string): boolean {
    const row = this.interaction(id);
    if (!row) return false;
    const outline = outlineOf(row);
    if (isSameOutline(this.#outlines.get(id), outline)) return false;
    this.#outlines.set(id, outline);
    return true;
  }

  #forgetBodies(): void {
    const wanted = new Set(this.#wanted);
    for (const key of this.#bodies.keys()) {
      if (this.#bodies.size <= KEPT_BODIES) return;
      if (!wanted.has(key) && !(typeof key === 'string' && this.#streamed.has(key))) {
        this.#bodies.delete(key);
      }
    }
  }

  #grouped(): Pick<LiveTurnsState, 'turns'> {
    return { turns: turnsOf([...this.#outlines.values()]) };
  }

  #fail(error: unknown): void {
    this.#end({ status: { state: 'failed', error: asLiteChatError(error) } });
  }

  #end(last: Partial<LiveTurnsState>): void {
    for (const end of this.#endings) end();
    this.#endings = [];
    this.#reading?.end();
    this.#reading = undefined;
    this.#endWatch?.();
    this.#endWatch = undefined;
    this.#show(last);
  }

  #show(news: Partial<LiveTurnsState>): void {
    const { revision } = this.#state.getState();
    this.#state.setState({ ...news, revision: revision + 1 });
  }
}
