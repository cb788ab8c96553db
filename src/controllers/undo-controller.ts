import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ImportExport } from '../import-export/import-export.js';
import type { UndoState } from '../import-export/types.js';
import { hasExpired, readUndoState } from '../import-export/undo-state.js';
import { observe } from '../persistence/observe.js';

/** Follows what can be undone, whichever tab did it, while its host is connected. */
export class UndoController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: () => ImportExport | undefined;
  #importExport: ImportExport | undefined;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: UndoState | null = null;

  /** @param source Answers the use cases of the moment, or none yet. */
  constructor(host: ReactiveControllerHost & HTMLElement, source: () => ImportExport | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Null when there is nothing to undo, and until that is known. */
  get state(): UndoState | null {
    this.#follow();
    return this.#state;
  }

  /** Looks at once, when something was undone here, and not when the database tells. */
  async refresh(): Promise<void> {
    const importExport = this.#importExport;
    if (!importExport) return;
    const state = await importExport.undoState();
    if (importExport === this.#importExport) this.#show(importExport, state);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #follow(): void {
    const importExport = this.#source();
    if (importExport !== this.#importExport) {
      this.#end();
      this.#importExport = importExport;
      this.#state = null;
    }
    if (!importExport || this.#stop || !this.#host.isConnected) return;
    this.#stop = observe(
      // Not `undoState()`, which discards what has expired: a live query may not write.
      () => readUndoState(importExport.persistence.database),
      (state) => this.#show(importExport, state),
      // Whoever shows counts of the same database says that it cannot be read.
      () => this.#show(importExport, null),
    );
  }

  #show(importExport: ImportExport, state: UndoState | null): void {
    clearTimeout(this.#timer);
    const isOver = state !== null && hasExpired(state);
    this.#state = isOver ? null : state;
    this.#host.requestUpdate();
    // What could not be discarded now is discarded the next time that anyone looks.
    if (isOver) importExport.undoState().catch(() => undefined);
    else if (state?.expiresAt) {
      const left = state.expiresAt.getTime() - Date.now();
      this.#timer = setTimeout(() => this.#show(importExport, state), left);
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
  }
}
