import { expect, fixture, html } from '@open-wc/testing';
import type { LocalizeController } from '@shoelace-style/localize';
import { LitElement, type TemplateResult } from 'lit';
import type { Progress } from '../../import-export/types.js';
import type { Translation } from '../../locales/translation.js';
import { ContextElement } from './context-element.js';
import '../../locales/en.js';
import { work } from './work.js';
import { duration, Pace } from './pace.js';

const at = (done: number, total = 100, phase: Progress['phase'] = 'reading'): Progress => ({
  phase,
  done,
  total,
});

/** A pace that got as many steps as there are numbers, half a second apart. */
function paceOf(...done: number[]): Pace {
  const pace = new Pace();
  done.forEach((number, step) => pace.add(at(number), step * 500));
  return pace;
}

describe('Pace', () => {
  it('says nothing before a second has passed', () => {
    expect(paceOf(0).current).to.equal(undefined);
    expect(paceOf(0, 5).current).to.equal(undefined);
    expect(paceOf(0, 5, 10).current).not.to.equal(undefined);
  });

  it('tells the rate and the time left', () => {
    const { perSecond, secondsLeft } = paceOf(0, 5, 10, 15, 20).current ?? {};
    expect(perSecond).to.be.closeTo(10, 0.01);
    expect(secondsLeft).to.be.closeTo(8, 0.01);
  });

  it('says nothing while nothing moves', () => {
    expect(paceOf(0, 0, 0, 0, 0).current).to.equal(undefined);
  });

  it('follows a change slowly', () => {
    const { perSecond = 0 } = paceOf(0, 5, 10, 15, 45).current ?? {};
    expect(perSecond).to.be.within(12, 25);
  });

  it('takes many small steps together', () => {
    const pace = new Pace();
    for (let time = 0; time <= 2000; time += 3) pace.add(at(time / 100), time);
    expect(pace.current?.perSecond).to.be.closeTo(10, 0.2);
  });

  it('begins anew with each phase, and when the work begins again', () => {
    const pace = paceOf(0, 30, 60);
    pace.add(at(0, 1000, 'writing'), 1500);
    expect(pace.current).to.equal(undefined);
    pace.add(at(100, 1000, 'writing'), 2500);
    expect(pace.current).to.deep.equal({ perSecond: 100, secondsLeft: 9 });
    pace.add(at(0, 1000, 'writing'), 3000);
    expect(pace.current).to.equal(undefined);
  });
});

describe('duration', () => {
  for (const [seconds, words] of [
    [0.2, '1 sec'],
    [7.4, '8 sec'],
    [41, '45 sec'],
    [110, '2 min'],
    [3000, '50 min'],
    [7000, '2 hr'],
  ] as const) {
    it(`says ${words} for ${seconds} seconds`, () => {
      expect(duration(seconds, 'en')).to.equal(words);
    });
  }
});

class WorkProbe extends ContextElement {
  static override properties = { progress: { attribute: false } };

  declare progress: Progress | undefined;
  declare unit: 'bytes' | 'records' | undefined;

  get words(): LocalizeController<Translation> {
    return this.localize;
  }

  override render(): TemplateResult {
    return work(this.localize, 'Working…', this.progress, undefined, this.unit);
  }
}
customElements.define('test-work-probe', WorkProbe);

describe('work', () => {
  const { now } = performance;

  afterEach(() => {
    performance.now = now;
  });

  async function shownAfter(phase: Progress['phase'], unit?: 'bytes' | 'records'): Promise<string> {
    let time = 0;
    const element = await fixture<WorkProbe>(html`<test-work-probe lang="en"></test-work-probe>`);
    expect(element).to.be.instanceOf(LitElement);
    performance.now = () => time;
    element.unit = unit;
    for (const done of [0, 10_000_000, 20_000_000]) {
      element.progress = at(done, 100_000_000, phase);
      await element.updateComplete;
      time += 1000;
    }
    return element.shadowRoot?.querySelector('.pace')?.textContent.trim() ?? '';
  }

  it('shows bytes of a file', async () => {
    expect(await shownAfter('checking')).to.equal('10 MB/s · 8 sec left');
    expect(await shownAfter('writing')).to.equal('10 MB/s · 8 sec left');
  });

  it('shows records of the database', async () => {
    expect(await shownAfter('reading')).to.equal('10,000,000 records/s · 8 sec left');
    expect(await shownAfter('writing', 'records')).to.contain('records/s');
  });

  it('shows no pace while it waits for another tab', async () => {
    expect(await shownAfter('waiting')).to.equal('');
  });
});
