import { css } from 'lit';

/** The choice of a place. */
export const moveDialog = css`
  .move .field {
    inline-size: 100%;
    margin-block-start: 12px;
  }

  dialog .destinations {
    /* A fieldset is otherwise as wide as its longest line. */
    min-inline-size: 0;
    gap: 0;
    max-block-size: min(320px, 50vh);
    margin-block-start: 12px;
    overflow: auto;
  }

  .destination {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--_row);
    padding-inline: calc(8px + 18px * var(--depth)) 8px;
    border-radius: var(--_radius);
  }

  .destination:hover {
    background: var(--_hover);
  }

  .destination .icon {
    flex: none;
    color: var(--_quiet);
  }

  .destination span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .destination input {
    flex: none;
    margin: 0;
  }
`;
