import { html, nothing, type TemplateResult } from 'lit';

export interface CheckOption {
  name: string;
  label: string;
  /** What follows from it, or from leaving it. */
  words?: string | undefined;
  isOn: boolean;
  isDisabled: boolean;
  onChange: (isOn: boolean) => void;
}

/** One thing to tick, with what follows from it in words. */
export function checkOption(option: CheckOption): TemplateResult {
  const { name, label, words, isOn, isDisabled } = option;
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) option.onChange(target.checked);
  };
  return html`
    <label class="check option">
      <input
        type="checkbox"
        name=${name}
        .checked=${isOn}
        ?disabled=${isDisabled}
        @change=${onChange}
      />
      <span>${label} ${words === undefined ? nothing : html`<p class="words">${words}</p>`}</span>
    </label>
  `;
}
