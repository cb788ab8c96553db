import { css } from 'lit';

export const styles = css`
  .ticks {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-start: 16px;
  }

  .ticks > div {
    display: flex;
    gap: 16px;
  }

  .ticks + fieldset {
    margin-block-start: 8px;
  }

  .secrets {
    margin-block-start: 16px;
  }

  .secrets .words {
    margin: 2px 0 0;
    font-size: 13px;
  }
`;
