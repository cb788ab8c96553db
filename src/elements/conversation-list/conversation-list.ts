import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { LiteChatError } from '../../errors.js';
import type { OutlineShelf } from '../../stores/outline-item.js';
import type { ShownOutline } from '../../stores/outline-snapshot.js';
import { onDemand } from '../../on-demand.js';
import { ContextElement } from '../shared/context-element.js';
import { controls } from '../shared/controls.styles.js';
import { cssVariables } from '../shared/css-variables.js';
import { failureBar, type Remedy } from '../shared/failure-bar.js';
import { failureStyles } from '../shared/failure-bar.styles.js';
import { lazyPart } from '../shared/lazy-part.js';
import { tokens } from '../shared/tokens.styles.js';
import { whenIdle } from '../shared/when-idle.js';
import { styles } from './conversation-list.styles.js';
import { ItemCommands } from './item-commands.js';
import { ListActions } from './list-actions.js';
import { MarkedItems } from './marked-items.js';
import './list-events.js';
import { listHeader } from './list-header.js';
import { ListRest } from './list-rest.js';
import { ListSearch } from './list-search.js';
import * as states from './list-states.js';
import { listStates } from './list-states.styles.js';
import { prepareTimes } from './quiet-time.js';
import { Renaming } from './renaming.js';
import { RowFocus } from './row-focus.js';
import { RowWindow, type RenderedRow } from './row-window.js';
import { Selection } from './selection.js';
import { shelfBar } from './shelf-bar.js';
import { shelves } from './shelves.styles.js';
import { TreeGestures } from './tree-gestures.js';
import { treeRow } from './tree-row.js';
import { TreeView } from './tree-view.js';
import { tree } from './tree.styles.js';

/** As long as Chromium asks whether the page may use IndexedDB; longer gains nothing. */
const EXCHANGE_MILLISECONDS = 4;

const listTools = onDemand(() => import('./list-tools.js'));

