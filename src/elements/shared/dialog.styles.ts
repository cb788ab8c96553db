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
    margin-block-start: 20px;
  }
`;
