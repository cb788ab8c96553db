import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { ClockController } from '../../controllers/clock-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { LiteChatError } from '../../errors.js';
import type { Interaction } from '../../model/entities.js';
import type { LiveTurnsState } from '../../stores/live-turns-state.js';
import type { RevealRequest } from '../../stores/selection-store.js';
import { ElementBody, type BodyParts } from '../shared/element-body.js';
import { cssVariables } from '../shared/css-variables.js';
import { announce, mayGoOn } from '../shared/dom-events.js';
import { failureBar, type Remedy } from '../shared/failure-bar.js';
import { icon } from '../shared/more-icons.js';
import { statusLine } from '../shared/notes.js';
import { styles } from './conversation-view.styles.js';
import { FollowedTurns } from './followed-turns.js';
import { MessageFocus } from './message-focus.js';
import { RevealedMessage } from './revealed-message.js';
import { answerText } from './message-text.js';
import type { AnswerActions, MessageSurroundings } from './message-surroundings.js';
import { turnMessages } from './message-view.js';
import { messageStyles } from './message.styles.js';
import type { TextRenderer } from './rendered-text.js';
import { ShownTurns, type Message, type ShownTurn } from './shown-turns.js';
import { TurnWindow } from './turn-window.js';
import * as states from './view-states.js';

/** So long a button says that the answer has been copied. */
const COPIED_MILLISECONDS = 2000;

type Stage = 'nothing-selected' | 'loading' | 'blocked' | 'failed' | 'empty' | 'full';

/** What the body reads of its element. */
type Host = LitElement & {
  readonly conversationId: string | null;
  readonly renderer: TextRenderer | undefined;
};

/** Follows a conversation, and shows what of it is in sight. */
export class ConversationViewBody extends ElementBody<Host> implements ReactiveController {
  override readonly styles = [styles, messageStyles];

