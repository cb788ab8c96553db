import { css, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { onDemand } from '../../on-demand.js';
import { LazyElement } from '../shared/lazy-element.js';
import { lazyPart } from '../shared/lazy-part.js';
import type { ConversationViewBody } from './conversation-view-body.js';
import type { TextRenderer } from './rendered-text.js';
import type { Message } from './shown-turns.js';
import './view-events.js';

const inside = onDemand(() => import('./conversation-view-body.js'));

/**
 * What was said in one conversation, however long: it opens at its end, follows answers as they
 * arrive, and reads what is in sight. Text is shown as it is, unless the page sets a `renderer`, such
 * as that of `litechat-elements/markdown`.
 *
 * @summary Reads one conversation.
 *
 * @fires {CustomEvent<{id: string, conversationId: string, rating: number | null}>} litechat-rate-requested -
 *   Cancelable; comes before an answer is rated: 1 for a good one, -1 for a poor one, null to take
 *   that back.
 * @fires {CustomEvent<{id: string, conversationId: string, rating: number | null}>} litechat-rated -
 *   The rating is in the database.
 * @fires {CustomEvent<{id: string, conversationId: string, text: string}>} litechat-copied -
 *   The answer is on the clipboard.
 * @fires {CustomEvent<{id: string, conversationId: string, number: number, count: number}>} litechat-answer-shown -
 *   The user stepped to another answer to the same question.
 *
 * @slot nothing-selected - In place of the words for when no conversation is selected.
 * @slot empty - In place of the words for a conversation without messages.
 * @slot question-{id} - In place of what was asked in the interaction with this id.
 * @slot answer-{id} - In place of the answer of the interaction with this id, for pages whose
 *   framework renders it.
 *
 * @csspart messages - All messages, which scroll.
 * @csspart message - One message.
 * @csspart question - A message that asks.
 * @csspart answer - A message that answers.
 * @csspart text - What a message says.
 * @csspart files - The files attached to a question.
 * @csspart reasoning - The model's reasoning, folded.
 * @csspart tool-calls - The tools that were called, folded.
 * @csspart status - How far an answer is.
 * @csspart error - Why an answer failed.
 * @csspart actions - The buttons below an answer.
 * @csspart action - One of them; also `copy`, `good`, `poor`, `previous` and `next`.
 * @csspart copy - The button that copies the answer.
 * @csspart good - The button that rates the answer as good.
 * @csspart poor - The button that rates the answer as poor.
 * @csspart previous - The button that shows the answer before.
 * @csspart next - The button that shows the answer after.
 * @csspart alternatives - The steps through several answers to one question.
 * @csspart details - Model, tokens and time of an answer.
 * @csspart latest - The button that scrolls to the end.
 * @csspart nothing-selected - What is shown when no conversation is selected.
 * @csspart empty - What is shown in a conversation without messages.
 * @csspart failure - The message of a failure.
 *
 * @cssprop --litechat-measure - How wide the text is at most; 44rem unless set.
 *
 * @cssState nothing-selected - There is no conversation to show.
 * @cssState loading - The messages are on their way.
 * @cssState blocked - Another tab keeps the database from being opened.
 * @cssState failed - Nothing could be read.
 * @cssState empty - The conversation has no messages.
 * @cssState full - There are messages.
 * @cssState streaming - An answer is arriving in this page.
 */
export class ConversationView extends LazyElement<ConversationViewBody> {
  static override styles = [
    ...LazyElement.styles,
    css`
      :host {
        block-size: 100%;
        background: var(--_background);
      }

      /* A question and what follows, where the latest of them will stand. */
      .stand-in {
        align-content: end;
        box-sizing: border-box;
        block-size: 100%;
        border: 0;
        background: none;
      }

      .stand-in::before {
        justify-self: end;
        inline-size: 46%;
        block-size: 36px;
        border-radius: 18px;
      }
    `,
  ];

  readonly #states = this.attachInternals().states;
  /** @internal */
  protected override readonly body = lazyPart(
    this,
    inside,
    (module) => new module.ConversationViewBody(this, this.parts, this.#states),
  );

  /** The conversation to show; the one that is selected on the page unless set. */
  @property({ attribute: 'conversation-id' }) conversationId: string | null = null;

  /** Makes of a text what is shown for it; plain text unless set. A string is never taken for markup. */
  @property({ attribute: false }) renderer: TextRenderer | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { current, error } = this.body;
    if (current) return;
    this.#states.clear();
    this.#states.add(error === undefined ? 'loading' : 'failed');
  }

  /** Scrolls to the end, and follows from there what comes. */
  scrollToLatest(): void {
    this.body.use((body) => body.scrollToLatest());
  }

  /**
   * Scrolls to what was asked or answered in an interaction of the conversation, as soon as it is
   * there, and marks it for a moment; an answer that is not shown is chosen.
   *
   * @param part Which of the two; the first that there is unless given.
   */
  reveal(interactionId: string, part?: Message['part']): void {
    this.body.use((body) => body.reveal(interactionId, part));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'litechat-conversation-view': ConversationView;
  }
}
