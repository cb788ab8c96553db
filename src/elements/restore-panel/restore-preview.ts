import type { LocalizeController } from '@shoelace-style/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { restorePolicies } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { keysSentElsewhere } from '../shared/key-destinations.js';
import { cautionNote } from '../shared/notes.js';
import { invalidList, repairLists } from '../shared/restore-report.js';
import { lossNote } from './loss-note.js';
import { outcomeTable } from './outcome-table.js';
import { policyChoice } from './policy-choice.js';
import type { RestoreChoices } from './restore-choices.js';

type Localize = LocalizeController<Translation>;

/** What a file holds and would do, with everything there is to choose about it. */
export function restorePreview(
  choices: RestoreChoices,
  localize: Localize,
  isDisabled: boolean,
): TemplateResult {
  const { preview, comparison } = choices;
  if (!choices.isBackup) {
    return html`
      <p class="words">${localize.term('addAsNewWords')}</p>
      ${repairLists(preview, localize)}
    `;
  }
  if (choices.carried.length === 0) return html``;
  return html`
    ${outcomeTable(choices, localize, isDisabled)}
    ${policyChoice(restorePolicies, choices.policy, localize, isDisabled, (policy) =>
      choices.choose(policy),
    )}
    <div class="notes ${comparison.state === 'settled' ? '' : 'stale'}">
      ${lossNote(preview, localize)}
      ${
        preview.secretsLeftOut
          ? html`<p class="words">${localize.term('secretsStay')}</p>`
          : nothing
      }
      ${repairLists(preview, localize)}
    </div>
    ${keysSentElsewhere(preview.keysSentElsewhere, localize)}
    ${preview.invalidCount === 0 ? nothing : invalidChoice(choices, localize, isDisabled)}
  `;
}

function invalidChoice(
  choices: RestoreChoices,
  localize: Localize,
  isDisabled: boolean,
): TemplateResult {
  const { preview, skipsInvalid } = choices;
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) choices.skipInvalid(target.checked);
  };
  return cautionNote(html`
    ${invalidList(preview, localize)}
    <label class="check skip">
      <input
        type="checkbox"
        name="skip-invalid"
        .checked=${skipsInvalid}
        ?disabled=${isDisabled}
        @change=${onChange}
      />
      <span>${localize.term('skipInvalid', preview.invalidCount)}</span>
    </label>
  `);
}
