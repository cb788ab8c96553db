import { css } from 'lit';

export const styles = css`
  .card {
    border-color: color-mix(in oklab, var(--_danger) 35%, var(--_hairline));
  }

  h2#title {
    color: var(--_danger);
  }

  button.outlined {
    border-color: color-mix(in oklab, var(--_danger) 70%, var(--_outline));
    color: var(--_danger);
  }

  dialog .field {
    margin-block-start: 12px;
  }
`;
