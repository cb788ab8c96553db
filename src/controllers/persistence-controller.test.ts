import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { defaultContext } from '../context/default-context.js';
import { createPersistenceContext } from '../context/create-persistence-context.js';
import type { PersistenceContext } from '../context/persistence-context.js';
import { PersistenceProvider } from '../elements/persistence-provider/persistence-provider.js';
import { PersistenceController } from './persistence-controller.js';

class Probe extends LitElement {
  readonly persistence = new PersistenceController(this);
  updates = 0;

  get context(): PersistenceContext | undefined {
    return this.persistence.context;
  }

  override render() {
    this.updates++;
    return html`${this.context?.database.name ?? 'none'}`;
  }
}
customElements.define('test-probe', Probe);
customElements.define('test-provider', class extends PersistenceProvider {});

function freshContext(): PersistenceContext {
  return createPersistenceContext(freshPersistence()).context;
}

const probeOf = (element: Element): Probe => {
  const probe = element.matches('test-probe') ? element : element.querySelector('test-probe');
  if (!(probe instanceof Probe)) throw new TypeError('no probe');
  return probe;
};

describe('PersistenceController', () => {
  after(async () => (await defaultContext()).database.delete());

  it('takes the page’s default context when there is no provider', async () => {
    const probe = probeOf(await fixture(html`<test-probe></test-probe>`));
    await waitUntil(() => probe.context);
    expect(probe.context).to.equal(await defaultContext());
    expect(probe.context?.database.name).to.equal('LiteChatDB');
  });

  it('takes the context of a provider above, and not the default one', async () => {
    const context = freshContext();
    const probe = probeOf(
      await fixture(
        html`<test-provider .context=${context}><test-probe></test-probe></test-provider>`,
      ),
    );
    await waitUntil(() => probe.context);
    expect(probe.context).to.equal(context);
  });

  it('prefers a context set in code, and goes back when it is taken away', async () => {
    const [above, own] = [freshContext(), freshContext()];
    const probe = probeOf(
      await fixture(
        html`<test-provider .context=${above}><test-probe></test-probe></test-provider>`,
      ),
    );
    probe.persistence.give(own);
    expect(probe.context).to.equal(own);
    probe.persistence.give(undefined);
    expect(probe.context).to.equal(above);
  });

  it('opens no default database when the context is set right after connecting', async () => {
    const context = freshContext();
    const probe = new Probe();
    document.body.append(probe);
    probe.persistence.give(context);
    await probe.updateComplete;
    probe.persistence.give(undefined);
    expect(probe.context).to.equal(undefined);
    probe.remove();
  });

  it('waits for a provider above that is not upgraded yet', async () => {
    const host = await fixture(html`
      <litechat-persistence-provider storage="memory">
        <test-probe></test-probe>
      </litechat-persistence-provider>
    `);
    const probe = probeOf(host);
    await probe.updateComplete;
    expect(probe.context).to.equal(undefined);

    customElements.define('litechat-persistence-provider', PersistenceProvider);
    await waitUntil(() => probe.context);
    expect(host).to.be.instanceOf(PersistenceProvider);
    expect(probe.context).to.equal(host instanceof PersistenceProvider && host.context);
  });

  it('prefers a provider that comes later to the default context', async () => {
    const host = await fixture(
      html`<test-late-provider><test-probe></test-probe></test-late-provider>`,
    );
    const probe = probeOf(host);
    await waitUntil(() => probe.context);
    expect(probe.context).to.equal(await defaultContext());

    customElements.define('test-late-provider', class extends PersistenceProvider {});
    const context = freshContext();
    if (host instanceof PersistenceProvider) host.context = context;
    await waitUntil(() => probe.context === context);
  });

  it('takes over to a provider that comes between it and another', async () => {
    const [outer, inner] = [freshContext(), freshContext()];
    const host = await fixture(html`
      <test-provider .context=${outer}>
        <test-between><test-probe></test-probe></test-between>
      </test-provider>
    `);
    const probe = probeOf(host);
    await waitUntil(() => probe.context === outer);
    customElements.define('test-between', class extends PersistenceProvider {});
    const between = host.querySelector('test-between');
    if (between instanceof PersistenceProvider) between.context = inner;
    await waitUntil(() => probe.context === inner);
  });

  it('finds another context when it is moved', async () => {
    const [first, second] = [freshContext(), freshContext()];
    const host = await fixture(html`
      <div>
        <test-provider .context=${first}><test-probe></test-probe></test-provider>
        <test-provider .context=${second}></test-provider>
      </div>
    `);
    const probe = probeOf(host);
    await waitUntil(() => probe.context === first);
    host.lastElementChild?.append(probe);
    expect(probe.context).to.equal(second);
    host.append(probe);
    expect(probe.context).to.equal(undefined);
    await waitUntil(() => probe.context);
    expect(probe.context).to.equal(await defaultContext());
  });

  it('hears nothing of a provider that it has left', async () => {
    const host = await fixture<PersistenceProvider>(
      html`<test-provider .context=${freshContext()}><test-probe></test-probe></test-provider>`,
    );
    const probe = probeOf(host);
    await waitUntil(() => probe.context);
    probe.remove();
    await probe.updateComplete;
    const { updates } = probe;
    host.context = freshContext();
    await host.updateComplete;
    await probe.updateComplete;
    expect(probe.context).to.equal(undefined);
    expect(probe.updates).to.equal(updates);
  });
});
