import type { EventName, EventPayloads } from '../model/events.js';
import { attempt } from './attempt.js';

/** Hears one event. */
export type EventHandler<Name extends EventName> = (payload: EventPayloads[Name]) => void;
/** Hears all events, each with its name. */
export type AnyEventHandler = (name: EventName, payload: EventPayloads[EventName]) => void;

/** Carries the application's events between stores, elements, hosts and mods of one page. */
export class EventEmitter {
  readonly #handlers = new Map<EventName, Set<(payload: never) => void>>();
  readonly #anyHandlers = new Set<AnyEventHandler>();

  /** @returns A function that ends the subscription. */
  on<Name extends EventName>(name: Name, handler: EventHandler<Name>): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    handlers.add(handler);
    this.#handlers.set(name, handlers);
    return () => this.off(name, handler);
  }

  off<Name extends EventName>(name: Name, handler: EventHandler<Name>): void {
    this.#handlers.get(name)?.delete(handler);
  }

  /** Calls the handler for every event. @returns A function that ends the subscription. */
  onAny(handler: AnyEventHandler): () => void {
    this.#anyHandlers.add(handler);
    return () => this.#anyHandlers.delete(handler);
  }

  /** A handler that throws is reported to the page and stops neither the others nor the caller. */
  emit<Name extends EventName>(
    name: Name,
    ...[payload]: EventPayloads[Name] extends undefined ? [] : [EventPayloads[Name]]
  ): void {
    // `on` put them under the name whose payload they take.
    const handlers = [...(this.#handlers.get(name) ?? [])] as ((given: typeof payload) => void)[];
    const anyHandlers = [...this.#anyHandlers];
    for (const handler of handlers) attempt(() => handler(payload));
    for (const handler of anyHandlers) attempt(() => handler(name, payload));
  }
}
