import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import { LiteChatDatabase } from '../../src/database/litechat-database.js';
import '../../src/define/backup-panel.js';
import '../../src/define/conversation-list.js';
import '../../src/define/persistence-provider.js';
import '../../src/define/storage-status.js';
import { emptiedPersistence, missConversations } from '../support/emptied-persistence.js';
import { freshContext } from '../support/conversation-list.js';
import { find, has } from '../support/shadow.js';

const patient = { timeout: 8000 };
const comes = (isThere: () => unknown): Promise<void> => waitUntil(isThere, undefined, patient);

const wordsOf = (element: Element, selector: string): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();

const gone = 'Your conversations are no longer in this browser.';
const since =
  'They were here on November 12, 2026. The browser has deleted them, or somebody has cleared its storage.';
const remedy = 'To have them again, restore your backup of November 10, 2026.';

async function emptiedContext(isBackedUp = true): Promise<PersistenceContext> {
  return createPersistenceContext(await emptiedPersistence(isBackedUp)).context;
}

const isMissed = ({ status }: PersistenceContext): boolean => {
  const state = status.getState();
  return state.state === 'ready' && state.emptied !== undefined;
};

async function shown<Shown extends HTMLElement>(
  tag: 'conversation-list' | 'storage-status' | 'backup-panel',
  context: PersistenceContext,
): Promise<Shown> {
  const element = document.createElement(`litechat-${tag}`);
  element.lang = 'en';
  element.context = context;
  const box = await fixture<HTMLElement>(html`<div style="block-size: 500px">${element}</div>`);
  return box.firstElementChild as Shown;
}

describe('what is said where the browser has deleted the conversations', () => {
  it('by the list in the place of its rows, until that is dismissed', async () => {
    const context = await emptiedContext();
    const element = await shown('conversation-list', context);
    await comes(() => has(element, '[part=empty]'));
    expect(wordsOf(element, '[part=empty]')).to.contain(gone).and.contain(`${since} ${remedy}`);
    await expect(element).to.be.accessible();

    find(element, '[part=empty] button.quiet').click();
    await comes(() => !wordsOf(element, '[part=empty]').includes(gone));
    expect(wordsOf(element, '[part=empty]')).to.contain('No conversations yet.');
    expect(isMissed(context)).to.equal(false);
    await comes(() => element.shadowRoot?.activeElement?.matches('[part=empty] button'));
  });

  it('by the list, which begins a new chat all the same', async () => {
    const context = await emptiedContext();
    const element = await shown('conversation-list', context);
    await comes(() => has(element, '[part=empty] button:not(.quiet)'));
    find(element, '[part=empty] button:not(.quiet)').click();
    await comes(() => element.matches(':state(full)'));
    expect(isMissed(context)).to.equal(true);
  });

  it('by the storage status, with what helps where no backup is known', async () => {
    const context = await emptiedContext(false);
    const element = await shown('storage-status', context);
    await comes(() => has(element, '[part=emptied]') && !element.matches(':state(loading)'));
    expect(element.matches(':state(emptied)')).to.equal(true);
    expect(wordsOf(element, '[part=emptied] p')).to.equal(
      `${gone} ${since} If you have a backup, restore it to have them again.`,
    );
    await expect(element).to.be.accessible();

    find(element, '[part=dismiss]').focus();
    find(element, '[part=dismiss]').click();
    await comes(() => !has(element, '[part=emptied]'));
    expect(element.matches(':state(emptied)')).to.equal(false);
    await comes(() => element.shadowRoot?.activeElement?.id === 'title');
  });

  it('by the backup panel, before a file is saved that holds less than an older one', async () => {
    const context = await emptiedContext();
    const element = await shown('backup-panel', context);
    await comes(() => has(element, '.note.caution'));
    expect(wordsOf(element, '.note.caution')).to.equal(
      'A backup made now does not hold what is gone. Keep your older ones.',
    );
    context.database.forgetEmptied();
    await comes(() => !has(element, '.note.caution'));
  });

  it('by the provider for all that is in it, once', async () => {
    const name = `test-${crypto.randomUUID()}`;
    missConversations(name);
    const element = await fixture<HTMLElementTagNameMap['litechat-persistence-provider']>(html`
      <litechat-persistence-provider database-name=${name} lang="en">
        <litechat-conversation-list style="block-size: 300px"></litechat-conversation-list>
      </litechat-persistence-provider>
    `);
    const { database } = await element.ready();
    try {
      await comes(() => has(element, '[part=banner]'));
      expect(element.matches(':state(emptied)')).to.equal(true);
      expect(wordsOf(element, '[part=banner] .words')).to.equal(`${gone} ${since} ${remedy}`);
      const list = element.querySelector('litechat-conversation-list');
      if (!list) throw new Error('The list is not there.');
      await comes(() => has(list, '[part=empty]'));
      expect(wordsOf(list, '[part=empty]')).to.contain(gone).and.not.contain(since);
      expect(has(list, '[part=empty] button.quiet')).to.equal(false);
      expect(has(list, '[role=alert]'), 'it would be read out twice').to.equal(false);
      await expect(element).to.be.accessible();

      find(element, '[part=banner-action]').click();
      await comes(() => !has(element, '[part=banner]'));
      await comes(() => wordsOf(list, '[part=empty]').includes('No conversations yet.'));
      expect(element.matches(':state(emptied)')).to.equal(false);
    } finally {
      element.remove();
      await new LiteChatDatabase(database.name).delete();
    }
  });

  it('and no more once a backup with conversations was restored, but after one without', async () => {
    const source = freshContext();
    await source.persistence.saveConversation({ title: 'Back again', projectId: null });
    await source.persistence.saveSetting('theme', 'dark');
    const backupOf = async (options: object): Promise<File> =>
      new File(
        [await new Response(source.importExport.createBackup(options)).blob()],
        'backup.json',
      );
    const withSettings = await backupOf({ importSettings: true });
    const withAll = await backupOf({ importSettings: true, importConversations: true });

    const context = await emptiedContext();
    await context.importExport.restoreBackup(withSettings, { importSettings: true });
    expect(isMissed(context)).to.equal(true);
    await context.importExport.restoreBackup(withAll, { importConversations: true });
    expect(isMissed(context)).to.equal(false);
    expect(await context.persistence.loadConversations()).to.have.lengthOf(1);
  });
});
