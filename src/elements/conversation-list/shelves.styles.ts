import { css } from 'lit';

/** The ways to what was put away. */
export const shelves = css`
  .shelves {
    display: flex;
    flex: none;
    gap: 2px;
    padding: 6px 8px;
    border-block-start: 1px solid var(--_hairline);
  }

  .shelves button {
    flex: 1 1 0;
    justify-content: flex-start;
    min-inline-size: 0;
    color: var(--_quiet);
    font-weight: 400;
  }

  .shelves .aside {
    margin-inline-start: auto;
  }
`;
