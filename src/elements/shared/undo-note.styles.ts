import { css } from 'lit';

export const undoStyles = css`
  .undo .when {
    font-weight: 550;
  }

  /* Apart from the result above, which it does not undo. */
  .card > .undo.earlier {
    margin-block-start: 24px;
  }

  .undo-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }

  .undo-actions button {
    max-inline-size: 100%;
    margin: 0;
    white-space: normal;
  }
`;
