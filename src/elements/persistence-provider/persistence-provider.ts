import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { createStore } from 'zustand/vanilla';
import { persistenceContext, type PersistenceContext } from '../../context/persistence-context.js';
import { DatabaseSession } from '../../controllers/database-session.js';
import { providerSituation } from '../../controllers/provider-situation.js';
import { StoreController } from '../../controllers/store-controller.js';
import { DEFAULT_DATABASE_NAME } from '../../database/database-name.js';
import type { DatabaseStatus } from '../../database/litechat-database.js';
import type { Storage } from '../../database/open-database.js';
import { LiteChatError } from '../../errors.js';
import { onDemand } from '../../on-demand.js';
import { controls } from '../shared/controls.styles.js';
import { announce } from '../shared/dom-events.js';
// For its types: the document and the window hear the events too.
import '../shared/dom-events.js';
import { lazyPart } from '../shared/lazy-part.js';
import { Localizer } from '../shared/localizer.js';
import { removeServedMarkup } from '../shared/served-markup.js';
import { tokens } from '../shared/tokens.styles.js';
import { banner } from './banner.js';
import { styles } from './persistence-provider.styles.js';

const emptied = onDemand(() => import('../shared/emptied-words.js'));

/**
 * Opens a database and gives it to every element inside. When something is wrong with it, a message
 * above its children says so; they are shown all the while.
 *
 * @summary Gives the elements inside it a database.
 *
 * @slot - The page, or the part of it, whose elements use the database.
 *
 * @fires {CustomEvent<{state: string}>} litechat-status-changed - The database is now opening,
 *   blocked, ready, outdated, newer or failed.
 * @fires {CustomEvent<{context: PersistenceContext}>} litechat-ready - The database is open.
 *
 * @csspart banner - The message above the children, when there is one.
 * @csspart banner-action - The button in that message.
 *
 * @cssState opening - The database is on its way.
 * @cssState blocked - Another tab holds an older version of it.
 * @cssState ready - The database is open.
 * @cssState outdated - Another tab upgraded it; this page no longer reads or writes.
 * @cssState newer - A newer application made it.
 * @cssState failed - It could not be opened.
 * @cssState not-persistent - What is saved goes with the page.
 * @cssState emptied - Conversations are gone that nobody has deleted here.
 */
export class PersistenceProvider extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #localize = new Localizer(this);
  /** The status again, as the elements inside can follow it before there is a context. */
  readonly #sessionStatus = createStore<DatabaseStatus>(() => ({ state: 'opening' }));
  readonly #provider = new ContextProvider(this, { context: persistenceContext });
  readonly #givenStatus = new StoreController(this, () => this.#given?.status);
  readonly #emptied = lazyPart(this, emptied, (module) => module.emptiedWords);
  readonly #internals = this.attachInternals();
  #given: PersistenceContext | undefined;
  #session: DatabaseSession | undefined;
  #announced: DatabaseStatus['state'] | undefined;

  constructor() {
    super();
    new ContextProvider(this, {
      context: providerSituation,
      initialValue: { status: this.#sessionStatus, retry: () => void this.#retryIfFailed() },
    });
  }

  /** The name of the database; of two providers with one name, both show the same data. */
  @property({ attribute: 'database-name' }) databaseName = DEFAULT_DATABASE_NAME;

  /**
   * `indexeddb`, which outlives the page, or `memory`, which does not.
   *
   * @type {'indexeddb' | 'memory'}
   */
  @property() storage: Storage = 'indexeddb';

  /** What is given to the elements inside; set one, and no database is opened here. */
  @property({ attribute: false })
  get context(): PersistenceContext | undefined {
    return this.#given ?? this.#session?.context;
  }
  set context(context: PersistenceContext | undefined) {
    this.#given = context;
  }

  /** How things stand with the database. */
  get status(): DatabaseStatus {
    return this.#givenStatus.state ?? this.#session?.status ?? { state: 'opening' };
  }

  /** @internal */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    removeServedMarkup(this);
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move disconnects and connects again in one go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Opens here and not on connection, so that a property set right after that still counts. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#openAsAsked();
    this.#announceStatus();
  }

  /**
   * Resolves when the database is open; waits while another tab blocks it.
   *
   * @throws {LiteChatError} database-newer, database-outdated, database-failed, …
   */
  ready(): Promise<PersistenceContext> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        const { context, status } = this;
        if (context && status.state === 'ready') resolve(context);
        else if (status.state === 'newer' || status.state === 'failed') reject(status.error);
        else if (status.state === 'outdated') reject(outdated());
        else this.addEventListener('litechat-status-changed', settle, { once: true });
      };
      // A property that was just set takes effect with the next update; a context that was set may
      // have a database that nothing has opened yet.
      void this.updateComplete.then(() => this.#given?.database.open()).then(settle, settle);
    });
  }

  /** Tries again to open a database of its own that could not be opened. */
  async retry(): Promise<void> {
    await this.#session?.open();
  }

  #openAsAsked(): void {
    const { databaseName: name, storage } = this;
    const address = this.#session?.address;
    if (this.#given) this.#close();
    else if (address?.name !== name || address.storage !== storage) {
      this.#close();
      this.#session = new DatabaseSession({ name, storage }, () => this.#onSessionChanged());
      void this.#session.open();
    }
    this.#share();
  }

  /** Opening a database that is open would have it wait for ever to be ready. */
  async #retryIfFailed(): Promise<void> {
    if (this.status.state === 'failed') await this.retry();
  }

  #share(): void {
    this.#sessionStatus.setState(this.#session?.status ?? { state: 'opening' }, true);
    this.#provider.setValue(this.context);
  }

  #close(): void {
    this.#session?.close();
    this.#session = undefined;
    this.#share();
  }

  #onSessionChanged(): void {
    this.#share();
    this.requestUpdate();
  }

  #announceStatus(): void {
    const { context, status } = this;
    const { state } = status;
    const notPersistent = state === 'ready' && !status.persistent;
    const states = this.#internals.states;
    states.clear();
    states.add(state);
    if (notPersistent) states.add('not-persistent');
    if (state === 'ready' && status.emptied) {
      states.add('emptied');
      this.#emptied.begin();
    }

    // Ready is what a page may rely on: the context is there too.
    if (state === this.#announced || (state === 'ready' && !context)) return;
    this.#announced = state;
    announce(this, 'litechat-status-changed', { state });
    if (state === 'ready' && context) announce(this, 'litechat-ready', { context });
  }

  override render(): TemplateResult {
    const remedies = {
      retry: this.#session && (() => void this.retry()),
      dismiss: () => this.context?.database.forgetEmptied(),
    };
    return html`
      ${banner(this.status, this.#localize, remedies, this.#emptied.current) ?? nothing}
      <slot></slot>
    `;
  }
}

function outdated(): LiteChatError {
  return new LiteChatError(
    'database-outdated',
    'Another tab updated the database. Reload the page. Nothing was changed.',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-persistence-provider': PersistenceProvider;
  }
  interface HTMLElementEventMap {
    'litechat-status-changed': CustomEvent<{ state: DatabaseStatus['state'] }>;
    'litechat-ready': CustomEvent<{ context: PersistenceContext }>;
  }
}
