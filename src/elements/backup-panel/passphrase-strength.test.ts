import { expect } from '@open-wc/testing';
import { passphraseStrength } from './passphrase-strength.js';

describe('passphraseStrength', () => {
  for (const [passphrase, strength] of [
    ['', 'weak'],
    ['sesame', 'weak'],
    ['password123', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['12345678901234567890', 'weak'],
    ['dog dog dog dog dog dog', 'weak'],
    ['one summer', 'weak'],
    ['Tr0ub4dor&3', 'fair'],
    ['purple monkey dishwasher', 'fair'],
    ['xkqjzvwpmnbtyrhg', 'fair'],
    ['correct horse battery staple', 'strong'],
    ['q8#Lz2!vR5@pX9', 'strong'],
    ['größe wüste bäcker mühle zähne', 'strong'],
  ] as const) {
    it(`finds “${passphrase}” ${strength}`, () => {
      expect(passphraseStrength(passphrase)).to.equal(strength);
    });
  }
});
