import { recall, remember } from './remember.js';

/** What the page remembers of its look, by the name of the radio buttons. */
const looks = { scheme: 'auto', theme: '' } as const;
type Look = keyof typeof looks;

const themes = ['paper', 'harbour', 'console'];

function apply(look: Look, value: string): void {
  const page = document.documentElement;
  page.dataset[look] = value;
  if (look !== 'theme') return;
  for (const name of themes) page.classList.toggle(`litechat-theme-${name}`, name === value);
}

// Before the page is painted; the switches themselves may not have been parsed yet.
for (const look of ['scheme', 'theme'] as const) apply(look, recall(look) ?? looks[look]);

function connect(): void {
  for (const look of ['scheme', 'theme'] as const) {
    const choice = document.getElementById(look);
    for (const input of choice?.querySelectorAll('input') ?? []) {
      input.checked = input.value === (recall(look) ?? looks[look]);
    }
    choice?.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      apply(look, target.value);
      remember(look, target.value);
    });
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', connect);
else connect();
