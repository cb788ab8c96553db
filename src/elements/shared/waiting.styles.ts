import { css } from 'lit';

/** In place of a body that is on its way. */
export const waiting = css`
  :host {
    display: block;
  }

  .stand-in {
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

  .stand-in::before,
  .stand-in::after {
    block-size: 12px;
    border-radius: var(--_radius);
    background: var(--_pressed);
    content: '';
  }

  .stand-in::before {
    inline-size: 120px;
  }

  @keyframes show {
    from {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    .stand-in::before,
    .stand-in::after {
      background: GrayText;
    }
  }
`;
