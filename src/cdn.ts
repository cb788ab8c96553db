export * from './index.js';
export { define } from './scoped.js';
import './define/all.js';
import { loadLanguage } from './locales/load-language.js';
import { setLanguageLoader } from './locales/missing-language.js';

setLanguageLoader((language) => void loadLanguage(language));
