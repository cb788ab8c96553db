import { css } from 'lit';

/** What says that nothing here is kept. */
export const notKept = css`
  .not-kept {
    display: flex;
    flex: none;
    gap: 8px;
    padding: 8px 14px 10px;
    border-block-start: 1px solid var(--_hairline);
    color: var(--_quiet);
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .not-kept strong {
    color: var(--_text);
    font-weight: 550;
  }
`;
