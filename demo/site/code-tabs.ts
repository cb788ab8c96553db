import { recall, remember } from './remember.js';

const MEMORY = 'code';
let made = 0;

/** Makes tabs of blocks that stand below each other; a choice is that of all of them, and remembered. */
export function connectCodeTabs(root: ParentNode = document): void {
  for (const box of root.querySelectorAll<HTMLElement>('.code-tabs:not([data-ready])')) {
    const panels = [...box.querySelectorAll<HTMLElement>('.tab')];
    const list = document.createElement('div');
    list.role = 'tablist';
    list.ariaLabel = 'Code';
    for (const panel of panels) list.append(tabOf(panel, `code-${made++}`));
    box.prepend(list);
    box.dataset['ready'] = '';
    list.addEventListener('keydown', onKeydown);
    select(box, recall(MEMORY));
  }
}

function tabOf(panel: HTMLElement, id: string): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.role = 'tab';
  tab.id = `${id}-tab`;
  tab.textContent = panel.dataset['name'] ?? '';
  tab.setAttribute('aria-controls', id);
  panel.id = id;
  panel.role = 'tabpanel';
  panel.setAttribute('aria-labelledby', tab.id);
  tab.addEventListener('click', () => choose(tab));
  return tab;
}

function choose(tab: HTMLElement): void {
  const name = tab.textContent;
  const before = tab.getBoundingClientRect().top;
  remember(MEMORY, name);
  for (const box of document.querySelectorAll<HTMLElement>('.code-tabs[data-ready]')) {
    const names = [...box.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent);
    if (names.includes(name)) select(box, name);
  }
  // Blocks above may have changed their height: what was pressed stays where it was.
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
}

function select(box: HTMLElement, name: string | null): void {
  const tabs = [...box.querySelectorAll<HTMLElement>('[role=tab]')];
  const chosen = tabs.find(({ textContent }) => textContent === name) ?? tabs[0];
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.ariaSelected = String(isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
  }
  for (const panel of box.querySelectorAll<HTMLElement>('.tab')) {
    panel.hidden = panel.dataset['name'] !== chosen?.textContent;
  }
}

function onKeydown({ key, currentTarget, target }: KeyboardEvent): void {
  if (!(currentTarget instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const next = tabs[(tabs.indexOf(target) + step + tabs.length) % tabs.length];
  if (step === 0 || !next) return;
  choose(next);
  next.focus();
}
