import { css } from 'lit';

/** What stands in place of the rows, or below them. */
export const listStates = css`
  .message {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    /* With the header's own, 48px below the field. */
    padding: 40px 24px 24px;
    color: var(--_quiet);
    text-align: center;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .message p {
    max-inline-size: 36ch;
    margin: 0;
  }

  .message .strong {
    color: var(--_text);
    font-weight: 550;
  }

  .message button {
    white-space: normal;
    margin-block-start: 12px;
  }

  .skeleton {
    display: grid;
    padding: 2px 16px;
    /* A database that answers at once shows no skeleton. */
    animation: show 0s 200ms both;
  }

  .skeleton > div {
    display: flex;
    align-items: center;
    block-size: calc(var(--_row) + 1px);
  }

  .skeleton > div::before {
    inline-size: var(--width);
    block-size: 10px;
    border-radius: 5px;
    background: var(--_pressed);
    content: '';
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes show {
    from {
      visibility: hidden;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  .failure {
    margin: 0 8px 8px;
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton > div::before {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton > div::before {
      background: GrayText;
    }
  }
`;
