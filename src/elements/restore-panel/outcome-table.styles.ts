import { css } from 'lit';

/** Numbers below the names of their columns; in a narrow card, words below the name of their row. */
export const outcomeStyles = css`
  .outcome {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) repeat(6, auto);
    overflow: hidden;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .columns,
  .row {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
    padding: 7px 12px;
  }

  .columns {
    padding-block: 5px;
    color: var(--_quiet);
    font-size: 12px;
    text-align: end;
  }

  .row {
    border-block-start: 1px solid var(--_hairline);
    cursor: default;
  }

  .row:hover {
    background: var(--_hover);
  }

  .row input {
    grid-column: 1;
    align-self: start;
    margin-block-start: 2px;
    margin-inline-end: 10px;
  }

  .row .name {
    grid-column: 2;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .line,
  .cells {
    display: contents;
  }

  .collection {
    grid-column: 2;
    color: var(--_quiet);
    font-size: 13px;
  }

  .columns > span,
  .cell {
    padding-inline-start: 14px;
    text-align: end;
  }

  .cell {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .in-new {
    grid-column: 3;
  }

  .in-identical {
    grid-column: 4;
  }

  .in-different {
    grid-column: 5;
  }

  .in-kept {
    grid-column: 6;
  }

  .in-invalid {
    grid-column: 7;
  }

  .in-removed {
    grid-column: 8;
  }

  .cell.zero,
  .cell.in-identical,
  .cell.in-kept {
    color: var(--_quiet);
  }

  .cell.in-new:not(.zero) {
    color: var(--_good);
    font-weight: 550;
  }

  .cell:is(.in-different, .in-invalid, .in-removed):not(.zero) {
    color: var(--_caution);
    font-weight: 550;
  }

  /* Numbers of the choice before; dimmed no further than can still be read. */
  .outcome.stale .cell,
  .notes.stale {
    color: var(--_quiet);
    font-weight: 400;
  }

  .worded {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .left-out {
    grid-column: 3 / -1;
    font-size: 13px;
    text-align: end;
  }

  .mods {
    display: flex;
    flex-wrap: wrap;
    grid-column: 2 / -1;
    gap: 2px 12px;
    min-inline-size: 0;
    color: var(--_quiet);
    font-size: 13px;
  }

  .mod {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @container (inline-size < 460px) {
    .outcome {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .columns,
    .cell.zero,
    .bare {
      display: none;
    }

    .row:first-of-type {
      border-block-start: 0;
    }

    .line {
      display: flex;
      grid-column: 2;
      gap: 12px;
    }

    .cells {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }

    /* All of them nothing: there is nothing to say. */
    .line:not(:has(.cell:not(.zero))) {
      display: none;
    }

    .cell {
      padding: 0;
      text-align: start;
    }

    .collection {
      flex: none;
      inline-size: 96px;
    }

    .worded {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
    }

    .left-out,
    .mods {
      grid-column: 2;
      text-align: start;
    }
  }

  @media (pointer: coarse) {
    .row {
      min-block-size: 44px;
      align-content: center;
    }
  }
`;
