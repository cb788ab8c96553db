import '../src/locales/de.js';
import '../src/locales/es.js';
import '../src/locales/fr.js';
import '../src/locales/it.js';
import { pagePart } from './page-part.js';
import { recall, remember } from './site/remember.js';

const PARAMETER = 'lang';
const MEMORY = 'language';

/**
 * The elements alone: the page around them stays in English. A link with `?lang=de` begins in it; else
 * it is what was chosen last, on whichever page.
 */
export function connectLanguage(elements: readonly Element[]): void {
  const choice = pagePart('language', HTMLSelectElement);
  const apply = (): void => {
    for (const element of elements) element.setAttribute('lang', choice.value);
  };
  const asked = new URLSearchParams(location.search).get(PARAMETER) ?? recall(MEMORY);
  if ([...choice.options].some(({ value }) => value === asked)) choice.value = asked ?? 'en';
  choice.addEventListener('change', () => {
    apply();
    remember(MEMORY, choice.value);
    const address = new URL(location.href);
    address.searchParams.set(PARAMETER, choice.value);
    history.replaceState(null, '', address);
  });
  apply();
}
