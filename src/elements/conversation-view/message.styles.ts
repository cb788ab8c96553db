import { css } from 'lit';

/** One message, and the text that a renderer makes. */
export const messageStyles = css`
  .message {
    min-inline-size: 0;
    border-radius: var(--_radius-card);
    font-size: 15px;
    line-height: 1.6;
  }

  .message:focus-visible {
    outline-offset: 6px;
  }

  .question {
    display: flex;
    flex-direction: column;
    align-items: end;
    justify-self: end;
    gap: 8px;
    max-inline-size: 85%;
    border-radius: 18px;
  }

  .question:focus-visible {
    outline-offset: 2px;
  }

  .question .text,
  .question ::slotted(*) {
    padding: 8px 14px;
    border-radius: 18px;
    background: var(--_tint);
  }

  .question > slot > *,
  .question .text {
    max-inline-size: 100%;
  }

  .answer {
    justify-self: stretch;
  }

  /* What was looked for, for a moment. */
  .revealed {
    --_glow: color-mix(in oklab, var(--_mark) 45%, transparent);

    background: var(--_glow);
    box-shadow: 0 0 0 8px var(--_glow);
    animation: fade-glow 800ms 1700ms ease-out forwards;
  }

  @keyframes fade-glow {
    to {
      background: transparent;
      box-shadow: 0 0 0 8px transparent;
    }
  }

  .placeholder {
    block-size: 120px;
  }

  .text {
    overflow-wrap: anywhere;
  }

  .plain {
    white-space: pre-wrap;
  }

  pre {
    margin: 0;
    padding: 12px 14px;
    border: 1px solid var(--_hairline);
    border-radius: 8px;
    background: var(--_surface);
    font:
      400 13px/1.55 ui-monospace,
      'SF Mono',
      'Cascadia Mono',
      Menlo,
      Consolas,
      monospace;
    overflow: auto;
    tab-size: 2;
  }

  .rich > :first-child {
    margin-block-start: 0;
  }

  .rich > :last-child {
    margin-block-end: 0;
  }

  .rich :is(p, ul, ol, pre, blockquote, table, details) {
    margin-block: 0 12px;
  }

  .rich :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 20px 8px;
    font-size: 15px;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .rich h1 {
    font-size: 20px;
  }

  .rich h2 {
    font-size: 17px;
  }

  .rich :is(ul, ol) {
    padding-inline-start: 24px;
  }

  .rich li + li {
    margin-block-start: 4px;
  }

  .rich li > :is(ul, ol) {
    margin-block: 4px 0;
  }

  .rich li:has(> input) {
    list-style: none;
  }

  .rich li > input {
    margin-inline: -22px 6px;
    vertical-align: -2px;
  }

  .rich :not(pre) > code,
  .rich kbd {
    padding: 1px 5px;
    border-radius: 4px;
    background: var(--_hover);
    font:
      400 0.87em ui-monospace,
      'SF Mono',
      'Cascadia Mono',
      Menlo,
      Consolas,
      monospace;
  }

  .rich pre code {
    font: inherit;
  }

  .rich blockquote {
    margin-inline: 0;
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--_hairline);
    color: var(--_quiet);
  }

  .rich a {
    color: var(--_accent);
    text-decoration-color: color-mix(in oklab, currentcolor 40%, transparent);
    text-underline-offset: 3px;
  }

  .rich table {
    display: block;
    max-inline-size: 100%;
    inline-size: fit-content;
    border-collapse: collapse;
    font-size: 14px;
    overflow-x: auto;
    overflow-wrap: normal;
  }

  .rich :is(th, td) {
    padding: 6px 12px;
    border: 1px solid var(--_hairline);
    text-align: start;
    vertical-align: top;
  }

  .rich th {
    background: var(--_hover);
    font-weight: 600;
  }

  .rich img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: 8px;
  }

  .rich hr {
    margin-block: 20px;
    border: 0;
    border-block-start: 1px solid var(--_hairline);
  }

  .files {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 6px;
    margin: 0;
    padding: 0;
    font-size: 13px;
    list-style: none;
  }

  .files li {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    padding: 3px 10px 3px 8px;
    border: 1px solid var(--_hairline);
    border-radius: 8px;
    background: var(--_surface);
  }

  .files span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .quiet {
    flex: none;
    color: var(--_quiet);
  }

  .folded {
    margin-block: -4px 8px;
    color: var(--_quiet);
    font-size: 14px;
  }

  summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: var(--_control);
    margin-inline-start: -4px;
    padding-inline: 0 8px;
    border-radius: var(--_radius);
    font-size: 13px;
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  summary .icon {
    transition: rotate var(--_motion) ease-out;
  }

  :host(:dir(rtl)) :is(summary, .next) .icon {
    rotate: 180deg;
  }

  .previous .icon {
    rotate: 180deg;
  }

  :host(:dir(rtl)) .previous .icon {
    rotate: 0deg;
  }

  [open] > summary .icon,
  :host(:dir(rtl)) [open] > summary .icon {
    rotate: 90deg;
  }

  .folded > :not(summary) {
    margin: 4px 0 0;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_hairline);
  }

  .folded ul {
    display: grid;
    gap: 8px;
    list-style: none;
  }

  .folded li {
    min-inline-size: 0;
  }

  .folded pre {
    max-block-size: 240px;
    margin-block-start: 4px;
  }

  .tool {
    color: var(--_text);
    font-weight: 550;
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .status {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 6px 0 0;
    color: var(--_quiet);
    font-size: 13px;
  }

  .dots {
    display: inline-flex;
    gap: 4px;
    padding-block: 6px;
  }

  .dots i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_accent);
    animation: pulse 1.2s ease-in-out infinite;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.15s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.3s;
  }

  @keyframes pulse {
    0%,
    60%,
    100% {
      opacity: 0.25;
    }
    30% {
      opacity: 1;
    }
  }

  .problem {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    margin-block-start: 8px;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--_caution-tint);
    color: var(--_caution);
    font-size: 13px;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .problem.bad {
    background: var(--_danger-tint);
    color: var(--_danger);
  }

  .problem p {
    margin: 0;
  }

  .problem .strong {
    font-weight: 550;
  }

  .problem .icon {
    margin-block-start: 1px;
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-block-size: var(--_control);
    margin-block-start: 4px;
    margin-inline-start: -6px;
    color: var(--_quiet);
    font-size: 12px;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }

  .actions,
  .stepper,
  .details {
    display: inline-flex;
    align-items: center;
  }

  .actions {
    flex-wrap: wrap;
  }

  .actions:not(:has(button)) {
    display: none;
  }

  .details {
    flex-wrap: wrap;
    gap: 0 8px;
    min-inline-size: 0;
    padding-inline-start: 6px;
    overflow-wrap: anywhere;
  }

  .details > * + *::before {
    margin-inline-end: 8px;
    content: '·' / '';
  }

  .stepper {
    margin-inline-end: 4px;
  }

  .number {
    min-inline-size: 4ch;
    color: var(--_quiet);
    text-align: center;
    white-space: nowrap;
  }

  .footer button[aria-pressed='true'] {
    color: var(--_accent);
  }

  .footer button[aria-pressed='true'] .icon {
    fill: color-mix(in oklab, currentcolor 22%, transparent);
  }

  @media (prefers-reduced-motion: reduce) {
    .revealed {
      animation: none;
    }

    .dots i {
      animation: none;
      opacity: 0.6;
    }
  }

  @media (forced-colors: active) {
    .revealed {
      outline: 3px solid Highlight;
      outline-offset: 4px;
    }

    .question .text,
    .problem {
      border: 1px solid CanvasText;
    }

    .dots i {
      background: CanvasText;
    }

    /* A transparent border would be a box around each icon. */
    .footer button:not(:hover, :focus-visible) {
      border-style: none;
    }

    .footer button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
