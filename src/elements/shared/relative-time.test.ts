import { expect } from '@open-wc/testing';
import { relativeTime } from './relative-time.js';

const now = new Date(2026, 2, 30, 15, 0);

describe('relativeTime', () => {
  for (const [date, words] of [
    [new Date(2026, 2, 30, 14, 59, 30), 'now'],
    [new Date(2026, 2, 30, 15, 4), 'now'],
    [new Date(2026, 2, 30, 14, 18), '42 minutes ago'],
    [new Date(2026, 2, 30, 2, 0), '13 hours ago'],
    [new Date(2026, 2, 29, 23, 0), 'yesterday'],
    [new Date(2026, 2, 29, 0, 1), 'yesterday'],
    [new Date(2026, 2, 27, 20, 0), '3 days ago'],
    // The clock went forward in many places on the way.
    [new Date(2026, 2, 1, 0, 0), '29 days ago'],
    [new Date(2025, 11, 20), '3 months ago'],
    [new Date(2023, 2, 1), '3 years ago'],
  ] as const) {
    it(`says “${words}” of ${date.toLocaleString('en')}`, () => {
      expect(relativeTime(date, now, 'en')).to.equal(words);
    });
  }

  it('says hours shortly after midnight', () => {
    const late = new Date(2026, 2, 30, 1, 0);
    expect(relativeTime(new Date(2026, 2, 29, 23, 0), late, 'en')).to.equal('2 hours ago');
  });

  it('speaks the language', () => {
    expect(relativeTime(new Date(2026, 2, 29), now, 'de')).to.equal('gestern');
  });
});
