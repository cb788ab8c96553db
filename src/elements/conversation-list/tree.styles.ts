import { css } from 'lit';

/** The rows. */
export const tree = css`
  .tree {
    /* The width of what stands before a title. */
    --_lead: 24px;

    flex: 1 1 auto;
    min-block-size: 0;
    padding: 2px 8px 12px;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_hairline) transparent;
  }

  .whole {
    position: relative;
    block-size: calc(var(--count) * (var(--_row) + 1px));
  }

  .row {
    display: flex;
    position: absolute;
    inset-block-start: calc(var(--index) * (var(--_row) + 1px));
    inset-inline: 0;
    align-items: center;
    block-size: var(--_row);
    padding-inline: calc(8px + 18px * var(--depth)) 2px;
    border-radius: var(--_radius);
    contain: layout style;
    cursor: default;
    user-select: none;
    touch-action: manipulation;
  }

  .row:hover,
  .row.menu-open {
    background: var(--_hover);
  }

  .row.open {
    background: var(--_tint);
  }

  .row.open::before {
    position: absolute;
    inset-block: 7px;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 2px;
    background: var(--_accent);
    content: '';
  }

  .row.landing,
  .tree.landing {
    background: var(--_tint);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .row:focus-visible {
    /* Inside, where neither the next row nor the edge of the list covers it. */
    outline-offset: -2px;
  }

  /* One line a level, under the middle of the chevron it belongs to. */
  .row::after {
    position: absolute;
    inset-block: 0 -1px;
    inset-inline-start: calc(var(--_lead) / 2 - 4px);
    inline-size: calc(18px * var(--depth));
    background: repeating-linear-gradient(
      to right,
      transparent 0 8px,
      var(--_hairline) 8px 9px,
      transparent 9px 18px
    );
    content: '';
    pointer-events: none;
  }

  :host(:dir(rtl)) .row::after {
    scale: -1 1;
  }

  .lead {
    display: grid;
    flex: none;
    place-items: center;
    align-self: stretch;
    inline-size: var(--_lead);
    margin-inline: -4px 4px;
    color: var(--_quiet);
  }

  .row.open .lead {
    color: var(--_accent);
  }

  .toggle {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 4px;
  }

  .toggle:hover {
    background: var(--_pressed);
    color: var(--_text);
  }

  .toggle .icon {
    transition: rotate var(--_motion) ease-out;
  }

  :host(:dir(rtl)) .toggle .icon {
    rotate: 180deg;
  }

  .row[aria-expanded='true'] .toggle .icon {
    rotate: 90deg;
  }

  .title,
  .rename {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* On the side where the row begins, whichever way the title itself runs. */
  .title {
    text-align: left;
  }

  :host(:dir(rtl)) .title {
    text-align: right;
  }

  .project .title {
    font-weight: 550;
  }

  .untitled {
    color: var(--_quiet);
  }

  mark {
    border-radius: 2px;
    background: var(--_mark);
    color: inherit;
  }

  .rename {
    block-size: 24px;
    margin: 0;
    margin-inline-start: -5px;
    padding: 0 4px;
    border: 1px solid var(--_accent);
    border-radius: 4px;
    outline: 0;
    box-shadow: 0 0 0 2px color-mix(in oklab, var(--_accent) 25%, transparent);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }

  .project .rename {
    font-weight: 550;
  }

  .end {
    display: grid;
    flex: none;
    align-items: center;
    justify-items: end;
    margin-inline-start: 8px;
  }

  .end > * {
    grid-area: 1 / 1;
  }

  .pinned {
    display: grid;
    margin-inline-end: 4px;
    color: var(--_quiet);
  }

  .pinned .icon {
    inline-size: 12px;
    block-size: 12px;
  }

  .aside {
    padding-inline-end: 8px;
    color: var(--_quiet);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .more {
    min-block-size: 0;
    block-size: max(24px, calc(var(--_row) - 6px));
    inline-size: 28px;
    opacity: 0;
  }

  .row:is(:hover, :focus-within, .menu-open) .more {
    opacity: 1;
  }

  .row:is(:hover, :focus-within, .menu-open) .aside {
    visibility: hidden;
  }

  /* Without a pointer that hovers, both stay in sight. */
  @media (hover: none) {
    .end {
      display: flex;
      gap: 6px;
    }

    .aside {
      padding-inline-end: 2px;
    }

    .more {
      opacity: 1;
    }

    .row:is(:hover, :focus-within, .menu-open) .aside {
      visibility: visible;
    }
  }

  /* The name of the row says nothing of it meanwhile. */
  .row:has(.rename) .aside {
    visibility: hidden;
  }

  /* A phone at 200 %: what room there is, is the title's. */
  @media (width < 280px) {
    .aside {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .more {
      inline-size: 44px;
      block-size: var(--_row);
    }

    .tree {
      --_lead: 36px;
    }

    .toggle {
      inline-size: 100%;
      block-size: 100%;
    }
  }

  @media (forced-colors: active) {
    /* A transparent border would be a box here, on every row. */
    button.quiet:not(:hover, :focus-visible, [aria-expanded='true']) {
      border-style: none;
    }

    .row.open {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .row.open :is(.lead, .aside, .more, .untitled) {
      color: inherit;
    }
  }
`;
