import { expect } from '@open-wc/testing';
import { idOf, keysOf } from './record-keys.js';

describe('keysOf', () => {
  it('adds the number to an id that a database may have counted', () => {
    expect(keysOf('1')).to.deep.equal(['1', 1]);
    expect(keysOf('120')).to.deep.equal(['120', 120]);
    expect(keysOf(7 as unknown as string)).to.deep.equal(['7', 7]);
  });

  it('takes any other id as it is', () => {
    for (const id of ['', 'a', '01', '-1', '1.5', '1e3', ' 1', '9007199254740993', 'Infinity']) {
      expect(keysOf(id)).to.deep.equal([id]);
    }
  });
});

describe('idOf', () => {
  it('is text for whatever a row may hold', () => {
    const ids: unknown[] = ['a', 5, null, undefined, {}, [], true, new Date(0)];
    expect(ids.map(idOf)).to.deep.equal(['a', '5', '', '', '', '', '', '']);
  });
});