/**
 * The tree of projects and conversations, with search, and with all that can be done to them. Each
 * intention may be cancelled by the page before anything happens; each fact is told after the
 * database has it.
 *
 * @summary The sidebar of conversations and projects.
 *
 * @fires {CustomEvent<{id: string | null, type: 'conversation' | 'project' | null}>} litechat-selection-changed -
 *   The user selected an item, or the selected one is gone.
 * @fires {CustomEvent<{type: 'conversation' | 'project', projectId: string | null}>} litechat-create-requested -
 *   Cancelable; comes before a conversation or a project is made, also before one is duplicated.
 * @fires {CustomEvent<{id: string, projectId: string | null}>} litechat-conversation-created -
 *   A conversation was made in this project, or at the top level.
 * @fires {CustomEvent<{id: string, parentId: string | null}>} litechat-project-created -
 *   A project was made in this one, or at the top level.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', title: string}>} litechat-rename-requested -
 *   Cancelable; comes before an item gets this title.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', title: string}>} litechat-renamed -
 *   The item has this title.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', projectId: string | null}>} litechat-move-requested -
 *   Cancelable; comes before an item goes into this project, or to the top level.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', projectId: string | null}>} litechat-moved -
 *   The item is in this project, or at the top level.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-delete-requested -
 *   Cancelable; comes before the item goes into the trash, and before the user is asked whether it
 *   goes for good.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-trashed -
 *   The item is in the trash.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-untrashed -
 *   The item is back from the trash.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-deleted -
 *   The item went for good.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-archived -
 *   The item is in the archive.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-unarchived -
 *   The item is back from the archive.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-pinned -
 *   The item stays above the others.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project'}>} litechat-unpinned -
 *   The item is among the others again.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', format: 'json' | 'md'}>} litechat-export-requested -
 *   Cancelable; comes before an item is made into a file.
 * @fires {CustomEvent<{id: string, type: 'conversation' | 'project', format: 'json' | 'md'}>} litechat-exported -
 *   The file was handed to the browser.
 * @fires {CustomEvent<{conversationId: string, interactionId: string}>} litechat-search-hit-opened -
 *   The user opened a message that a search found; its conversation is selected.
 *
 * @csspart header - The search field and the buttons beside it.
 * @csspart search - The search field.
 * @csspart search-places - The choice between titles and messages, while there are words.
 * @csspart filters - The choices above what was found in messages.
 * @csspart filter - One of them.
 * @csspart search-progress - How far the index of messages is.
 * @csspart results - What was found in messages.
 * @csspart result-title - The title of a conversation above what was found in it.
 * @csspart result - A passage of a message that was found.
 * @csspart mark - What in it matches.
 * @csspart more-results - The button that shows more of them.
 * @csspart search-messages - The button that searches in messages what no title has.
 * @csspart new-chat - The button that makes a conversation.
 * @csspart new-project - The button that makes a project.
 * @csspart order - The button that opens the choice of an order.
 * @csspart tree - The rows.
 * @csspart row - One row.
 * @csspart title - The title in a row.
 * @csspart time - The time in a row.
 * @csspart rename - The field in which a title is changed.
 * @csspart more - The button that opens a row's menu.
 * @csspart menu - The menu of a row.
 * @csspart menu-item - One of its entries.
 * @csspart dialog - The question before something is deleted for good, or where to move it.
 * @csspart marked-bar - What can be done to all rows that are marked.
 * @csspart shelves - The buttons that open the archive and the trash.
 * @csspart shelf-header - What stands above the rows of the archive or the trash.
 * @csspart empty-trash - The button that deletes for good what is in the trash.
 * @csspart toast - What says that an item was put away.
 * @csspart undo - The button that takes it back.
 * @csspart not-persistent - What says that nothing is kept, where the page has no database of its own.
 * @csspart empty - What is shown when there is nothing yet.
 * @csspart no-match - What is shown when a search finds nothing.
 * @csspart failure - The message of a failure.
 *
 * @cssState loading - The database is on its way.
 * @cssState blocked - Another tab keeps it from being opened.
 * @cssState empty - There is nothing yet.
 * @cssState failed - Nothing could be read.
 * @cssState full - There are items.
 */
export class ConversationList extends ContextElement {
  static override styles = [tokens, controls, styles, tree, failureStyles, listStates, shelves];

