import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { downloadsDuring } from '../../../test/support/downloads.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { snapshot } from '../../../test/support/snapshot.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import '../../define/clear-data.js';
import '../../define/persistence-provider.js';
import { LiteChatError } from '../../errors.js';
import { tableNames } from '../../model/tables.js';
import { allCategories, categories } from '../../model/categories.js';
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

const wordsOf = (element: Element, selector: string): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();

const focusComesTo = (element: Element, selector: string): Promise<void> =>
  waitUntil(() => element.shadowRoot?.activeElement?.matches(selector), selector);

async function goToWord(element: ClearData): Promise<void> {
  find(element, '[part=button]').focus();
  find(element, '[part=button]').click();
  await waitUntil(() => dialogOf(element).open);
  find(element, 'dialog [type=submit]').click();
  await focusComesTo(element, 'dialog input');
}

/** Answers both questions, and waits for how it ends. */
async function clear(element: ClearData): Promise<void> {
  await goToWord(element);
  await sendKeys({ type: 'DELETE' });
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => has(element, '[part=result], [part=error]'));
}

/** Ticks these categories and no others. */
async function choose(element: ClearData, ...ids: string[]): Promise<void> {
  find(element, 'details', HTMLDetailsElement).open = true;
  for (const input of element.shadowRoot?.querySelectorAll<HTMLInputElement>(
    '[part=category] input',
  ) ?? []) {
    if (input.checked !== ids.includes(input.value)) input.click();
    await element.updateComplete;
  }
}

const conversationsOf = ({ database }: PersistenceContext): Promise<number> =>
  database.conversations.count();

