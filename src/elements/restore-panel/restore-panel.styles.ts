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

  .drop ~ .reason {
    margin-block-start: 12px;
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

  /* Of a very long name the end goes, but not what kind of file it is. */
  .file-name {
    display: flex;
    /* It has a direction of its own, but stands where the lines below it begin. */
    inline-size: fit-content;
    max-inline-size: 100%;
    white-space: nowrap;
  }

  .file-name .stem {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .file-name .extension {
    flex: none;
    max-inline-size: 50%;
    overflow: hidden;
    text-overflow: ellipsis;
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

  .loss p {
    margin: 0;
    font-weight: 550;
  }

  .notes:not(:has(*)) {
    display: none;
  }

  .notes {
    margin-block-start: 16px;
    transition: color var(--_motion) ease-out;
  }

  .notes > * {
    margin-block-start: 8px;
  }

  .policy legend {
    margin-block-end: 8px;
    padding: 0;
    font-size: 13px;
    font-weight: 550;
  }

  .explanation {
    display: block;
    color: var(--_quiet);
    font-size: 13px;
    text-wrap: pretty;
  }

  .skip {
    margin-block-start: 8px;
  }

  .files {
    display: grid;
    /* Not as wide as the longest name. */
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: 16px 0 0;
    padding: 0;
    border-radius: var(--_radius);
    outline-offset: 3px;
    list-style: none;
  }

  .files .file {
    align-items: flex-start;
    margin: 0;
  }

  .file > .icon {
    margin-block-start: 2px;
  }

  .files .file > div > span {
    display: block;
  }

  .files .file {
    flex-wrap: nowrap;
  }

  .note details:first-child {
    margin-block-start: 0;
  }

  .files .file > button {
    margin: -4px -6px -4px 0;
  }

  .locked {
    display: grid;
    gap: 4px;
    margin-block-start: 16px;
  }

  .locked label {
    margin-block-start: 8px;
    font-size: 13px;
    font-weight: 550;
  }

  .unlock {
    display: flex;
    gap: 8px;
    max-inline-size: 420px;
  }

  .reveal {
    position: relative;
    flex: 1 1 auto;
  }

  .reveal .field {
    padding-inline-end: calc(var(--_control) + 4px);
  }

  .reveal button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .problem {
    margin: 0;
    color: var(--_danger);
    font-size: 13px;
  }

  .problem:empty {
    display: none;
  }

  .policy {
    display: grid;
    gap: 8px;
  }

  @media (pointer: coarse) {
    summary {
      padding-block: 12px;
    }
  }
`;
