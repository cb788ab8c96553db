import { css } from 'lit';

export const styles = css`
  :host {
    /* The children keep the page's own text; only the banner has ours. */
    display: block;
    color: inherit;
    font: inherit;
  }

  .banner {
    /* Above all columns of a page that makes a grid of the provider. */
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 8px 12px;
    padding: 10px 14px;
    border-block-end: 1px solid var(--_hairline);
    background: var(--_surface);
    color: var(--_text);
    font: 400 14px/1.4 var(--_font);
  }

  .banner.alert {
    background: var(--_caution-tint);
  }

  .banner > .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .banner.alert > .icon {
    color: var(--_caution);
  }

  /* The first line stands level with the button. */
  .banner:has(button) > :not(button) {
    padding-block: calc((var(--_control) - 20px) / 2);
  }

  .banner:has(button) > .icon {
    box-sizing: content-box;
  }

  .words {
    flex: 1 1 200px;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .words strong {
    font-weight: 550;
  }

  .words span {
    color: var(--_quiet);
  }

  @media (forced-colors: active) {
    .banner {
      border: 1px solid;
    }
  }
`;
