import { css } from 'lit';

/** Of a `failureBar`; where it stands is its element's to say. */
export const failureStyles = css`
  .failure {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding-block: 8px;
    padding-inline: 10px 4px;
    border-radius: var(--_radius);
    background: var(--_danger-tint);
    color: var(--_danger);
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .failure > span {
    flex: 1 1 auto;
    min-inline-size: 0;
  }

  .failure > .icon {
    margin-block-start: 1px;
  }

  .failure > button {
    flex: none;
    min-block-size: 20px;
    color: inherit;
  }

  .failure > .icon-only {
    inline-size: 24px;
  }

  @media (pointer: coarse) {
    .failure > button {
      min-block-size: 44px;
    }

    .failure > .icon-only {
      inline-size: 44px;
      margin-block: -8px;
    }
  }

  @media (forced-colors: active) {
    .failure {
      border: 1px solid;
    }
  }
`;
