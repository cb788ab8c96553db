import { css } from 'lit';

export const styles = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: 4px;
    margin-block-start: 16px;
    padding: 24px 16px;
    border: 1.5px dashed var(--_outline);
    border-radius: var(--_radius-card);
    color: var(--_quiet);
    text-align: center;
    transition: background-color var(--_motion) ease-out;
  }

  .drop.over {
    border-style: solid;
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 8%, transparent);
  }

  .drop p {
    margin: 4px 0 8px;
  }

  .drop > .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .file {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-block-start: 16px;
    padding: 10px 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .file > .icon {
    color: var(--_quiet);
  }

  .file > div {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @container (inline-size < 420px) {
    .file {
      flex-wrap: wrap;
    }

    .file > div {
      flex-basis: 70%;
    }
  }

  .file strong {
    display: block;
    font-weight: 550;
  }

  .file span {
    color: var(--_quiet);
    font-size: 13px;
  }

  .policy {
    display: grid;
    gap: 8px;
  }
`;
