import { css } from 'lit';

export const styles = css`
  .card > .total {
    display: flex;
    max-inline-size: none;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 16px;
    margin: 16px 0 0;
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  .total strong {
    color: var(--_text);
    font: 550 20px/1.4 var(--_font);
    letter-spacing: -0.01em;
    display: inline-block;
  }

  .total strong::first-letter {
    text-transform: uppercase;
  }

  .bar {
    display: flex;
    gap: 2px;
    block-size: 12px;
    margin-block-start: 10px;
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--_hairline);
  }

  .bar > span {
    flex: var(--share) 1 0;
    min-inline-size: 2px;
  }

  .bar > span,
  .swatch {
    background: light-dark(oklch(0.62 0.15 var(--hue)), oklch(0.72 0.125 var(--hue)));
    forced-color-adjust: none;
  }

  .legend {
    display: grid;
    /* Both columns of numbers are as wide as their widest. */
    grid-template-columns: auto minmax(0, auto) minmax(0, 1fr) auto;
    gap: 0 10px;
    margin: 10px 0 0;
    padding: 0;
    list-style: none;
  }

  .legend li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
    padding-block: 4px;
  }

  .legend .number {
    font-size: 13px;
    text-align: end;
  }

  .legend .size {
    color: var(--_text);
    font-size: 14px;
  }

  .swatch {
    align-self: center;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 3px;
  }

  .facts {
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }

  .facts li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding-block: 12px;
    border-block-start: 1px solid var(--_hairline);
  }

  .facts li:last-child {
    padding-block-end: 0;
  }

  .fact {
    display: flex;
    flex: 1 1 220px;
    gap: 10px;
    min-inline-size: 0;
    border-radius: var(--_radius);
  }

  .fact > .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .fact.good > .icon {
    color: var(--_good);
  }

  .fact.caution > .icon {
    color: var(--_caution);
  }

  .fact p {
    margin: 0;
    text-wrap: pretty;
  }

  .fact p + p {
    color: var(--_quiet);
    font-size: 13px;
  }

  .measuring {
    display: grid;
    gap: 12px;
    margin-block-start: 16px;
  }

  /* What is soon there needs no stand-in. */
  .measuring::before,
  .measuring::after {
    content: '';
    block-size: 12px;
    border-radius: var(--_radius);
    background: var(--_hairline);
    opacity: 0;
    animation: stand-in 1ms 200ms forwards;
  }

  .measuring::before {
    inline-size: 120px;
  }

  .measuring > span {
    position: absolute;
  }

  @keyframes stand-in {
    to {
      opacity: 1;
    }
  }

  .note + .facts,
  .card > .note:first-of-type {
    margin-block-start: 16px;
  }

  /* How many there are stands below the name. */
  @container (inline-size < 420px) {
    .legend {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .legend .count {
      grid-area: 2 / 2 / 3 / -1;
      text-align: start;
    }

    .legend .size {
      grid-area: 1 / 3;
    }

    .legend .swatch {
      grid-area: 1 / 1;
    }

    /* Below the words, not below their icon. */
    .facts button {
      margin-inline-start: 26px;
    }
  }

  /* So does how large they are. */
  @container (inline-size < 240px) {
    .legend {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .legend .count {
      overflow-wrap: anywhere;
    }

    .legend .size {
      grid-area: 3 / 2;
      text-align: start;
    }
  }

  @media (forced-colors: active) {
    .bar,
    .swatch {
      border: 1px solid CanvasText;
    }

    .bar {
      background: Canvas;
    }

    .measuring::before,
    .measuring::after {
      background: GrayText;
    }
  }
`;
