import { css } from 'lit';

/** Rows that are marked, and what can be done to all of them. */
export const marked = css`
  /* What is tinted now is what an action is meant for; the open one keeps its edge. */
  .tree.marking .row.open:not(.marked) {
    background: var(--_hover);
  }

  .row.marked {
    background: var(--_tint);
  }

  /* As wide as the button beside it, whose place it takes where that is always in sight. */
  .tick {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    color: var(--_quiet);
  }

  .row.marked .tick {
    color: var(--_accent);
  }

  .row.marked .tick .icon {
    stroke-width: 2.25;
  }

  .dragged {
    position: fixed;
    inset-block-start: -100px;
    inset-inline-start: 0;
    padding: 4px 12px;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 550 13px/20px var(--_font);
    white-space: nowrap;
  }

  .marked-bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px;
    padding: 6px 8px;
    border-block-start: 1px solid var(--_hairline);
    background: var(--_tint);
  }

  .marked-bar .count,
  .marked-bar .buttons {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .marked-bar .count {
    gap: 4px;
    min-inline-size: 0;
    font-size: 13px;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .marked-bar .buttons {
    flex: 0 1 auto;
    margin-inline-start: auto;
  }

  .marked-bar button {
    color: var(--_text);
  }

  @media (hover: none) {
    .tree.selecting .more {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .tick {
      inline-size: 44px;
    }

    .marked-bar .buttons {
      flex: 1 1 100%;
      justify-content: space-between;
    }
  }

  @media (forced-colors: active) {
    .tree.marking .row.open:not(.marked) {
      background: Canvas;
      color: CanvasText;
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .row.marked {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .row.marked :is(.lead, .aside, .more, .untitled, .tick, .pinned) {
      color: inherit;
    }

    .dragged {
      border: 1px solid;
    }
  }
`;
