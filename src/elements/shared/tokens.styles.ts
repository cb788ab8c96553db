import { css } from 'lit';

/**
 * The look of all elements. Each `--litechat-*` property may be set on the element or anywhere
 * above it; the private `--_*` ones hold what applies. Light or dark follows the `color-scheme`
 * that the page has where the element stands, not the device's alone.
 */
export const tokens = css`
  :host {
    --_hue: var(--litechat-neutral-hue, 265);
    --_background: var(
      --litechat-background,
      light-dark(oklch(0.985 0.002 var(--_hue)), oklch(0.19 0.008 var(--_hue)))
    );
    --_surface: var(--litechat-surface, light-dark(oklch(1 0 0), oklch(0.225 0.009 var(--_hue))));
    --_floating: var(
      --litechat-surface-floating,
      light-dark(oklch(1 0 0), oklch(0.265 0.01 var(--_hue)))
    );
    --_text: var(
      --litechat-text,
      light-dark(oklch(0.24 0.012 var(--_hue)), oklch(0.94 0.004 var(--_hue)))
    );
    --_quiet: var(
      --litechat-text-quiet,
      light-dark(oklch(0.49 0.014 var(--_hue)), oklch(0.72 0.012 var(--_hue)))
    );
    --_hairline: var(
      --litechat-hairline,
      light-dark(oklch(0.915 0.004 var(--_hue)), oklch(0.315 0.01 var(--_hue)))
    );
    --_outline: var(
      --litechat-control-border,
      light-dark(oklch(0.63 0.012 var(--_hue)), oklch(0.56 0.012 var(--_hue)))
    );
    --_hover: var(
      --litechat-hover,
      light-dark(oklch(0.24 0.02 var(--_hue) / 5.5%), oklch(0.94 0.02 var(--_hue) / 7%))
    );
    --_pressed: var(
      --litechat-pressed,
      light-dark(oklch(0.24 0.02 var(--_hue) / 10%), oklch(0.94 0.02 var(--_hue) / 12%))
    );
    --_accent: var(--litechat-accent, light-dark(oklch(0.51 0.19 268), oklch(0.74 0.125 268)));
    --_on-accent: var(--litechat-on-accent, light-dark(oklch(1 0 0), oklch(0.19 0.04 268)));
    --_tint: var(
      --litechat-selected,
      light-dark(
        color-mix(in oklab, var(--_accent) 10%, var(--_background)),
        color-mix(in oklab, var(--_accent) 19%, var(--_background))
      )
    );
    --_danger: var(--litechat-danger, light-dark(oklch(0.52 0.195 26), oklch(0.74 0.145 24)));
    --_on-danger: var(--litechat-on-danger, light-dark(oklch(1 0 0), oklch(0.2 0.04 24)));
    --_danger-tint: color-mix(in oklab, var(--_danger) 8%, var(--_surface));
    --_caution: var(--litechat-caution, light-dark(oklch(0.5 0.105 70), oklch(0.82 0.12 80)));
    --_caution-tint: color-mix(in oklab, var(--_caution) 10%, var(--_surface));
    --_good: var(--litechat-good, light-dark(oklch(0.5 0.12 152), oklch(0.78 0.13 152)));
    --_mark: var(--litechat-mark, light-dark(oklch(0.9 0.13 95), oklch(0.5 0.1 85)));

    --_font: var(--litechat-font, system-ui, sans-serif);
    --_radius: var(--litechat-radius, 6px);
    --_radius-card: var(--litechat-radius-card, 10px);
    --_shadow: var(
      --litechat-shadow,
      0 1px 2px light-dark(oklch(0.2 0.02 265 / 6%), oklch(0 0 0 / 30%)),
      0 8px 24px light-dark(oklch(0.2 0.02 265 / 12%), oklch(0 0 0 / 45%))
    );
    --_motion: var(--litechat-motion, 140ms);
    --_row: var(--litechat-density, 32px);
    --_control: max(28px, var(--_row));

    box-sizing: border-box;
    color: var(--_text);
    font: 400 14px/1.4 var(--_font);
    -webkit-tap-highlight-color: transparent;
  }

  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    :host {
      --_row: max(44px, var(--litechat-density, 44px));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0.01ms;
    }
  }
`;
