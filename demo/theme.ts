import { pagePart } from './page-part.js';

const KEY = 'litechat-elements-demo-theme';

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? 'auto';
  } catch {
    // Storage may be switched off; then the theme is the system's at every visit.
    return 'auto';
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch (error) {
    console.info('The theme is not remembered.', error);
  }
}

const apply = (theme: string): void => {
  document.documentElement.dataset['theme'] = theme;
};

// Before the page is painted; the switch itself may not have been parsed yet.
apply(remembered());

function connectSwitch(): void {
  const choice = pagePart('theme', HTMLFieldSetElement);
  for (const input of choice.querySelectorAll('input'))
    input.checked = input.value === remembered();
  choice.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    apply(target.value);
    remember(target.value);
  });
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', connectSwitch);
else connectSwitch();
