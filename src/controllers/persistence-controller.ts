import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StoreApi } from 'zustand/vanilla';
import { pageContext, pageStatus } from '../context/page-context.js';
import { persistenceContext, type PersistenceContext } from '../context/persistence-context.js';
import type { DatabaseStatus } from '../database/litechat-database.js';
import { LiteChatError } from '../errors.js';
import { providerSituation, type ProviderSituation } from './provider-situation.js';

const PROVIDER_TAG = 'litechat-persistence-provider';

/** Puts off asking for the page's own context. */
export interface ContextDelay {
  /** Resolves when the context is to be asked for; undefined where that is now. */
  begin(): Promise<void> | undefined;
  /** Ends it. */
  end(): void;
}

/**
 * Finds its host's context: the one given in code, else that of a provider above, else the page's
 * default one. A provider that comes later wins over the default.
 *
 * `ContextConsumer` of @lit/context would keep the value of a provider that the host has been moved
 * away from, and does not ask again when a provider comes later.
 */
export class PersistenceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #given: PersistenceContext | undefined;
  #hasProvider = false;
  #provided: PersistenceContext | undefined;
  #situation: ProviderSituation | undefined;
  #unsubscribe: (() => void) | undefined;
  #default: PersistenceContext | undefined;
  #error: LiteChatError | undefined;
  #delay: ContextDelay | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Undefined while a provider or the default database is not ready. */
  get context(): PersistenceContext | undefined {
    return this.#given ?? (this.#hasProvider ? this.#provided : this.#default);
  }

  /** Why there is no context, when the default database could not be opened. */
  get error(): LiteChatError | undefined {
    return this.context || this.#hasProvider ? undefined : this.#error;
  }

  /** How things stand with the database, also while a provider's or the default one is not ready. */
  get status(): StoreApi<DatabaseStatus> | undefined {
    if (this.context) return this.context.status;
    return this.#hasProvider ? this.#situation?.status : pageStatus();
  }

  /** Whether the context is that of a provider which itself says what is wrong with it. */
  get isProviderTelling(): boolean {
    return !this.#given && this.#situation !== undefined;
  }

  /** Whether it is the page's own context that the host has or waits for. */
  get usesDefault(): boolean {
    return !this.#given && !this.#hasProvider;
  }

  /** The host can do without the page's own context for a while. */
  delayDefault(delay: ContextDelay): void {
    this.#delay = delay;
  }

  /** Somebody needs a context. */
  want(): void {
    this.#delay?.end();
  }

  /**
   * The context as soon as it is there; undefined while a provider has none.
   *
   * @throws {LiteChatError} Why the page's own database could not be opened.
   */
  async whenWanted(): Promise<PersistenceContext | undefined> {
    if (!this.context && this.usesDefault && this.#host.isConnected) {
      this.want();
      this.#default = await pageContext();
    }
    return this.context;
  }

  /** Takes a context set in code; undefined goes back to looking for one. */
  give(context: PersistenceContext | undefined): void {
    this.#given = context;
    this.#useDefaultUnlessProvided();
    this.#host.requestUpdate();
  }

  /** Tries the provider's or the default database again. */
  retry(): void {
    if (this.isProviderTelling) this.#situation?.retry();
    this.#error = undefined;
    this.#useDefaultUnlessProvided();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('context-provider', this.#onProvider);
    this.#request();
    this.#useDefaultUnlessProvided();
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('context-provider', this.#onProvider);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#hasProvider = false;
    this.#provided = undefined;
    this.#situation = undefined;
  }

  #request(): void {
    const event = new ContextEvent(persistenceContext, this.#host, this.#onValue, true);
    this.#host.dispatchEvent(event);
  }

  /** The same function at every request, so that a provider that knows it does not add it twice. */
  readonly #onValue = (value: PersistenceContext | undefined, unsubscribe?: () => void): void => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#hasProvider = true;
    this.#provided = value;
    // Each time: it may be another provider that answers.
    this.#askForSituation();
    this.#host.requestUpdate();
  };

  #askForSituation(): void {
    this.#situation = undefined;
    const event = new ContextEvent(providerSituation, this.#host, (situation) => {
      this.#situation = situation;
    });
    this.#host.dispatchEvent(event);
  }

  /** A provider that appears between the host and its present provider is dealt with by the latter. */
  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === persistenceContext) this.#request();
  };

  #useDefaultUnlessProvided(): void {
    // Waits for a context that is set right after the element is put into the document.
    queueMicrotask(() => void this.#useDefault());
  }

  async #useDefault(): Promise<void> {
    if (!this.#needsDefault()) return;
    const wanted = this.#delay?.begin();
    if (wanted) {
      await wanted;
      if (!this.#needsDefault()) return;
    }
    try {
      this.#default = await pageContext(() => this.#host.requestUpdate());
      this.#error = undefined;
    } catch (error) {
      this.#error =
        error instanceof LiteChatError
          ? error
          : new LiteChatError('database-failed', String(error), { cause: error });
    }
    this.#host.requestUpdate();
  }

  #needsDefault(): boolean {
    return (
      this.#host.isConnected &&
      !this.#given &&
      !this.#hasProvider &&
      !this.#default &&
      !this.#error &&
      // One that is not upgraded yet has not answered, and will.
      !isBelow(this.#host, PROVIDER_TAG)
    );
  }
}

function isBelow(element: Element, tag: string): boolean {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node instanceof Element && node.localName === tag) return true;
  }
  return false;
}

/** The next node on an event's way up. */
function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
