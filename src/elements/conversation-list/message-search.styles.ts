import { css } from 'lit';

/** The choice of a place to search in, the filters, and what was found in messages. */
export const messageSearch = css`
  .places {
    display: grid;
    grid-template-columns: 1fr 1fr;
    flex: none;
    gap: 2px;
    margin: 0 8px 8px;
    padding: 2px;
    border-radius: calc(var(--_radius) + 2px);
    background: var(--_pressed);
  }

  .places label {
    display: flex;
    position: relative;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-inline-size: 0;
    min-block-size: max(24px, calc(var(--_row) - 6px));
    padding-inline: 8px;
    border-radius: var(--_radius);
    color: var(--_quiet);
    font-size: 13px;
    font-weight: 550;
    cursor: pointer;
    user-select: none;
    touch-action: manipulation;
    transition: background-color var(--_motion) ease-out;
  }

  .places label > span:first-of-type {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .places label:hover {
    color: var(--_text);
  }

  .places label:has(:checked) {
    background: light-dark(var(--_floating), oklch(0.38 0.012 var(--_hue)));
    box-shadow: 0 1px 2px light-dark(oklch(0.2 0.02 265 / 14%), oklch(0 0 0 / 40%));
    color: var(--_text);
  }

  .places label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .places input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .places .count {
    color: var(--_quiet);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  .filters {
    display: flex;
    flex: none;
    gap: 2px;
    padding: 0 8px 6px;
  }

  .filters select {
    flex: 0 1 auto;
    /* As wide as what is chosen, where the browser can. */
    field-sizing: content;
    min-inline-size: 56px;
    min-block-size: max(26px, calc(var(--_row) - 4px));
    margin: 0;
    padding-block: 0;
    padding-inline: 6px 2px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_quiet);
    font: 400 13px/1.4 var(--_font);
    text-overflow: ellipsis;
    cursor: pointer;
  }

  /* Names of projects are long, the others not. */
  .filters select:first-child {
    flex-shrink: 1000;
  }

  .filters select:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .filters select.set {
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 550;
  }

  .filters option {
    background: var(--_floating);
    color: var(--_text);
    font-weight: 400;
  }

  .preparing {
    display: grid;
    flex: none;
    gap: 4px;
    padding: 2px 16px 8px;
    color: var(--_quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    /* A short list of messages is ready before it could be read. */
    animation: show 0s 300ms both;
  }

  .preparing progress {
    block-size: 3px;
  }

  .results {
    flex: 1 1 auto;
    min-block-size: 0;
    /* In a page that scrolls as a whole, the results scroll by themselves all the same. */
    max-block-size: 100dvh;
    padding: 0 8px 12px;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_hairline) transparent;
  }

  .results [role='listbox'] {
    padding-block: var(--before) var(--after);
  }

  .found-in {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    align-items: center;
    column-gap: 8px;
    padding: 10px 8px 3px;
    color: var(--_quiet);
    cursor: pointer;
    user-select: none;
    touch-action: manipulation;
  }

  .found-in .name {
    overflow: hidden;
    color: var(--_text);
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: left;
  }

  :host(:dir(rtl)) .found-in .name {
    text-align: right;
  }

  .found-in:hover .name {
    text-decoration: underline;
    text-decoration-color: var(--_outline);
    text-underline-offset: 3px;
  }

  .found-in .project {
    display: flex;
    grid-column: 2;
    align-items: center;
    gap: 5px;
    min-inline-size: 0;
    font-size: 12px;
  }

  .found-in .project .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .found-in .project bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .hit {
    display: grid;
    position: relative;
    gap: 1px;
    padding: 6px 8px 7px;
    padding-inline-start: 32px;
    border-radius: var(--_radius);
    font-size: 13px;
    cursor: pointer;
    user-select: none;
    touch-action: manipulation;
  }

  .hit:hover {
    background: var(--_hover);
  }

  .hit[aria-selected='true'] {
    background: var(--_tint);
  }

  .hit[aria-selected='true']::before {
    position: absolute;
    inset-block: 8px;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 2px;
    background: var(--_accent);
    content: '';
  }

  .hit .meta {
    display: flex;
    gap: 8px;
    color: var(--_quiet);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .hit .meta time {
    margin-inline-start: auto;
  }

  .hit .passage {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .more-results {
    inline-size: 100%;
    margin-block-start: 8px;
  }

  @media (pointer: coarse) {
    .places label,
    .filters select {
      min-block-size: 44px;
    }

    .filters select {
      font-size: 16px;
    }

    .found-in,
    .hit {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .places {
      border: 1px solid CanvasText;
    }

    .places label:has(:checked),
    .hit[aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .places label:has(:checked) .count,
    .hit[aria-selected='true'] :is(.meta, mark) {
      color: inherit;
    }

    .hit[aria-selected='true'] mark {
      outline: 1px solid;
      background: none;
    }
  }
`;
