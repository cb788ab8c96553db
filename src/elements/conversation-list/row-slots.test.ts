import { expect } from '@open-wc/testing';
import { RowSlots } from './row-slots.js';

const keys = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `row-${from + index}`);

describe('RowSlots', () => {
  it('leaves each row that stays its element, and fills those that are free', () => {
    const slots = new RowSlots();
    expect(slots.assign(keys(0, 4))).to.deep.equal([0, 1, 2, 3]);
    expect(slots.assign(keys(2, 6))).to.deep.equal([2, 3, 0, 1]);
    expect(slots.assign(['new', ...keys(2, 5)])).to.deep.equal([1, 2, 3, 0]);
  });

  it('moves no element where all rows are others', () => {
    const slots = new RowSlots();
    slots.assign(keys(0, 4));
    const before = slots.assign(keys(2, 6));
    expect(slots.assign(keys(50, 54))).to.deep.equal(before);
  });

  it('gives no element to two rows, whatever the number of rows', () => {
    const slots = new RowSlots();
    for (const [from, to] of [
      [0, 9],
      [7, 9],
      [5, 12],
      [0, 3],
      [2, 30],
    ] as const) {
      const assigned = slots.assign(keys(from, to));
      expect(new Set(assigned).size).to.equal(to - from);
      expect(Math.max(...assigned)).to.be.below(30);
    }
  });
});
