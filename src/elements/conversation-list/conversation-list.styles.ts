import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    block-size: 100%;
    min-block-size: 0;
    min-inline-size: 0;
    background: var(--_background);
  }

  .header {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 10px 8px 8px;
  }

  .header > button {
    flex: none;
  }

  .search {
    position: relative;
    flex: 1 1 auto;
    min-inline-size: 0;
    margin-inline-end: 4px;
  }

  .search > .icon {
    position: absolute;
    inset-inline-start: 9px;
    inset-block-start: calc(50% - 8px);
    color: var(--_quiet);
    pointer-events: none;
  }

  .search .field {
    padding-inline: 32px 30px;
    background: var(--_surface);
    text-overflow: ellipsis;
  }

  .search .field::-webkit-search-cancel-button {
    display: none;
  }

  kbd {
    position: absolute;
    inset-inline-end: 7px;
    inset-block-start: calc(50% - 9px);
    inline-size: 18px;
    border: 1px solid var(--_hairline);
    border-radius: 4px;
    background: var(--_background);
    color: var(--_quiet);
    font: 400 11px/16px var(--_font);
    text-align: center;
    pointer-events: none;
  }

  .search:focus-within kbd {
    display: none;
  }

  button.clear {
    position: absolute;
    inset-block: 2px;
    inset-inline-end: 2px;
    inline-size: 26px;
    min-block-size: 0;
  }

  /* A phone at 200 %: a word has to fit into the field. */
  @media (width < 280px) {
    .header {
      flex-wrap: wrap;
    }

    .search {
      flex-basis: 100%;
      margin-inline-end: 0;
    }
  }

  @media (pointer: coarse) {
    button.clear {
      inline-size: 40px;
    }

    kbd {
      display: none;
    }
  }
`;
