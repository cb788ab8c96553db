import { css } from 'lit';

export const styles = css`
  .card > .note {
    margin-block-start: 0;
  }

  .cards {
    display: grid;
    gap: 16px;
  }

  .column {
    display: grid;
    align-content: start;
    gap: 16px;
    min-inline-size: 0;
  }

  @container (inline-size >= 760px) {
    .cards {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
