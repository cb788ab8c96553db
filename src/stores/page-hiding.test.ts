import { expect } from '@open-wc/testing';
import { whenPageHides } from './page-hiding.js';

describe('the last moments of a page', () => {
  let calls: number;
  let end: () => void;

  beforeEach(() => {
    calls = 0;
    end = whenPageHides(() => calls++);
  });

  afterEach(() => end());

  function turn(visibilityState: DocumentVisibilityState): void {
    Object.defineProperty(document, 'visibilityState', {
      value: visibilityState,
      configurable: true,
    });
    document.dispatchEvent(new Event('visibilitychange'));
    Reflect.deleteProperty(document, 'visibilityState');
  }

  const moments: Record<string, () => void> = {
    'it goes out of sight': () => turn('hidden'),
    'it goes, or is kept for a way back': () => dispatchEvent(new PageTransitionEvent('pagehide')),
    'it is about to be left': () => dispatchEvent(new Event('beforeunload')),
  };

  for (const [moment, come] of Object.entries(moments)) {
    it(`are told when ${moment}, and no more after the end`, () => {
      come();
      expect(calls).to.equal(1);
      come();
      expect(calls).to.equal(2);
      end();
      come();
      expect(calls).to.equal(2);
    });
  }

  it('are not told when the page comes back into sight', () => {
    turn('visible');
    expect(calls).to.equal(0);
  });
});
