import { registerTranslation } from '@shoelace-style/localize';
import { countingIn } from './counting.js';
// The language that is registered first stands in for those that are missing.
import './en.js';
import { italian } from './texts/italian.js';

const it = italian(countingIn('it'));

registerTranslation(it);

export default it;
