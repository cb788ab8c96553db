import { css } from 'lit';

/** In place of a body that is on its way. */
export const waiting = css`
  :host {
    display: block;
  }

  .waiting {
    display: grid;
    align-content: start;
    gap: 12px;
    /* About as much as will be needed, so that what is below moves little. */
    min-block-size: var(--_room, 240px);
    padding: 20px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    /* What comes at once needs no stand-in. */
    animation: show 0s 200ms both;
  }

  .waiting::before,
  .waiting::after {
    block-size: 12px;
    border-radius: var(--_radius);
    background: var(--_pressed);
    content: '';
  }

  .waiting::before {
    inline-size: 120px;
  }

  @keyframes show {
    from {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .waiting::before,
    .waiting::after {
      background: GrayText;
    }
  }
`;
