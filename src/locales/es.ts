import { registerTranslation } from '@shoelace-style/localize';
import { countingIn } from './counting.js';
// The language that is registered first stands in for those that are missing.
import './en.js';
import { spanish } from './texts/spanish.js';

const es = spanish(countingIn('es'));

registerTranslation(es);

export default es;
