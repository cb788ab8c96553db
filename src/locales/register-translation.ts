import { registerTranslation as register } from '@shoelace-style/localize';
// The language that is registered first stands in for those that are missing.
import './en.js';
import type { Translation } from './translation.js';

/** A language that an app brings itself; a text that it lacks is English. */
export type AppTranslation = Pick<Translation, '$code' | '$name' | '$dir'> & Partial<Translation>;

/** Adds languages, or other words for one that is there; elements show them at once. */
export function registerTranslation(...translations: AppTranslation[]): void {
  register(...translations);
}
