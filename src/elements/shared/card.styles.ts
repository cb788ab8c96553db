import { css } from 'lit';

/** A card of settings: one thing each, with what follows from it in words. */
export const card = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .card {
    padding: 20px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }

  h2 {
    margin: 0;
    font: 550 16px/1.4 var(--_font);
  }

  .card > p,
  .words {
    max-inline-size: 62ch;
    margin: 4px 0 0;
    color: var(--_quiet);
    text-wrap: pretty;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 16px;
  }

  .note {
    display: flex;
    gap: 8px;
    margin-block-start: 16px;
    padding: 10px 12px;
    border-radius: var(--_radius);
    background: var(--_hover);
    overflow-wrap: anywhere;
  }

  .note > div {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .note p {
    margin: 0;
  }

  .note button {
    margin-block-start: 8px;
  }

  .note > .icon {
    margin-block-start: 2px;
  }

  .note.bad {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .note.caution {
    background: var(--_caution-tint);
  }

  .note.caution > .icon {
    color: var(--_caution);
  }

  .note.good > .icon {
    color: var(--_good);
  }

  details {
    margin-block-start: 8px;
  }

  summary {
    cursor: default;
  }

  .repairs {
    max-block-size: 220px;
    margin: 8px 0 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }

  .repairs li + li {
    margin-block-start: 6px;
  }

  .repairs code {
    display: block;
    color: var(--_quiet);
    font:
      400 13px/1.4 ui-monospace,
      monospace;
  }

  .work {
    display: grid;
    gap: 8px;
    margin-block-start: 16px;
  }

  .work > div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }

  .counts {
    display: grid;
    gap: 4px;
    margin: 12px 0 0;
    padding: 10px 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    list-style: none;
  }

  .counts:empty {
    display: none;
  }

  .counts li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
  }

  .note .counts {
    max-inline-size: 420px;
    margin: 6px 0;
    padding: 0;
    border: 0;
  }

  .number {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  /* Below the buttons that it explains. */
  .why {
    flex-basis: 100%;
    margin: 0;
    font-size: 13px;
  }

  .why:empty {
    display: none;
  }

  .option {
    margin-block-start: 16px;
  }

  .option .words {
    margin: 2px 0 0;
    font-size: 13px;
  }

  .hint {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding-inline: 6px;
    border-radius: 4px;
    background: var(--_caution-tint);
    color: var(--_caution);
    font-size: 13px;
    vertical-align: top;
    white-space: nowrap;
  }

  .hint .icon {
    inline-size: 13px;
    block-size: 13px;
  }

  @container (inline-size < 420px) {
    .card {
      padding: 16px;
    }

    .card .counts li {
      flex-direction: column;
    }

    /* In French some are longer than a phone is wide. */
    .card .actions button {
      padding-block: 4px;
      white-space: normal;
    }
  }

  /* On a phone at 200 % not even a button's words fit into one line. */
  @container (inline-size < 240px) {
    .card {
      padding: 12px;
      overflow-wrap: break-word;
    }

    .card button {
      white-space: normal;
    }

    .card button:not(.link) {
      padding-block: 4px;
    }
  }

  /* A dialog is as wide as the page lets it be, not as the card. */
  @media (width < 420px) {
    .counts li {
      flex-direction: column;
    }
  }

  @media (forced-colors: active) {
    .note {
      border: 1px solid;
    }
  }
`;
