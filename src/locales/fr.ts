import { registerTranslation } from '@shoelace-style/localize';
import { countingIn } from './counting.js';
// The language that is registered first stands in for those that are missing.
import './en.js';
import { french } from './texts/french.js';

const fr = french(countingIn('fr'));

registerTranslation(fr);

export default fr;
