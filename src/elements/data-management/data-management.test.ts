import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import '../../define/data-management.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import type { DataManagement } from './data-management.js';

const tags = [
  'litechat-storage-status',
  'litechat-backup-panel',
  'litechat-restore-panel',
  'litechat-category-transfer',
  'litechat-clear-data',
] as const;

async function filledContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await fill(context.persistence);
  return context;
}

describe('<litechat-data-management>', () => {
  it('defines and shows every card on its own context', async () => {
    const context = await filledContext();
    const element = await fixture<DataManagement>(
      html`<litechat-data-management .context=${context}></litechat-data-management>`,
    );
    for (const tag of tags) {
      const card = element.shadowRoot?.querySelector(tag);
      await card?.updateComplete;
      expect(card?.context, tag).to.equal(context);
      expect(card?.shadowRoot?.querySelector('h2'), tag).not.to.equal(null);
    }
    await expect(element).to.be.accessible();
  });

  it('takes the context of a provider above', async () => {
    const context = await filledContext();
    const provider = await fixture(html`
      <litechat-persistence-provider .context=${context}>
        <litechat-data-management></litechat-data-management>
      </litechat-persistence-provider>
    `);
    const card = (): PersistenceContext | undefined =>
      provider.querySelector('litechat-data-management')?.shadowRoot?.querySelector(tags[0])
        ?.context;
    await waitUntil(() => card() === context);
  });

  it('shows no secret', async () => {
    const context = await filledContext();
    const element = await fixture<DataManagement>(
      html`<litechat-data-management .context=${context}></litechat-data-management>`,
    );
    const cards = tags.map((tag) => element.shadowRoot?.querySelector(tag));
    await waitUntil(() => cards[1]?.shadowRoot?.textContent.includes('messages'));
    for (const card of cards) expect(card?.shadowRoot?.innerHTML).not.to.contain('canary');
  });

  it('says once why there is no data when it stands alone, and tries again', async () => {
    const open = LiteChatDatabase.prototype.open;
    const error = new LiteChatError('database-failed', 'Could not open. Nothing was changed.');
    LiteChatDatabase.prototype.open = () =>
      Promise.reject(error) as unknown as ReturnType<typeof open>;
    let element: DataManagement;
    try {
      element = await fixture<DataManagement>(
        html`<litechat-data-management></litechat-data-management>`,
      );
      await waitUntil(() => has(element, '[part=error]'));
    } finally {
      LiteChatDatabase.prototype.open = open;
    }
    expect(find(element, '[part=error]').textContent).to.contain('Nothing was changed.');
    expect(has(element, 'litechat-backup-panel')).to.be.false;
    await expect(element).to.be.accessible();

    find(element, '[part=error] button').click();
    await waitUntil(() => element.context);
    await element.updateComplete;
    expect(has(element, 'litechat-backup-panel')).to.be.true;
    await element.context?.database.delete();
  });
});
