import { css } from 'lit';

export const styles = css`
  .categories {
    display: grid;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }

  .categories > li {
    padding-block: 12px;
    border-block-start: 1px solid var(--_hairline);
  }

  .categories > li:last-child {
    padding-block-end: 0;
  }

  .category {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }

  .category > .name {
    flex: 1 1 140px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .category .number {
    margin-inline-start: 6px;
  }

  .category > div {
    display: flex;
    gap: 8px;
  }

  .secrets {
    margin-block-start: 8px;
    color: var(--_quiet);
    font-size: 13px;
  }

  li .note {
    margin-block-start: 10px;
  }
`;
