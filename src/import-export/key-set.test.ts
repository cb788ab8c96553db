import { expect } from '@open-wc/testing';
import { fc } from '../../test/support/fast-check.js';
import { KeySet } from './key-set.js';

const key = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }),
  // Lone surrogates are no text that could be encoded and read back.
  fc.constantFrom('\ud800', '\udc00', '\ufffd', '', '0', 'constructor', '__proto__'),
);

describe('KeySet', () => {
  it('holds what a Set holds, whatever the keys', () => {
    fc.assert(
      fc.property(fc.array(key), fc.array(key), (added, asked) => {
        const keys = new KeySet();
        for (const each of added) expect(keys.add(each)).to.equal(keys);
        const set = new Set(added);
        expect(keys.size).to.equal(set.size);
        for (const each of [...added, ...asked]) expect(keys.has(each)).to.equal(set.has(each));
        expect([...keys].sort()).to.deep.equal([...set].sort());
      }),
    );
  });

  it('finds each of many keys again, and gives them in the order in which they came', () => {
    const keys = new KeySet();
    const added = Array.from({ length: 20_000 }, (_, number) => `key-${String(number)}`);
    for (const each of added) keys.add(each);
    for (const each of added) keys.add(each);
    expect(keys.size).to.equal(20_000);
    expect(added.every((each) => keys.has(each))).to.equal(true);
    expect(keys.has('key-20000')).to.equal(false);
    expect([...keys]).to.deep.equal(added);
  });
});
