import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackupPreview } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { collections, type CollectionKey } from '../../model/categories.js';
import { recordCount } from '../shared/category-words.js';
import { icon } from '../shared/icons.js';

/** What a person would miss first. */
const dearest: readonly CollectionKey[] = ['conversations', 'interactions', 'projects'];
/** As many kinds as are said in one sentence. */
const SAID = 3;

/** What is only here and would go; nothing when nothing would. */
export function lossNote(
  { outcome }: BackupPreview,
  localize: LocalizeController<Translation>,
): TemplateResult | typeof nothing {
  const removed = Object.fromEntries(
    collections.map(({ key }) => [key, outcome[key]?.removed ?? 0]),
  );
  const keys = [...new Set([...dearest, ...collections.map(({ key }) => key)])].filter(
    (key) => (removed[key] ?? 0) > 0,
  );
  if (keys.length === 0) return nothing;
  // One more takes no more room than to say that there is one.
  const said = keys.length <= SAID + 1 ? keys : keys.slice(0, SAID);
  const more = keys.slice(said.length);
  const number = said.reduce((sum, key) => sum + (removed[key] ?? 0), 0);
  const words = recordCount(removed, said, localize, 'conjunction');
  return html`
    <div class="note caution loss" part="loss">
      ${icon('warning')}
      <div>
        <p>${localize.term('onlyHereGo', words, number)}</p>
        ${
          more.length === 0
            ? nothing
            : html`
                <details>
                  <summary>${localize.term('andMoreKinds', more.length)}</summary>
                  ${recordCount(removed, more, localize)}
                </details>
              `
        }
      </div>
    </div>
  `;
}
