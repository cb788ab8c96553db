import { css } from 'lit';

/** A native dialog that asks one thing. */
export const dialog = css`
  dialog {
    inline-size: min(420px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    padding: 20px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-card);
    background: var(--_floating);
    box-shadow: var(--_shadow);
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: oklch(0.15 0.01 265 / 45%);
  }

  dialog[open] {
    animation: appear var(--_motion) ease-out;
  }

  @keyframes appear {
    from {
      translate: 0 4px;
    }
  }

  dialog h2 {
    margin: 0;
    font: 550 16px/1.4 var(--_font);
  }

  /* What users write may be of any length. */
  dialog h2.clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  dialog p {
    margin: 8px 0 0;
    color: var(--_quiet);
    text-wrap: pretty;
  }

  dialog fieldset {
    display: grid;
    gap: 8px;
    margin: 16px 0 0;
    padding: 0;
    border: 0;
  }

  dialog .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    /* In view also while a long question is scrolled, over all of the dialog's lower edge. */
    position: sticky;
    inset-block-end: -20px;
    margin-block: 8px -20px;
    padding-block: 12px 20px;
    background: var(--_floating);
  }
`;
