import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { StoreController } from './store-controller.js';

/** A store that knows how many listen. */
function countedStore(value: number): {
  store: StoreApi<{ value: number }>;
  listeners: () => number;
} {
  const store = createStore(() => ({ value }));
  let listeners = 0;
  const subscribe: typeof store.subscribe = (listener) => {
    const unsubscribe = store.subscribe(listener);
    listeners++;
    return () => {
      listeners--;
      unsubscribe();
    };
  };
  return { store: { ...store, subscribe }, listeners: () => listeners };
}

class Reader extends LitElement {
  store: StoreApi<{ value: number }> | undefined;
  readonly #controller = new StoreController(this, () => this.store);

  override render() {
    return html`${this.#controller.state?.value ?? 'none'}`;
  }
}
customElements.define('test-reader', Reader);

const textOf = (reader: Reader): string => reader.shadowRoot?.textContent ?? '';

describe('StoreController', () => {
  it('shows the store’s state and follows it', async () => {
    const { store } = countedStore(1);
    const reader = await fixture<Reader>(html`<test-reader .store=${store}></test-reader>`);
    expect(textOf(reader)).to.equal('1');
    store.setState({ value: 2 });
    await reader.updateComplete;
    expect(textOf(reader)).to.equal('2');
  });

  it('goes over to another store, and listens to one only', async () => {
    const [first, second] = [countedStore(1), countedStore(2)];
    const reader = await fixture<Reader>(html`<test-reader .store=${first.store}></test-reader>`);
    reader.store = second.store;
    reader.requestUpdate();
    await reader.updateComplete;
    expect(textOf(reader)).to.equal('2');
    expect([first.listeners(), second.listeners()]).to.deep.equal([0, 1]);
  });

  it('stops listening when disconnected, and listens once after connecting again', async () => {
    const { store, listeners } = countedStore(1);
    const reader = await fixture<Reader>(html`<test-reader .store=${store}></test-reader>`);
    const parent = reader.parentElement;
    for (let round = 0; round < 3; round++) {
      reader.remove();
      expect(listeners()).to.equal(0);
      parent?.append(reader);
      await reader.updateComplete;
      expect(listeners()).to.equal(1);
    }
    store.setState({ value: 7 });
    await reader.updateComplete;
    expect(textOf(reader)).to.equal('7');
  });

  it('answers the state of a store it cannot listen to yet', () => {
    const { store, listeners } = countedStore(5);
    const reader = new Reader();
    reader.store = store;
    expect(new StoreController(reader, () => store).state?.value).to.equal(5);
    expect(listeners()).to.equal(0);
  });
});
