import { css } from 'lit';

/** What offers to take back what was put away. */
export const toast = css`
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
