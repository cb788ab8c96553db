import { expect } from '@open-wc/testing';
import { isSame } from './is-same.js';

const row = (): object => ({ id: 'a', at: new Date(5), list: [1, { deep: null }], more: { b: 1 } });

describe('isSame', () => {
  it('compares plain data by what it holds, whatever the order of fields', () => {
    expect(isSame(row(), row())).to.equal(true);
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).to.equal(true);
  });

  const others: [string, object][] = [
    ['a date', { ...row(), at: new Date(6) }],
    ['a date as text', { ...row(), at: new Date(5).toJSON() }],
    ['the order of a list', { ...row(), list: [{ deep: null }, 1] }],
    ['the length of a list', { ...row(), list: [1] }],
    ['a list and an object', { ...row(), list: { 0: 1, 1: { deep: null } } }],
    ['a field more', { ...row(), added: undefined }],
    ['another field in its place', { ...row(), more: { c: 1 } }],
    ['a field that every object inherits', { ...row(), more: { toString: 1 } }],
  ];
  for (const [what, other] of others) {
    it(`tells apart ${what}`, () => {
      expect(isSame(row(), other)).to.equal(false);
      expect(isSame(other, row())).to.equal(false);
    });
  }

  it('takes invalid dates and NaN for the same as themselves', () => {
    expect(isSame({ at: new Date(NaN), n: NaN }, { at: new Date(NaN), n: NaN })).to.equal(true);
  });

  it('never says so of what is not plain, so that it is written again rather than lost', () => {
    expect(isSame(new Map([['a', 1]]), new Map([['a', 1]]))).to.equal(false);
    expect(isSame(new Uint8Array([1]), new Uint8Array([1]))).to.equal(false);
  });
});