  readonly #internals = this.attachInternals();
  readonly #rest = new ListRest(this);
  readonly #outline = new StoreController(this, () => this.persistence.context?.stores.outline);
  readonly #selected = new StoreController(this, () => this.persistence.context?.stores.selection);
  readonly #snapshot = new StoreController(this, () => this.#rest.snapshot?.state);
  readonly #focus = new RowFocus(this);
  readonly #window = new RowWindow(this);
  readonly #view = new TreeView();
  readonly #selection = new Selection();
  readonly #marks = new MarkedItems(this.#view, () => this.requestUpdate());
  readonly #actions = new ListActions(this, {
    whenReady: () => this.persistence.whenWanted(),
    failed: (error) => (this.failure = error),
  });
  readonly #renaming = new Renaming(this.#focus, {
    follow: (item) => this.#outline.state?.followTitle(item),
    save: (item, title, keep) => void this.#actions.rename(item, title, keep),
  });
  readonly #parts = {
    localize: this.localize,
    view: this.#view,
    focus: this.#focus,
    renaming: this.#renaming,
    marks: this.#marks,
    actions: this.#actions,
    outline: () => this.#shownOutline,
  };

  readonly #tools = lazyPart(this, listTools, (module) => new module.ListTools(this, this.#parts));
  readonly #commands = new ItemCommands(this, { ...this.#parts, tools: this.#tools });
  readonly #rowParts = { ...this.#parts, tools: this.#tools, commands: this.#commands };
  readonly #gestures = new TreeGestures(this, this.#rowParts);
  readonly #search = new ListSearch(this, {
    localize: this.localize,
    view: this.#view,
    focus: this.#focus,
    commands: this.#commands,
    actions: this.#actions,
    tabStop: () => this.#tabStop,
  });

  #isPrepared = false;
  /** The store's, or what stands in for it. */
  #shownOutline: ShownOutline | undefined;

  @state() private failure: unknown;

  /** The id of the selected conversation or project; set it to select. */
  @property({ reflect: true }) selected: string | null = null;

  constructor() {
    super();
    new ClockController(this);
    this.persistence.delayDefault(this.#rest);
  }

  /**
   * The browser begins to open the default database, which was asked for when the element was put into
   * the page, after an exchange with the page: what is rendered first is rendered after that, while
   * the database is being opened.
   *
   * @internal
   */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await new Promise((resolve) => setTimeout(resolve, EXCHANGE_MILLISECONDS));
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.selected) this.persistence.want();
    this.#shownOutline = this.#chooseOutline();
    this.#view.show(this.#shownOutline);
    this.#renaming.follow((key) => this.#view.item(key));
    // Vue writes an empty text for null over one that was set.
    const wanted = this.selected === '' ? null : this.selected;
    this.selected = this.#selection.follow(wanted, this.#selected.state, this.#view);
    this.#marks.follow();
    if (this.#marks.isOffered && this.#tools.error === undefined) this.#tools.begin();
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    // The database is being opened.
    prepareTimes(this.localize.lang());
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { key, isNew, isCleared } = this.#selection;
    if (isNew && key) this.#focus.reveal(key);
    if (isCleared) this.#actions.announceNoSelection();
    this.#internals.states.clear();
    this.#internals.states.add(this.#stage);
    this.#prepare();
  }

  /** Who waits for the list waits for what the user has asked it for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    const awaited = [
      ...(this.#search.isLoading ? [this.#search.loaded()] : []),
      ...(this.#tools.isAwaited || this.#marks.isOffered ? [this.#tools.settled()] : []),
    ];
    if (awaited.length === 0) return isComplete;
    await Promise.all(awaited);
    return super.getUpdateComplete();
  }

  #chooseOutline(): ShownOutline | undefined {
    const { state } = this.#outline;
    const { snapshot } = this.#rest;
    if (!snapshot) return state;
    // Of a kit that cannot be loaded further, such as without a network, it is the best there is.
    const isSound = !this.#loadError || this.#loadError.code === 'module-unavailable';
    const isForIt = this.persistence.usesDefault && isSound;
    if (isForIt && state?.status.state !== 'ready') return this.#snapshot.state;
    this.#rest.forget();
    if (state && isForIt) snapshot.handOver(state);
    return this.#outline.state;
  }

  get #loadError(): LiteChatError | undefined {
    const status = this.#outline.state?.status;
    const error = status?.state === 'failed' ? status.error : undefined;
    return error ?? this.persistence.error ?? this.#openError;
  }

  /** Why the database could not be opened; a provider may have no context then. */
  get #openError(): LiteChatError | undefined {
    const status = this.status.state;
    return status?.state === 'failed' || status?.state === 'newer' ? status.error : undefined;
  }

  /** What is not needed to show the first rows is loaded right after them. */
  #prepare(): void {
    if (this.#isPrepared || this.#stage === 'loading' || this.#isResting) return;
    this.#isPrepared = true;
    whenIdle(() => {
      this.#tools.begin();
      this.#search.prepare();
    });
  }

  /** Whether what is written goes with the page, where no provider says so. */
  get #isNotKept(): boolean {
    return this.persistence.usesDefault && this.persistence.context?.database.persistent === false;
  }

  get #canCreate(): boolean {
    const isReady = this.persistence.context && this.status.state?.state === 'ready';
    return isReady === true || this.#isResting;
  }

  /** Whether what is shown was read before the database was opened. */
  get #isResting(): boolean {
    return this.#rest.snapshot !== undefined;
  }

  /** What helps against a failure to read: the same that a provider's banner offers. */
  get #remedy(): Remedy {
    const state = this.status.state?.state;
    return state === 'newer' || state === 'outdated'
      ? { label: this.localize.term('reload'), run: () => location.reload() }
      : { label: this.localize.term('tryAgain'), run: this.#retry };
  }

  get #stage(): 'full' | 'failed' | 'empty' | 'blocked' | 'loading' {
    if (this.#view.size > 0) return 'full';
    if (this.#loadError) return 'failed';
    if (this.#outline.state?.status.state === 'ready') return 'empty';
    return this.status.state?.state === 'blocked' ? 'blocked' : 'loading';
  }

  /** The one row that Tab reaches. */
  get #tabStop(): string | undefined {
    const { rows } = this.#view;
    const isShown = (key: string | undefined): boolean => rows.indexOf(this.#view.item(key)) >= 0;
    return [this.#focus.activeKey, this.#selection.key].find(isShown) ?? rows.item(0)?.key;
  }

  readonly #onScroll = (): void => {
    this.#commands.closeMenu();
    this.#window.look();
  };

  readonly #retry = (): void => {
    this.persistence.retry();
    void this.context?.stores.outline.follow();
  };

  readonly #openShelf = (shelf: OutlineShelf): void => {
    // Without them there is no way back.
    this.#tools.use(({ batch }) => {
      const before = this.#view.shelf;
      this.#view.shelf = shelf;
      batch.toast.close();
      this.requestUpdate();
      void this.updateComplete.then(() => {
        const next = shelf === 'active' ? `[data-shelf=${before}]` : '.back';
        this.shadowRoot?.querySelector<HTMLElement>(next)?.focus();
      });
    });
  };

  readonly #backToActive = (): void => this.#openShelf('active');

  override render(): TemplateResult {
    const { localize } = this;
    const tools = this.#tools.current;
    return html`
      ${listHeader(localize, {
        search: this.#search.fieldState,
        canCreate: this.#canCreate,
        createConversation: () => void this.#commands.createConversation(),
        createProject: () => void this.#commands.createProject(),
        openOrderMenu: (button) => this.#commands.openOrderMenu(button),
      })}
      ${this.#search.renderPlaces()} ${this.#renderShelfHeader()} ${this.#renderBody()}
      ${this.#renderFailure()} ${this.#search.renderStatus()} ${tools?.bar.renderStatus()}
      ${tools?.batch.toast.render()} ${this.#renderShelfBar()}
      ${this.#isNotKept ? tools?.renderNotKept() : nothing} ${tools?.render()}
    `;
  }

  #renderBody(): TemplateResult | undefined {
    const { localize } = this;
    switch (this.#stage) {
      case 'loading':
        return states.loadingRows(localize);
      case 'blocked':
        return states.blockedMessage(localize, !this.persistence.isProviderTelling);
      case 'failed':
        return states.failedMessage(localize, this.#failureWords, this.#remedy);
      case 'empty':
        return this.#renderEmpty();
      case 'full':
        if (this.#search.isInMessages) return this.#search.renderMessages();
        return this.#view.rows.length > 0 ? this.#renderTree() : this.#renderNoRows();
    }
  }

  #renderNoRows(): TemplateResult | undefined {
    const { isSearching, shelf } = this.#view;
    if (isSearching) return this.#search.renderNoMatch();
    if (shelf !== 'active') return this.#tools.current?.renderShelfEmpty(shelf, this.#backToActive);
    return this.#renderEmpty();
  }

  #renderEmpty(): TemplateResult {
    const emptied = this.persistence.context?.database.emptied;
    const actions = {
      canCreate: this.#canCreate,
      create: () => void this.#commands.createConversation(),
    };
    if (!emptied || this.#tools.error !== undefined) {
      return states.emptyMessage(this.localize, actions);
    }
    const dismiss = (): void => this.context?.database.forgetEmptied();
    return (
      this.#tools.current?.renderEmptied(emptied, {
        ...actions,
        dismiss: this.persistence.isProviderTelling ? undefined : dismiss,
      }) ?? states.loadingRows(this.localize)
    );
  }

  #renderShelfHeader(): TemplateResult | typeof nothing {
    const { shelf, rows } = this.#view;
    if (shelf === 'active') return nothing;
    const isEmpty = rows.length === 0;
    return this.#tools.current?.renderShelfHeader(shelf, isEmpty, this.#backToActive) ?? nothing;
  }

  #renderShelfBar(): TemplateResult | typeof nothing {
    if (this.#marks.isOffered) return this.#tools.current?.bar.render() ?? nothing;
    if (this.#view.shelf !== 'active') return nothing;
    return shelfBar(this.localize, {
      count: (shelf) => this.#view.count(shelf),
      open: this.#openShelf,
    });
  }

  /** None where a provider's banner has said them already. */
  get #failureWords(): string | undefined {
    const isTold = this.persistence.isProviderTelling && this.#openError !== undefined;
    return isTold ? undefined : this.messageOf(this.#loadError);
  }

  #renderTree(): TemplateResult {
    const { drag } = this.#tools.current ?? {};
    const shared = {
      localize: this.localize,
      now: new Date(),
      canDrag: drag !== undefined,
      isMarking: this.#marks.isMarking,
      isSelecting: this.#marks.isSelecting,
      onRenameKeydown: this.#renaming.onKeydown,
      onRenameBlur: this.#renaming.onBlur,
    };
    const tabStop = this.#tabStop;
    const renderRow = ({ row, index }: RenderedRow): TemplateResult => {
      const { key } = row.item;
      const state = {
        index,
        isSelected: key === this.#selection.key,
        isMarked: this.#marks.has(key),
        isActive: key === tabStop,
        isMenuOpen: key === this.#commands.openMenuKey,
        isRenaming: key === this.#renaming.key,
        isLanding: key === drag?.landingKey,
      };
      return treeRow(row, state, shared);
    };
    const { rows } = this.#view;
    const always = [tabStop, this.#selection.key, this.#renaming.key];
    const inSight = this.#window.rendered(
      rows,
      always.map((key) => this.#view.item(key)),
    );
    return html`
      <div
        class=${classMap({
          tree: true,
          marking: shared.isMarking,
          selecting: shared.isSelecting,
          landing: drag?.isLandingAtTop === true,
        })}
        part="tree"
        role="tree"
        aria-multiselectable="true"
        aria-label=${this.localize.term('conversations')}
        @pointerdown=${this.#gestures.onPointerdown}
        @click=${this.#gestures.onClick}
        @contextmenu=${this.#gestures.onContextMenu}
        @focusin=${this.#gestures.onFocus}
        @keydown=${this.#gestures.onKeydown}
        @scroll=${this.#onScroll}
        @dragstart=${drag?.onDragstart}
        @dragover=${drag?.onDragover}
        @dragleave=${drag?.onDragleave}
        @drop=${drag?.onDrop}
        @dragend=${drag?.onDragend}
      >
        <div
          ${ref(this.#window.whole)}
          class="whole"
          role="presentation"
          ${cssVariables({ '--count': rows.length })}
        >
          ${repeat(inSight, ({ slot }) => slot, renderRow)}
        </div>
      </div>
    `;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { localize } = this;
    if (this.failure !== undefined) {
      const dismiss = (): void => (this.failure = undefined);
      return failureBar(localize, this.messageOf(this.failure), { dismiss });
    }
    const { error, isAwaited } = this.#tools;
    if (error !== undefined && (isAwaited || this.#marks.isOffered)) {
      const remedy = { label: localize.term('tryAgain'), run: () => this.#tools.begin() };
      return failureBar(localize, this.messageOf(error), { remedy });
    }
    if (this.#stage === 'full' && this.#loadError) {
      return failureBar(localize, this.messageOf(this.#loadError), { remedy: this.#remedy });
    }
    return nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-conversation-list': ConversationList;
  }
}
