import { css } from 'lit';

/** What stands above the rows of a shelf. */
export const openShelf = css`
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
`;
