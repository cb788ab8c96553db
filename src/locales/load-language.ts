import { registerTranslation } from '@shoelace-style/localize';
import { countingIn, type Counting } from './counting.js';
import type { Translation } from './translation.js';

type Texts = (counting: Counting) => Translation;

// They import nothing themselves, so that what is loaded later shares no module with the entry.
const languages: Readonly<Record<string, (() => Promise<Texts>) | undefined>> = {
  de: async () => (await import('./texts/german.js')).german,
  es: async () => (await import('./texts/spanish.js')).spanish,
  fr: async () => (await import('./texts/french.js')).french,
  it: async () => (await import('./texts/italian.js')).italian,
};

/**
 * Loads the texts of a language, such as `de-AT`, and shows them; one that there are no texts for
 * stays as it is. When they do not load, the page's `error` event says so.
 */
export async function loadLanguage(language: string): Promise<void> {
  const code = new Intl.Locale(language).language;
  try {
    const texts = await languages[code]?.();
    if (texts) registerTranslation(texts(countingIn(code)));
  } catch (error) {
    // A text in English is no reason to stop, and nobody waits for this.
    reportError(error);
  }
}
