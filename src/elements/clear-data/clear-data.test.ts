import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find } from '../../../test/support/shadow.js';
import {
  createPersistenceContext,
  type PersistenceContext,
} from '../../context/persistence-context.js';
import '../../define/clear-data.js';
import { LiteChatError } from '../../errors.js';
import { conversationEvent } from '../../model/events.js';
import type { ClearData } from './clear-data.js';

async function filledContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await fill(context.persistence);
  return context;
}

async function clearData(context: PersistenceContext): Promise<ClearData> {
  return fixture<ClearData>(html`<litechat-clear-data .context=${context}></litechat-clear-data>`);
}

const dialogOf = (element: ClearData): HTMLDialogElement =>
  find(element, 'dialog', HTMLDialogElement);

async function goToWord(element: ClearData): Promise<void> {
  find(element, '[part=button]').focus();
  find(element, '[part=button]').click();
  await waitUntil(() => dialogOf(element).open);
  find(element, 'dialog [type=submit]').click();
  await waitUntil(() => element.shadowRoot?.activeElement?.matches('input'));
}

const conversationsOf = ({ database }: PersistenceContext): Promise<number> =>
  database.conversations.count();

describe('<litechat-clear-data>', () => {
  it('shows what goes, asks for the word, deletes everything and says so', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    let cleared = 0;
    context.events.on(conversationEvent.conversationsCleared, () => cleared++);
    await expect(element).to.be.accessible();

    find(element, '[part=button]').click();
    await waitUntil(() => dialogOf(element).open);
    await waitUntil(() => element.shadowRoot?.querySelector('.counts li'));
    expect(dialogOf(element).textContent).to.contain('3\u00a0conversations');
    expect(dialogOf(element).textContent).to.contain('Back up first.');
    await expect(element).to.be.accessible();

    find(element, 'dialog [type=submit]').click();
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('input'));
    expect(find(element, 'dialog .danger', HTMLButtonElement).disabled).to.be.true;
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'delete' });
    await element.updateComplete;
    expect(find(element, 'dialog .danger', HTMLButtonElement).disabled).to.be.false;
    expect(await conversationsOf(context)).to.equal(3);

    const told = oneEvent(element, 'litechat-data-cleared');
    find(element, 'dialog .danger').click();
    await told;
    await element.updateComplete;
    expect(cleared).to.equal(1);
    for (const table of context.database.tables) expect(await table.count()).to.equal(0);
    expect(find(element, '[part=result]').textContent).to.contain('All local data was deleted.');
    await expect(element).to.be.accessible();
  });

  it('deletes nothing when another word is typed', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    await goToWord(element);
    await sendKeys({ type: 'delet' });
    await sendKeys({ press: 'Enter' });
    expect(dialogOf(element).open).to.be.true;
    expect(await conversationsOf(context)).to.equal(3);
  });

  it('deletes nothing when the user leaves either question', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    find(element, '[part=button]').click();
    await waitUntil(() => dialogOf(element).open);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(element).open);
    await goToWord(element);
    await sendKeys({ type: 'DELETE' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(element).open);
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('[part=button]'));
    expect(await conversationsOf(context)).to.equal(3);

    // The word does not stay for the next time.
    await goToWord(element);
    expect(find(element, 'dialog input', HTMLInputElement).value).to.equal('');
  });

  it('asks nothing when the page cancels it', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    element.addEventListener('litechat-clear-requested', (event) => event.preventDefault());
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(dialogOf(element).open).to.be.false;
    expect(await conversationsOf(context)).to.equal(3);
  });

  it('shows a failure, and keeps quiet about success', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    context.persistence.clearAllData = () =>
      Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'));
    let cleared = 0;
    element.addEventListener('litechat-data-cleared', () => cleared++);
    await goToWord(element);
    await sendKeys({ type: 'DELETE' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot?.querySelector('[part=error]'));
    expect(find(element, '[part=error]').textContent).to.contain('Nothing was changed.');
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('[part=error]'));
    expect(cleared).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('shows that it is at work, and takes no second request meanwhile', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    let finish = (): void => {};
    context.persistence.clearAllData = () => new Promise((resolve) => (finish = resolve));
    await goToWord(element);
    await sendKeys({ type: 'DELETE' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot?.querySelector('progress'));
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '[part=button]'));
    expect(find(element, '[role=status]').textContent).to.equal('Deleting…');
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(dialogOf(element).open).to.be.false;
    await expect(element).to.be.accessible();
    finish();
    await waitUntil(() => element.shadowRoot?.querySelector('[part=result]'));
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('[part=result]'));
    expect(find(element, '[role=status]').textContent).to.contain('was deleted');
  });

  it('does nothing, and says why, when the database is not ready', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    context.status.setState({ state: 'outdated' }, true);
    await element.updateComplete;
    expect(find(element, '[part=reason]').textContent).to.contain('Another tab updated your data.');
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(dialogOf(element).open).to.be.false;
    await expect(element).to.be.accessible();
  });
});
