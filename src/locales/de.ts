import { registerTranslation } from '@shoelace-style/localize';
import { countingIn } from './counting.js';
// The language that is registered first stands in for those that are missing.
import './en.js';
import { german } from './texts/german.js';

const de = german(countingIn('de'));

registerTranslation(de);

export default de;
