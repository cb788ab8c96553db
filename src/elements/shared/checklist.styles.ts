import { css } from 'lit';

/** Each count below its name, all at one edge. */
export const stackedCounts = css`
  .checklist .name {
    flex-basis: calc(100% - 30px);
  }

  .checklist .number {
    order: 2;
    flex-basis: 100%;
    margin-inline-start: 0;
    padding-inline-start: 26px;
    text-align: start;
  }

  .checklist .check:has(.size) .name {
    flex: 1 1 0;
  }

  @media (pointer: coarse) {
    .checklist .number {
      padding-inline-start: 30px;
    }
  }
`;

/** A list of categories to tick. */
export const checklist = css`
  fieldset {
    min-inline-size: 0;
    margin: 16px 0 0;
    padding: 0;
    border: 0;
  }

  .checklist {
    display: grid;
    overflow: hidden;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  /* A count that does not fit beside the name stands below it. */
  .checklist .check {
    flex-wrap: wrap;
    row-gap: 0;
    padding: 7px 12px;
    cursor: default;
  }

  .checklist .check:hover {
    background: var(--_hover);
  }

  .checklist .check + .check {
    border-block-start: 1px solid var(--_hairline);
  }

  .checklist .name {
    flex: 1 0 auto;
    max-inline-size: calc(100% - 30px);
    overflow-wrap: anywhere;
  }

  .checklist .number {
    flex: 0 1 auto;
    margin-inline-start: auto;
    text-align: end;
  }

  .checklist .size {
    order: 1;
    flex: none;
    min-inline-size: 60px;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .checklist .number:has(+ .size) {
    font-size: 13px;
    line-height: 20px;
  }

  /* Sizes stand in one column: a count that is too long for its line goes on below itself. */
  @container (inline-size >= 420px) {
    .checklist .check:has(.size) {
      flex-wrap: nowrap;
    }
  }

  @container (inline-size < 420px) {
    ${stackedCounts}
  }

  /* Each size too. */
  @container (inline-size < 240px) {
    .checklist .check:has(.size) .name {
      flex-basis: calc(100% - 30px);
    }

    .checklist .number {
      overflow-wrap: anywhere;
    }

    .checklist .size {
      order: 3;
      flex-basis: 100%;
      padding-inline-start: 26px;
      text-align: start;
    }
  }
`;
