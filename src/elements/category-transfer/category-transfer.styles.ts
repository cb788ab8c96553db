import { css } from 'lit';

export const styles = css`
  dialog .names {
    margin: 8px 0 0;
    padding-inline-start: 20px;
  }

  .categories {
    display: grid;
    /* Like a table: each column is as wide as its widest. */
    grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto auto;
    gap: 0 16px;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }

  .categories > li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    padding-block: 8px;
    border-block-start: 1px solid var(--_hairline);
  }

  .name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .amount {
    display: contents;
  }

  .amount > span {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .amount > .number {
    font-size: 13px;
  }

  .buttons {
    display: flex;
    gap: 8px;
  }

  /* There are many; their words tell them apart from the rest. */
  .buttons button {
    border-color: var(--_hairline);
  }

  /* What came of it stands below all of its row. */
  li > :is(.work, .note) {
    grid-column: 1 / -1;
    margin-block: 8px 4px;
  }

  .categories + .option {
    margin-block-start: 0;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_hairline);
  }

  /* How many there are stands below the name. */
  @container (inline-size < 680px) {
    .categories {
      grid-template-columns: minmax(0, 1fr) auto auto;
      column-gap: 8px;
    }

    .name {
      grid-area: 1 / 1;
    }

    .amount > .number {
      grid-area: 2 / 1;
      text-align: start;
    }

    .size {
      grid-area: 1 / 2 / 3;
    }

    .buttons {
      grid-area: 1 / 3 / 3;
      gap: 4px;
    }
  }

  /* The size stands there too; the names of the buttons are in their labels. */
  @container (inline-size < 480px) {
    .categories {
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 8px;
    }

    .amount {
      display: block;
      grid-area: 2 / 1;
      color: var(--_quiet);
      font-size: 13px;
    }

    .size {
      white-space: nowrap;
    }

    .size:not(:empty)::before {
      content: '· ';
    }

    .buttons {
      grid-area: 1 / 2 / 3;
      gap: 4px;
    }

    .buttons button {
      inline-size: max(36px, var(--_control));
      min-block-size: max(36px, var(--_control));
      padding: 0;
    }

    .buttons span {
      display: none;
    }
  }

  @container (inline-size < 240px) {
    .categories {
      grid-template-columns: minmax(0, 1fr);
    }

    .amount {
      overflow-wrap: anywhere;
    }

    .buttons {
      grid-area: 3 / 1;
      margin-block-start: 4px;
    }
  }
`;
