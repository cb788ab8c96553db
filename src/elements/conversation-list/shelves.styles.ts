import { css } from 'lit';

/** What was put away, and what offers to take it back. */
export const shelves = css`
  .shelves {
    display: flex;
    flex: none;
    gap: 2px;
    padding: 6px 8px;
    border-block-start: 1px solid var(--_hairline);
  }

  .shelves button {
    flex: 1 1 0;
    justify-content: flex-start;
    min-inline-size: 0;
    color: var(--_quiet);
    font-weight: 400;
  }

  .shelves .aside {
    margin-inline-start: auto;
  }

  .shelf {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0 4px;
    padding: 0 8px 8px;
  }

  .shelf h2 {
    margin: 0;
    font-size: 14px;
    font-weight: 550;
  }

  .shelf p {
    grid-column: 1 / -1;
    margin: 4px 8px 0;
    color: var(--_quiet);
    font-size: 13px;
  }

  :host(:dir(rtl)) .back .icon {
    scale: -1 1;
  }

  /* Over the last rows, and not over the buttons at the foot. */
  .toasts {
    position: relative;
    flex: none;
    z-index: 1;
    block-size: 0;
  }

  .toast {
    display: flex;
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    align-items: center;
    gap: 4px;
    padding: 4px 4px 4px 12px;
    padding-inline: 12px 4px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-card);
    background: var(--_background);
    box-shadow: var(--_shadow);
    font-size: 13px;
    animation: rise var(--_motion) ease-out;
  }

  .toast .words {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .toast button {
    flex: none;
  }

  @keyframes rise {
    from {
      translate: 0 8px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .toast {
      animation: none;
    }
  }
`;