const recordsOf = async ({ persistence }: PersistenceContext): Promise<number> =>
  Object.values(await persistence.countRecords()).reduce((sum, count) => sum + count, 0);

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
    expect(dialogOf(element).textContent).to.contain('A copy stays for one hour');
    await expect(element).to.be.accessible();

    find(element, 'dialog [type=submit]').click();
    await focusComesTo(element, 'dialog input');
    expect(find(element, 'dialog .danger', HTMLButtonElement).disabled).to.be.true;
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'delete' });
    await element.updateComplete;
    expect(find(element, 'dialog .danger', HTMLButtonElement).disabled).to.be.false;
    expect(await conversationsOf(context)).to.equal(3);

    const told = oneEvent(element, 'litechat-data-cleared');
    find(element, 'dialog .danger').click();
    const { detail } = (await told) as HTMLElementEventMap['litechat-data-cleared'];
    await element.updateComplete;
    expect(Object.keys(detail.options)).to.have.lengthOf(categories.length);
    expect(cleared).to.equal(1);
    expect(await recordsOf(context)).to.equal(0);
    expect(find(element, '[part=result]').textContent).to.contain('All local data was deleted.');
    await waitUntil(() => has(element, '[part=undo]'));
    await expect(element).to.be.accessible();
  });

  it('erases the whole database at once when no copy is wanted', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    find(element, '[name=keep-copy]').click();
    await element.updateComplete;
    expect(wordsOf(element, '.copy')).to.contain('It cannot be undone.');
    find(element, '[part=button]').click();
    await waitUntil(() => dialogOf(element).open);
    expect(dialogOf(element).textContent).to.contain('No copy is kept.');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(element).open);
    await element.updateComplete;
    expect(find(element, '[name=keep-copy]', HTMLInputElement).checked, 'as before').to.be.true;
    find(element, '[name=keep-copy]').click();
    await clear(element);
    expect(find(element, '[name=keep-copy]', HTMLInputElement).checked, 'as before').to.be.true;
    await waitUntil(() => wordsOf(element, '#why') === 'Nothing is stored.');
    for (const name of tableNames) {
      expect(await context.database.table(name).count(), name).to.equal(0);
    }
    expect(has(element, '[part=undo]')).to.be.false;
  });

  it('clears the categories that are chosen, and says what stays', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    await choose(element, 'conversations', 'apiKeys');
    expect(wordsOf(element, '.consequences')).to.equal(
      'Messages go with their conversations. Projects stay. Providers stay, but lose their keys. Files you saved and other devices are not touched.',
    );
    expect(wordsOf(element, '[part=button]')).to.equal('Clear 2 categories');
    await waitUntil(() => find(element, '.copy').textContent.includes('about'));
    await expect(element).to.be.accessible();
    const told = oneEvent(element, 'litechat-data-cleared');
    await clear(element);
    const { detail } = (await told) as HTMLElementEventMap['litechat-data-cleared'];
    expect(detail.options).to.deep.equal({ importConversations: true, importApiKeys: true });
    expect(await conversationsOf(context)).to.equal(0);
    expect(await context.database.interactions.count()).to.equal(0);
    expect(await context.database.projects.count()).to.equal(3);
    expect((await context.database.providerConfigs.get('provider-1'))?.apiKeyId).to.equal(null);
    expect(wordsOf(element, '[part=result]')).to.match(/^Deleted\./);
  });

  it('clears only what is chosen also without a copy', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    await choose(element, 'mods');
    expect(wordsOf(element, '[part=button]')).to.equal('Clear Mods');
    find(element, '[name=keep-copy]').click();
    await clear(element);
    expect(await context.database.mods.count()).to.equal(0);
    expect(await conversationsOf(context)).to.equal(3);
    expect(await context.importExport.undoState()).to.equal(null);
  });

  it('clears nothing when nothing is chosen', async () => {
    const element = await clearData(await filledContext());
    await choose(element);
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    expect(wordsOf(element, '#why')).to.equal('Choose at least one category.');
    find(element, '[part=button]').click();
    await element.updateComplete;
    expect(dialogOf(element).open).to.be.false;
    find(element, '.ticks button').click();
    await element.updateComplete;
    expect(wordsOf(element, '[part=button]')).to.equal('Clear all local data');
  });

  it('says that there is nothing to clear', async () => {
    const { context } = createPersistenceContext(freshPersistence());
    const element = await clearData(context);
    await waitUntil(() => wordsOf(element, '#why') === 'Nothing is stored.');
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('saves a backup first, without secrets', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    await choose(element, 'apiKeys', 'projects');
    const [saved] = await downloadsDuring(async () => {
      find(element, '[part=backup]').click();
      await waitUntil(() => has(element, '[part=result]'));
    });
    expect(saved?.text).not.to.contain('canary');
    expect(JSON.parse(saved?.text ?? '')).to.include.keys('apiKeys', 'projects');
    expect(wordsOf(element, '[part=result]')).to.equal('Saved as one file, without secrets.');
    await focusComesTo(element, '[part=backup]');
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
    await focusComesTo(element, '[part=button]');
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
    context.importExport.clearData = () =>
      Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'));
    let cleared = 0;
    element.addEventListener('litechat-data-cleared', () => cleared++);
    await clear(element);
    expect(find(element, '[part=error]').textContent).to.contain('Nothing was changed.');
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    await focusComesTo(element, '[part=error]');
    expect(cleared).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('offers to do without a copy where there is no room for one, and asks again', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    const { importExport } = context;
    importExport.clearData = () =>
      Promise.reject(new LiteChatError('quota-exceeded', 'No room. Nothing was changed.'));
    await clear(element);
    await expect(element).to.be.accessible();
    find(element, '[part=without-copy]').click();
    await waitUntil(() => dialogOf(element).open);
    expect(dialogOf(element).textContent).to.contain('No copy is kept.');
    expect(await conversationsOf(context)).to.equal(3);
  });

  it('shows that it is at work, and takes no second request meanwhile', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    find(element, '[name=keep-copy]').click();
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
    await focusComesTo(element, '[part=result]');
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

  it('erases a database that could not be opened', async () => {
    const context = await filledContext();
    const element = await clearData(context);
    const error = new LiteChatError('database-failed', 'Could not open. Nothing was changed.');
    context.status.setState({ state: 'failed', error }, true);
    await element.updateComplete;
    expect(has(element, '[name=keep-copy]')).to.be.false;
    expect(find(element, '[part=backup]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    await clear(element);
    expect(await conversationsOf(context)).to.equal(0);
  });

  it('works below a provider that comes late', async () => {
    const context = await filledContext();
    const provider = await fixture(html`
      <litechat-persistence-provider .context=${context}>
        <litechat-clear-data></litechat-clear-data>
      </litechat-persistence-provider>
    `);
    const element = provider.querySelector('litechat-clear-data');
    await waitUntil(() => element?.context === context);
  });

  describe('afterwards', () => {
    it('brings back exactly what was there, also after a reload', async () => {
      const context = await filledContext();
      const before = await snapshot(context.database);
      const first = await clearData(context);
      await clear(first);
      first.remove();
      const element = await clearData(context);
      await waitUntil(() => has(element, '[part=undo]'));
      expect(wordsOf(element, '[part=undo]')).to.match(/can be brought back until \d+:\d+/);
      find(element, '[part=undo] button').click();
      await waitUntil(
        () => has(element, '[part=undo]') && wordsOf(element, '[part=undo]').includes('Brought'),
      );
      expect(find(element, '[role=status]').textContent).to.equal('Undone.');
      await focusComesTo(element, '[part=undo]');
      expect(await snapshot(context.database)).to.deep.equal(before);
      expect(has(element, '[part=result]'), 'no longer says that it was deleted').to.be.false;
      await expect(element).to.be.accessible();
    });

    it('deletes it again only when the user is sure, and brings it back once more', async () => {
      const context = await filledContext();
      const before = await snapshot(context.database);
      const element = await clearData(context);
      await clear(element);
      const undoButton = (): HTMLElement => find(element, '[part=undo] button');
      const reads = (words: string): Promise<void> =>
        waitUntil(
          () => has(element, '[part=undo]') && wordsOf(element, '[part=undo]').startsWith(words),
          words,
        );
      await reads('Deleted');
      undoButton().click();
      await reads('Brought back');
      expect(undoButton().textContent).to.match(/Delete again \(\d+ records\)/);

      const question = find(element, 'dialog.confirm', HTMLDialogElement);
      undoButton().click();
      await waitUntil(() => question.open);
      expect(question.textContent).to.match(/Delete \d+ records again\?/);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !question.open);
      expect(await snapshot(context.database)).to.deep.equal(before);

      undoButton().click();
      await waitUntil(() => question.open);
      find(element, 'dialog.confirm .danger').click();
      await reads('Deleted');
      expect(find(element, '[role=status]').textContent).to.equal('Deleted again.');
      expect(await recordsOf(context)).to.equal(0);
      expect(undoButton().textContent.trim()).to.equal('Undo');
      await focusComesTo(element, '[part=undo]');
      undoButton().click();
      await reads('Brought back');
      expect(await snapshot(context.database)).to.deep.equal(before);
    });

    it('asks whether to keep a copy again, when one was not kept', async () => {
      const context = await filledContext();
      const element = await clearData(context);
      await choose(element, 'mods');
      find(element, '[name=keep-copy]').click();
      await clear(element);
      await element.updateComplete;
      expect(find(element, '[name=keep-copy]', HTMLInputElement).checked).to.be.true;
    });

    it('erases the copy when asked to', async () => {
      const context = await filledContext();
      const element = await clearData(context);
      await clear(element);
      await waitUntil(() => has(element, '[part=undo]'));
      expect(wordsOf(element, '[part=discard]')).to.match(/^Erase the copy, free/);
      find(element, '[part=discard]').click();
      await waitUntil(() => !has(element, '[part=undo]'));
      expect(await context.database.undo.count()).to.equal(0);
    });

    it('says no more of it when its hour is over', async () => {
      const context = await filledContext();
      await context.importExport.clearData(allCategories);
      const element = await clearData(context);
      await waitUntil(() => has(element, '[part=undo]'));
      const state = await context.importExport.undoState();
      const expiresAt = new Date(Date.now() + 50);
      await context.database.bookkeeping.put({ key: 'undo', value: { ...state, expiresAt } });
      await waitUntil(() => !has(element, '[part=undo]'));
      await waitUntil(async () => (await context.database.undo.count()) === 0);
    });

    it('follows what another tab does', async () => {
      const context = await filledContext();
      const element = await clearData(context);
      await context.importExport.clearData({ importTags: true } as object);
      await context.importExport.clearData({ importMods: true });
      await waitUntil(() => has(element, '[part=undo]'));
      await context.importExport.undoRestore();
      await waitUntil(() => wordsOf(element, '[part=undo]').startsWith('Brought back'));
    });
  });
});
