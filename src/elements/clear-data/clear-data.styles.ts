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

  .choice {
    margin-block-start: 16px;
  }

  .choice summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-block-size: var(--_control);
    padding: 4px 12px 4px 8px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    font-weight: 550;
    list-style: none;
    cursor: pointer;
  }

  .choice summary::-webkit-details-marker {
    display: none;
  }

  .choice summary:hover {
    background: var(--_hover);
  }

  .choice summary .number {
    margin-inline-start: auto;
    font-weight: 400;
  }

  .choice summary .icon {
    color: var(--_quiet);
    transition: rotate var(--_motion) ease-out;
  }

  .choice summary .icon:dir(rtl) {
    scale: -1 1;
  }

  .choice[open] summary .icon {
    rotate: 90deg;
  }

  .choice[open] summary .icon:dir(rtl) {
    rotate: -90deg;
  }

  .ticks {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 16px;
    margin-block-start: 8px;
  }

  .choice fieldset {
    margin-block-start: 8px;
  }

  .card > .consequences {
    margin-block-start: 12px;
    font-size: 13px;
  }

  .copy {
    margin-block-start: 16px;
  }

  .copy .words {
    margin: 2px 0 0;
    font-size: 13px;
  }

  .hint-line {
    flex-basis: 100%;
    margin: 0;
    font-size: 13px;
  }

  dialog .field {
    margin-block-start: 12px;
  }
`;
