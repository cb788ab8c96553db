import type { LocalizeController } from '@shoelace-style/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { BackupPreview } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { cautionNote } from './notes.js';

/** A file from a stranger may name the id of a key that is here and an address of the stranger's. */
export function keysSentElsewhere(
  found: BackupPreview['keysSentElsewhere'],
  localize: LocalizeController<Translation>,
): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return cautionNote(html`
    <p>${localize.term('keysSentElsewhere')}</p>
    <ul class="destinations">
      ${found.map(
        ({ provider, address }) => html`
          <li>
            <bdi>${provider}</bdi> ${localize.term('keySentTo')} <code dir="ltr">${address}</code>
          </li>
        `,
      )}
    </ul>
  `);
}

export const destinationStyles = css`
  .destinations {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }

  .destinations li + li {
    margin-block-start: 4px;
  }

  .destinations bdi {
    font-weight: 550;
  }

  .destinations code {
    font:
      400 13px/1.4 ui-monospace,
      monospace;
  }
`;
