import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/persistence-provider.js';
import { registerTranslation } from './register-translation.js';

const dutch = { $code: 'nl', $name: 'Nederlands', $dir: 'ltr' } as const;

describe('registerTranslation', () => {
  it('adds a language that an app brings, with English where it lacks a text', async () => {
    // @ts-expect-error -- There is no such text.
    registerTranslation({ ...dutch, notPersistnet: 'Niets blijft bewaard.' });
    registerTranslation({ ...dutch, notPersistent: 'Niets blijft bewaard.' });
    const element = await fixture(
      html`<litechat-persistence-provider lang="nl" storage="memory">
      </litechat-persistence-provider>`,
    );
    await waitUntil(() => element.matches(':state(not-persistent)'));
    expect(element.shadowRoot?.textContent)
      .to.include('Niets blijft bewaard.')
      .and.to.include('gone when this page closes');
  });
});
