/** What an event of the view is about. */
export interface AnswerRef {
  /** Of the interaction. */
  id: string;
  conversationId: string;
}

declare global {
  interface HTMLElementEventMap {
    'litechat-rate-requested': CustomEvent<AnswerRef & { rating: number | null }>;
    'litechat-rated': CustomEvent<AnswerRef & { rating: number | null }>;
    'litechat-copied': CustomEvent<AnswerRef & { text: string }>;
    'litechat-answer-shown': CustomEvent<AnswerRef & { number: number; count: number }>;
  }
}
