import { css } from 'lit';

/** Buttons, fields, checkboxes and progress bars. */
export const controls = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0 12px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 550 13px/1.4 var(--_font);
    text-align: center;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_motion) ease-out;
    touch-action: manipulation;
  }

  button:hover {
    background: linear-gradient(var(--_hover) 0 0) var(--_surface);
  }

  button:active {
    background: linear-gradient(var(--_pressed) 0 0) var(--_surface);
  }

  button:is(:disabled, [aria-disabled='true']) {
    opacity: 0.55;
    cursor: default;
  }

  button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }

  button:is(.primary, .danger):not(:disabled, [aria-disabled='true']):hover {
    background: color-mix(in oklab, currentcolor 12%, var(--_own));
  }

  button.primary {
    --_own: var(--_accent);
  }

  button.danger {
    --_own: var(--_danger);
  }

  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_quiet);
  }

  button.quiet:not(:disabled, [aria-disabled='true']):hover {
    background: var(--_hover);
    color: var(--_text);
  }

  button.icon-only {
    inline-size: var(--_control);
    padding: 0;
  }

  button.link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentcolor 40%, transparent);
    text-underline-offset: 3px;
  }

  .field {
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0 10px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 400 14px/1.4 var(--_font);
  }

  .field::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .check {
    display: flex;
    align-items: flex-start;
    gap: 10px;
  }

  .check input {
    margin-block-start: 2px;
  }

  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: var(--_pressed);
    color: var(--_accent);
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
    transition: inline-size var(--_motion) linear;
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  progress:indeterminate {
    background: linear-gradient(90deg, transparent 30%, var(--_accent) 50%, transparent 70%) 0 0 /
      200% 100% var(--_pressed);
    animation: slide 1.4s linear infinite;
  }

  progress:indeterminate::-moz-progress-bar {
    background: none;
  }

  @keyframes slide {
    from {
      background-position: 150% 0;
    }
    to {
      background-position: -50% 0;
    }
  }

  @media (pointer: coarse) {
    button.link {
      min-block-size: 44px;
    }

    .check {
      align-items: center;
      min-block-size: 44px;
    }

    .check input {
      margin-block-start: 0;
      inline-size: 20px;
      block-size: 20px;
    }

    .field {
      /* Smaller text makes iOS zoom into the field. */
      font-size: 16px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    progress:indeterminate {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
