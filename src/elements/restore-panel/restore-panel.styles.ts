import { css } from 'lit';
import { stackedCounts } from '../shared/checklist.styles.js';

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

  .file > button {
    flex: none;
  }

  .file-name {
    display: flex;
    align-items: flex-end;
  }

  /* Of a very long name the end goes, but not what kind of file it is. */
  .file-name .stem {
    display: -webkit-box;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }

  .file-name .extension {
    flex: none;
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
      flex-basis: calc(100% - 28px);
    }

    .file > button {
      margin-inline-start: 28px;
    }
  }

  .file strong {
    font-weight: 550;
  }

  .file > div > span {
    color: var(--_quiet);
    font-size: 13px;
  }

  /* The counts of the file and of what is here are long together. */
  @container (inline-size < 600px) {
    ${stackedCounts}
  }

  .card > .loss {
    margin-block-start: 16px;
    color: inherit;
    font-weight: 550;
  }

  .loss + .actions {
    margin-block-start: 8px;
  }

  .policy {
    display: grid;
    gap: 8px;
  }
`;
