import '../src/locales/de.js';
import '../src/locales/es.js';
import '../src/locales/fr.js';
import '../src/locales/it.js';
import { pagePart } from './page-part.js';

const PARAMETER = 'lang';

/** The elements alone: the page around them stays in English. A link with `?lang=de` begins in it. */
export function connectLanguage(elements: readonly Element[]): void {
  const choice = pagePart('language', HTMLSelectElement);
  const apply = (): void => {
    for (const element of elements) element.setAttribute('lang', choice.value);
  };
  const asked = new URLSearchParams(location.search).get(PARAMETER);
  if ([...choice.options].some(({ value }) => value === asked)) choice.value = asked ?? 'en';
  choice.addEventListener('change', () => {
    apply();
    const address = new URL(location.href);
    address.searchParams.set(PARAMETER, choice.value);
    history.replaceState(null, '', address);
  });
  apply();
}
