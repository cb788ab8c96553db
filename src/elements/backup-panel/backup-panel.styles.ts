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
    flex-wrap: wrap;
    gap: 4px 16px;
  }

  .ticks + fieldset {
    margin-block-start: 8px;
  }

  /* Both stand below the words of their option. */
  .passphrase,
  .passphrase + .note {
    margin-block-start: 12px;
    margin-inline-start: 26px;
  }

  .passphrase {
    display: grid;
    gap: 12px;
    max-inline-size: 420px;
  }

  .passphrase label {
    display: block;
    margin-block-end: 4px;
    font-size: 13px;
    font-weight: 550;
  }

  .reveal {
    position: relative;
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

  .strength {
    display: flex;
    gap: 8px;
    margin: 6px 0 0;
    color: var(--_quiet);
    font-size: 13px;
  }

  .strength b {
    color: var(--_level);
    font-weight: 550;
  }

  .meter {
    display: flex;
    flex: none;
    gap: 3px;
    inline-size: 72px;
    /* Beside the first line of the words. */
    block-size: 18px;
    align-items: center;
  }

  .meter span {
    flex: 1;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_hairline);
  }

  .weak {
    --_level: var(--_danger);
  }

  .fair {
    --_level: var(--_caution);
  }

  .strong {
    --_level: var(--_good);
  }

  .weak .meter span:first-child,
  .fair .meter span:not(:last-child),
  .strong .meter span {
    background: var(--_level);
    forced-color-adjust: none;
  }

  .problem {
    margin: -4px 0 0;
    color: var(--_danger);
    font-size: 13px;
  }

  @container (inline-size < 420px) {
    .passphrase,
    .passphrase + .note {
      margin-inline-start: 0;
    }
  }

  @media (forced-colors: active) {
    .meter span {
      border: 1px solid CanvasText;
    }
  }
`;
