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

  .counts {
    display: grid;
    gap: 4px;
    margin: 12px 0 0;
    padding: 10px 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    list-style: none;
  }

  .counts:empty {
    display: none;
  }

  .counts li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
  }

  dialog .field {
    margin-block-start: 12px;
  }
`;
