import { expect } from '@open-wc/testing';
import { formatByteRate, formatBytes, formatRoughly } from './bytes.js';

describe('formatBytes', () => {
  for (const [bytes, words] of [
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [12_345_678, '12.3 MB'],
    [286e9, '286 GB'],
    [1.2e12, '1.2 TB'],
  ] as const) {
    it(`says ${words}`, () => expect(formatBytes(bytes, 'en')).to.equal(words));
  }
});

describe('formatRoughly', () => {
  for (const [bytes, words] of [
    [3, '0.1 kB'],
    [924, '0.9 kB'],
    [4970, '5.0 kB'],
    [9980, '10 kB'],
    [999_400, '999 kB'],
    [999_600, '1.0 MB'],
    [3_540_000, '3.5 MB'],
    [286.4e9, '286 GB'],
    [5e15, '5,000 TB'],
  ] as const) {
    it(`says ${words} for ${bytes}`, () => expect(formatRoughly(bytes, 'en')).to.equal(words));
  }

  it('speaks the language', () => {
    expect(formatRoughly(3_540_000, 'de').replace('\u00a0', ' ')).to.equal('3,5 MB');
  });
});

describe('formatByteRate', () => {
  it('says how many bytes a second', () => {
    expect(formatByteRate(12_345_678, 'en')).to.equal('12 MB/s');
    expect(formatByteRate(800, 'en')).to.equal('800 byte/s');
  });
});
