import { expect } from '@open-wc/testing';
import { quietTime } from './quiet-time.js';

const now = new Date(2026, 10, 20, 12, 0, 0);
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('quietTime', () => {
  it('says less the longer ago it was', () => {
    expect(quietTime(ago(0.5), now, 'en-GB')).to.equal('now');
    expect(quietTime(ago(5), now, 'en-GB')).to.equal('5m');
    expect(quietTime(ago(150), now, 'en-GB')).to.equal('2h');
    expect(quietTime(ago(3 * 24 * 60), now, 'en-GB')).to.equal('Tue');
    expect(quietTime(new Date(2026, 2, 12), now, 'en-GB')).to.equal('12 Mar');
    expect(quietTime(new Date(2023, 2, 12), now, 'en-GB')).to.equal('Mar 2023');
  });

  it('speaks the language it is given', () => {
    expect(quietTime(ago(0.5), now, 'de')).to.equal('jetzt');
    expect(quietTime(ago(3 * 24 * 60), now, 'de')).to.equal('Di');
  });

  it('calls a clock that is ahead "now", and a far future by its date', () => {
    expect(quietTime(ago(-30), now, 'en-GB')).to.equal('now');
    expect(quietTime(new Date(2027, 2, 12), now, 'en-GB')).to.equal('Mar 2027');
  });

  it('says nothing for what is no date', () => {
    expect(quietTime(undefined, now, 'en')).to.equal('');
    expect(quietTime(new Date(NaN), now, 'en')).to.equal('');
    expect(quietTime('2026-01-01', now, 'en')).to.equal('');
  });
});
