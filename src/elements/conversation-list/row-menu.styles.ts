import { css } from 'lit';

/** The menu of a row. */
export const rowMenu = css`
  .menu {
    position: fixed;
    inset: auto;
    min-inline-size: 180px;
    max-inline-size: calc(100vw - 16px);
    margin: 0;
    padding: 4px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-card);
    background: var(--_floating);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }

  .menu:popover-open {
    animation: appear var(--_motion) ease-out;
  }

  .menu .item {
    display: flex;
    justify-content: start;
    gap: 10px;
    inline-size: 100%;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .menu .item:is(:hover, :focus-visible) {
    outline-offset: -2px;
    background: var(--_hover);
  }

  .menu .item .icon {
    color: var(--_quiet);
  }

  .menu .dangerous,
  .menu .dangerous .icon {
    color: var(--_danger);
  }
`;
