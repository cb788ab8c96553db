import type { LocalizeController } from '@shoelace-style/localize';
import { html, type TemplateResult } from 'lit';
import type { RestorePolicy } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';

/** What may become of what is here, with what each does in one line. */
export function policyChoice(
  policies: readonly RestorePolicy[],
  chosen: RestorePolicy,
  localize: LocalizeController<Translation>,
  isDisabled: boolean,
  choose: (policy: RestorePolicy) => void,
): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const policy = policies.find((candidate) => candidate === target.value);
    if (policy) choose(policy);
  };
  return html`
    <fieldset class="policy" part="policy" ?disabled=${isDisabled} @change=${onChange}>
      <legend>${localize.term('whatBecomesOfData')}</legend>
      ${policies.map(
        (policy) => html`
          <label class="check">
            <input type="radio" name="policy" value=${policy} .checked=${chosen === policy} />
            <span>
              ${localize.term(`policy_${policy}`)}
              <span class="explanation">${localize.term(`policy_${policy}Words`)}</span>
            </span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
