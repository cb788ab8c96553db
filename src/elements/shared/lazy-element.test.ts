import { expect, fixture, waitUntil } from '@open-wc/testing';
import { css, html, type TemplateResult } from 'lit';
import { find, has } from '../../../test/support/shadow.js';
import { onDemand } from '../../on-demand.js';
import { ElementBody } from './element-body.js';
import { LazyElement } from './lazy-element.js';
import { lazyPart } from './lazy-part.js';

class Body extends ElementBody {
  override readonly styles = [
    css`
      p {
        color: rgb(1 2 3);
      }
    `,
  ];
  words = 'here';

  say(words: string): void {
    this.words = words;
    this.requestUpdate();
  }

  override render(): TemplateResult {
    return html`<p>${this.words}</p>`;
  }
}

/** A module that comes, or does not, when the test says so, and how often it was asked for. */
interface Source {
  calls: number;
  come: () => void;
  fail: () => void;
  load: () => Promise<null>;
}

function module(): Source {
  const source: Source = {
    calls: 0,
    come: () => undefined,
    fail: () => undefined,
    load: () =>
      new Promise((resolve, reject) => {
        source.calls += 1;
        source.come = () => resolve(null);
        source.fail = () => reject(new TypeError('Failed to fetch'));
      }),
  };
  return source;
}

let count = 0;

/** A new element, so that each test begins with nothing loaded. */
function elementOf(source: { load: () => Promise<null> }): {
  element: Sample;
  another: () => Sample;
} {
  const inside = onDemand(source.load);
  class Lazy extends Sample {
    override readonly body = lazyPart(this, inside, () => new Body(this, this.parts));
  }
  count += 1;
  customElements.define(`test-lazy-${count}`, Lazy);
  return { element: new Lazy(), another: () => new Lazy() };
}

abstract class Sample extends LazyElement<Body> {
  say(words: string): void {
    this.body.use((body) => body.say(words));
  }

  async heard(): Promise<string> {
    return (await this.body.load()).words;
  }
}

const textOf = (element: Sample): string => find(element, 'p').textContent;

describe('an element whose body is loaded on demand', () => {
  it('loads it when it comes into the page, and not before', async () => {
    const source = module();
    const { element } = elementOf(source);
    expect(source.calls).to.equal(0);
    const shown = fixture(element);
    await waitUntil(() => source.calls === 1);
    expect(has(element, '[role=status]')).to.equal(true);
    source.come();
    await shown;
    expect(textOf(element)).to.equal('here');
    expect(getComputedStyle(find(element, 'p')).color).to.equal('rgb(1, 2, 3)');
    expect(has(element, '[role=status]')).to.equal(false);
  });

  it('loads it once for all elements, and the next one has it at once', async () => {
    const source = module();
    const { element, another } = elementOf(source);
    const second = another();
    document.body.append(element, second);
    source.come();
    await Promise.all([element.updateComplete, second.updateComplete]);
    const third = another();
    document.body.append(third);
    await third.updateComplete;
    expect([element, second, third].map(textOf)).to.deep.equal(['here', 'here', 'here']);
    expect(source.calls).to.equal(1);
    for (const one of [element, second, third]) one.remove();
  });

  it('is complete only with it', async () => {
    const source = module();
    const { element } = elementOf(source);
    document.body.append(element);
    const order: string[] = [];
    const complete = element.updateComplete.then(() => order.push('complete'));
    const loaded = element.heard().then(() => order.push('loaded'));
    source.come();
    await Promise.all([complete, loaded]);
    expect(order).to.deep.equal(['loaded', 'complete']);
    expect(textOf(element)).to.equal('here');
    element.remove();
  });

  it('says when it does not come, is complete then, and brings it when asked again', async () => {
    const source = module();
    const { element } = elementOf(source);
    document.body.append(element);
    source.fail();
    await element.updateComplete;
    expect(find(element, '[role=alert]').textContent).to.contain('did not load');
    expect(find(element, '[role=alert]').textContent).to.contain('Nothing was changed.');
    await expect(element).to.be.accessible();
    find(element, '[role=alert] button').click();
    await waitUntil(() => has(element, '[role=status]'));
    expect(source.calls).to.equal(2);
    source.come();
    await element.updateComplete;
    expect(textOf(element)).to.equal('here');
    expect(has(element, '[role=alert]')).to.equal(false);
    element.remove();
  });

  it('does what was asked of it before, be it at a second try', async () => {
    const source = module();
    const { element } = elementOf(source);
    element.say('early');
    expect(source.calls).to.equal(1);
    document.body.append(element);
    source.fail();
    await element.updateComplete;
    find(element, '[role=alert] button').click();
    source.come();
    await element.updateComplete;
    expect(textOf(element)).to.equal('early');
    element.remove();
  });

  it('tells who waits for an answer that it did not come', async () => {
    const source = module();
    const { element } = elementOf(source);
    const answer = element.heard().then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    source.fail();
    expect(await answer).to.contain('did not load');
  });

  it('has it when it comes back, if it left the page meanwhile', async () => {
    const source = module();
    const { element } = elementOf(source);
    document.body.append(element);
    element.remove();
    source.come();
    await element.updateComplete;
    document.body.append(element);
    await element.updateComplete;
    expect(textOf(element)).to.equal('here');
    expect(source.calls).to.equal(1);
    element.remove();
  });
});
