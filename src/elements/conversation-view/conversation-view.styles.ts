import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--_background);
    --_measure: var(--litechat-measure, 44rem);
    /* What is beside the text keeps it from the edges, on a telephone too. */
    --_side: clamp(16px, 4%, 32px);
  }

  .scroller {
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    /* The window keeps its place itself. */
    overflow-anchor: none;
    outline: none;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
    scrollbar-color: var(--_outline) transparent;
  }

  .whole {
    position: relative;
    block-size: var(--height);
  }

  .turn {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: grid;
    grid-template-columns: minmax(0, min(100%, var(--_measure)));
    justify-content: center;
    gap: 20px;
    padding: 16px var(--_side);
    transform: translateY(var(--start));
    /* A letter under hundreds of marks can be wider than the view, and breaks nowhere. */
    overflow-x: clip;
  }

  .latest {
    position: absolute;
    inset-block-end: 16px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    padding-inline: 10px 14px;
    border-color: var(--_hairline);
    border-radius: 999px;
    background: var(--_floating);
    box-shadow: var(--_shadow);
  }

  .latest:hover {
    background: linear-gradient(var(--_hover) 0 0) var(--_floating);
  }

  .message-box {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 24px;
    color: var(--_quiet);
    text-align: center;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .message-box .icon {
    inline-size: 24px;
    block-size: 24px;
    margin-block-end: 4px;
  }

  .message-box button .icon {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
  }

  .message-box p {
    max-inline-size: 44ch;
    margin: 0;
  }

  .message-box .strong {
    color: var(--_text);
    font-weight: 550;
  }

  .message-box button {
    margin-block-start: 12px;
    white-space: normal;
  }

  .waiting {
    display: grid;
    align-content: end;
    flex: 1 1 auto;
    gap: 12px;
    inline-size: min(100% - 2 * var(--_side), var(--_measure));
    margin-inline: auto;
    padding-block: 24px;
    overflow: hidden;
    /* A database that answers at once shows no skeleton. */
    animation: show 0s 200ms both;
  }

  .waiting > div {
    block-size: 10px;
    border-radius: 5px;
    background: var(--_pressed);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .waiting > .asked {
    justify-self: end;
    inline-size: 46%;
    block-size: 36px;
    margin-block: 20px 8px;
    border-radius: 18px;
  }

  .waiting > .short {
    inline-size: 62%;
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
    inline-size: min(100% - 16px, var(--_measure));
    margin: 4px auto 8px;
  }

  @media (prefers-reduced-motion: reduce) {
    .waiting > div {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .waiting > div {
      background: GrayText;
    }
  }
`;