  readonly #states: CustomStateSet;
  readonly #selected = new StoreController(this.host, () => this.context?.stores.selection);
  readonly #window = new TurnWindow(this.host);
  readonly #turns = new ShownTurns();
  readonly #focus = new MessageFocus(this.host, this.#turns);
  readonly #revealed = new RevealedMessage(this.host, {
    turns: this.#turns,
    window: this.#window,
    focus: this.#focus,
    isWhole: () => this.#live?.isWhole === true,
  });
  readonly #followed = new FollowedTurns(this.host, () => this.#begin());
  /** The last wish of the store that was granted. */
  #granted: RevealRequest | null = null;
  /** The answers that arrived in this page when it was last looked. */
  #arriving = new Set<string>();
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  #failure: unknown;
  #copied: string | undefined;
  #news = '';

  /** @param states Of the element, which only that can reach. */
  constructor(host: Host, parts: BodyParts, states: CustomStateSet) {
    super(host, parts);
    this.#states = states;
    new ClockController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#copiedTimer);
  }

  override willUpdate(): void {
    this.#followed.show(this.context, this.#shownId);
    this.#turns.show(this.#live?.turns ?? []);
    this.#grant(this.#selected.state?.revealed ?? null);
    this.#listen();
  }

  override updated(): void {
    this.#states.clear();
    this.#states.add(this.#stage);
    if (this.#arriving.size > 0) this.#states.add('streaming');
  }

  get #shownId(): string | null {
    const { conversationId } = this.host;
    // Vue writes an empty text for null over one that was set.
    if (conversationId) return conversationId;
    const { itemId = null, itemType } = this.#selected.state ?? {};
    return itemType === 'conversation' ? itemId : null;
  }

  get #live(): LiveTurnsState | undefined {
    return this.#followed.turns?.state.getState();
  }

  get #loadError(): LiteChatError | undefined {
    const status = this.#live?.status;
    const error = status?.state === 'failed' ? status.error : undefined;
    return error ?? this.persistence.error ?? this.#openError;
  }

  /** Why the database could not be opened; a provider may have no context then. */
  get #openError(): LiteChatError | undefined {
    const status = this.status.state;
    return status?.state === 'failed' || status?.state === 'newer' ? status.error : undefined;
  }

  /** What helps against a failure to read: the same that a provider's banner offers. */
  get #remedy(): Remedy {
    const state = this.status.state?.state;
    return state === 'newer' || state === 'outdated'
      ? { label: this.localize.term('reload'), run: () => location.reload() }
      : { label: this.localize.term('tryAgain'), run: this.#retry };
  }

  get #stage(): Stage {
    if (this.#turns.turns.length > 0) return 'full';
    if (this.#loadError) return 'failed';
    if (this.status.state?.state === 'blocked') return 'blocked';
    if (this.context && this.#shownId === null) return 'nothing-selected';
    return this.#live?.status.state === 'ready' && this.#live.isWhole ? 'empty' : 'loading';
  }

  /**
   * The key of the one message that Tab reaches: the last one that had the focus, else the last of
   * all, or the first in sight where the reader has scrolled away from that.
   */
  get #tabStop(): string | undefined {
    const active = this.#turns.message(this.#focus.activeKey);
    return (active ?? this.#firstInSight ?? this.#turns.messageBeside('', Infinity))?.key;
  }

  get #firstInSight(): Message | undefined {
    const { isBelow, firstInSight } = this.#window;
    if (!isBelow || !firstInSight) return undefined;
    const messages = this.#turns.turns[firstInSight.index]?.messages;
    return messages?.at(firstInSight.beginsAbove ? -1 : 0);
  }

  /** Scrolls to the end, and follows from there what comes. */
  scrollToLatest(): void {
    this.#window.scrollToEnd();
  }

  /**
   * Scrolls to what was asked or answered in an interaction of the conversation, as soon as it is
   * there, and marks it for a moment; an answer that is not shown is chosen.
   *
   * @param part Which of the two; the first that there is unless given.
   */
  reveal(interactionId: string, part?: Message['part']): void {
    this.#revealed.show(interactionId, part);
  }

  /** Each wish once, when its conversation is shown. */
  #grant(request: RevealRequest | null): void {
    if (!request || request === this.#granted) return;
    if (request.conversationId !== this.#shownId) return;
    this.#granted = request;
    const { interactionId, role } = request;
    this.reveal(interactionId, role && (role === 'assistant' ? 'answer' : 'question'));
  }

  readonly #retry = (): void => {
    this.persistence.retry();
    this.#followed.turns?.follow();
  };

  readonly #latest = (): void => {
    this.scrollToLatest();
    // The button goes, and the focus with it.
    const last = this.#turns.messageBeside('', Infinity);
    this.#focus.activeKey = last?.key;
    void this.host.updateComplete.then(() =>
      this.#window.scroller.value?.focus({ preventScroll: true }),
    );
  };

  readonly #actions: AnswerActions = {
    copy: (interaction) => void this.#copy(interaction),
    rate: (interaction, rating) => void this.#rate(interaction, rating),
    choose: (turn, version) => this.#choose(turn, version),
  };

  /** Another conversation: nothing of the former one stays. */
  #begin(): void {
    this.#turns.clear();
    this.#window.reset();
    this.#focus.activeKey = undefined;
    this.#revealed.leave();
    this.#arriving.clear();
    this.#failure = undefined;
    this.#news = '';
  }

  /** Tells those who do not see it when an answer has ended; its words are there to be read. */
  #listen(): void {
    const streamed = this.context?.stores.interactions.getState().streamed;
    const { turns: live } = this.#followed;
    for (const id of this.#arriving) {
      if (streamed?.has(id)) continue;
      const status = live?.interaction(id)?.status;
      if (status === 'COMPLETED') this.#news = this.localize.term('answerComplete');
      if (status === 'ERROR') this.#news = this.localize.term('answerFailed');
    }
    const here = [...(streamed?.keys() ?? [])].filter((id) => live?.has(id));
    if (here.some((id) => !this.#arriving.has(id))) this.#news = '';
    this.#arriving = new Set(here);
  }

  async #copy(interaction: Interaction): Promise<void> {
    const { text } = answerText(interaction);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.#fail(this.localize.term('copyFailed'));
      return;
    }
    this.#copied = interaction.id;
    this.#news = this.localize.term('copied');
    this.requestUpdate();
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => {
      this.#copied = undefined;
      this.#news = '';
      this.requestUpdate();
    }, COPIED_MILLISECONDS);
    announce(this.host, 'litechat-copied', { ...refTo(interaction), text });
  }

  async #rate(interaction: Interaction, rating: number | null): Promise<void> {
    const detail = { ...refTo(interaction), rating };
    if (!this.context || !mayGoOn(this.host, 'litechat-rate-requested', detail)) return;
    this.#fail(undefined);
    try {
      await this.context.stores.interactions.getState().rateInteraction(interaction.id, rating);
    } catch (error) {
      this.#fail(error);
      return;
    }
    announce(this.host, 'litechat-rated', detail);
  }

  /** Says so until it is dismissed. */
  #fail(failure: unknown): void {
    this.#failure = failure;
    this.requestUpdate();
  }

  #choose(turn: ShownTurn, version: Interaction): void {
    this.#turns.choose(turn, version);
    this.requestUpdate();
    const [number, count] = [turn.versions.indexOf(version) + 1, turn.versions.length];
    this.#news = this.localize.term('answerOf', number, count);
    announce(this.host, 'litechat-answer-shown', { ...refTo(version), number, count });
  }

  override render(): TemplateResult {
    return html`${this.#renderBody()} ${this.#renderFailure()} ${statusLine(this.#news)}`;
  }

  #renderBody(): TemplateResult {
    const { localize } = this;
    switch (this.#stage) {
      case 'nothing-selected':
        return states.nothingSelected(localize);
      case 'loading':
        return states.loadingMessages(localize);
      case 'blocked':
        return states.blockedMessages(localize, !this.persistence.isProviderTelling);
      case 'failed':
        return states.failedMessages(localize, this.#failureWords, this.#remedy);
      case 'empty':
        return states.noMessages(localize);
      case 'full':
        return this.#renderMessages();
    }
  }

  /** None where a provider's banner has said them already. */
  get #failureWords(): string | undefined {
    const isTold = this.persistence.isProviderTelling && this.#openError !== undefined;
    return isTold ? undefined : this.messageOf(this.#loadError);
  }

  #renderMessages(): TemplateResult {
    const { turns } = this.#turns;
    const { turns: live } = this.#followed;
    const tabStop = this.#tabStop;
    const keys = turns.map(({ key }) => key);
    const items = this.#window.items(keys, this.#turns.message(tabStop)?.index);
    const inSight = items.flatMap(({ index, start }) => {
      const turn = turns[index];
      return turn ? [{ turn, index, start }] : [];
    });
    live?.want([...new Set(inSight.flatMap(({ turn }) => [turn.asked.id, turn.shown.id]))]);
    const surroundings: MessageSurroundings = {
      localize: this.localize,
      now: new Date(),
      count: this.#turns.messageCount,
      renderer: this.host.renderer,
      body: (id) => live?.interaction(id),
      isStreamed: (id) => this.#arriving.has(id),
      tabStop,
      revealed: this.#revealed.key,
      copied: this.#copied,
      actions: this.#actions,
    };
    return html`
      <div
        ${ref(this.#window.scroller)}
        class="scroller"
        part="messages"
        role="feed"
        tabindex="-1"
        aria-label=${this.localize.term('messages')}
        aria-busy=${this.#live?.isWhole === true ? 'false' : 'true'}
        @focusin=${this.#focus.onFocusin}
        @keydown=${this.#focus.onKeydown}
      >
        <div
          class="whole"
          role="presentation"
          ${cssVariables({ '--height': `${this.#window.height}px` })}
        >
          ${repeat(
            inSight,
            ({ turn }) => turn.key,
            ({ turn, index, start }) => html`
              <div
                class="turn"
                role="presentation"
                data-index=${index}
                ${cssVariables({ '--start': `${start}px` })}
                ${ref(this.#window.measure)}
              >
                ${turnMessages(turn, surroundings)}
              </div>
            `,
          )}
        </div>
      </div>
      ${
        this.#window.isBelow
          ? html`<button class="latest" part="latest" type="button" @click=${this.#latest}>
              ${icon('arrow-down')} ${this.localize.term('jumpToLatest')}
            </button>`
          : nothing
      }
    `;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { localize } = this;
    if (this.#failure !== undefined) {
      const dismiss = (): void => this.#fail(undefined);
      const words =
        typeof this.#failure === 'string' ? this.#failure : this.messageOf(this.#failure);
      return failureBar(localize, words, { dismiss });
    }
    if (this.#stage !== 'full') return nothing;
    if (this.#loadError) {
      return failureBar(localize, this.messageOf(this.#loadError), { remedy: this.#remedy });
    }
    const streamed = this.context?.stores.interactions.getState().streamed;
    const unsaved = [...this.#arriving].map((id) => streamed?.get(id)?.error).find(Boolean);
    return unsaved
      ? failureBar(localize, localize.term('answerUnsaved', this.messageOf(unsaved)), {})
      : nothing;
  }
}

const refTo = ({ id, conversationId }: Interaction): { id: string; conversationId: string } => ({
  id,
  conversationId,
});
