import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { filledContext, list } from '../../../test/support/conversation-list.js';
import { find } from '../../../test/support/shadow.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import '../../define/data-management.js';
import '../../define/persistence-provider.js';
import '../../define/storage-status.js';
import { LiteChatError } from '../../errors.js';
import '../../locales/de.js';
import '../../locales/fr.js';
import type { StorageStatus } from '../storage-status/storage-status.js';
import { failureWords } from './failure-words.js';
import { Localizer } from './localizer.js';

const page = document.documentElement;
const wordsOf = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const searchLabel = (element: Element): string | null =>
  find(element, '[role=searchbox], [type=search]').ariaLabel;

async function noteBackup({ persistence }: PersistenceContext): Promise<void> {
  const at = new Date(Date.now() - 3 * 24 * 3_600_000);
  const value = { at, categories: ['settings', 'projects'] };
  await persistence.database.table('bookkeeping').put({ key: 'lastBackup', value });
}

async function panelOf(context: PersistenceContext): Promise<StorageStatus> {
  const element = await fixture<StorageStatus>(
    html`<litechat-storage-status .context=${context}></litechat-storage-status>`,
  );
  await waitUntil(() => element.matches(':state(full)'));
  return element;
}

describe('the language of an element', () => {
  const { lang, dir } = page;

  afterEach(() => {
    page.lang = lang;
    page.dir = dir;
  });

  it('is that of the page, and follows it while the list is shown', async () => {
    page.lang = 'en';
    const element = await list(await filledContext());
    expect(searchLabel(element)).to.equal('Search conversations and projects');
    page.lang = 'de-AT';
    await waitUntil(() => searchLabel(element) === 'Unterhaltungen und Projekte durchsuchen');
    page.lang = 'fr';
    await waitUntil(() => wordsOf(element).includes('Sans titre'));
    expect(searchLabel(element)).to.equal('Rechercher des conversations et des projets');
  });

  it('is that of a panel’s dates, numbers and bytes too', async () => {
    page.lang = 'en';
    const context = await filledContext();
    await noteBackup(context);
    const element = await panelOf(context);
    await waitUntil(() => wordsOf(element).includes('Last backup 3 days ago'));
    expect(wordsOf(element)).to.match(/\d\.\d kB/);
    page.lang = 'de';
    await waitUntil(() => wordsOf(element).includes('Letzte Sicherung vor 3 Tagen'));
    expect(wordsOf(element)).to.match(/5 Unterhaltungen/);
    expect(wordsOf(element)).to.match(/\d,\d kB/);
  });

  it('is that of the nearest attribute, on the element or around it', async () => {
    page.lang = 'en';
    const element = await panelOf(await filledContext());
    element.lang = 'fr';
    await waitUntil(() => wordsOf(element).includes('Pas encore de sauvegarde'));
    element.removeAttribute('lang');
    await waitUntil(() => wordsOf(element).includes('No backup yet'));
    element.parentElement?.setAttribute('lang', 'de');
    await waitUntil(() => wordsOf(element).includes('Noch keine Sicherung'));
  });

  it('reaches the cards of the data management', async () => {
    page.lang = 'en';
    const context = await filledContext();
    const element = await fixture(
      html`<litechat-data-management lang="de" .context=${context}></litechat-data-management>`,
    );
    const card = (): HTMLElement => find(element, 'litechat-category-transfer');
    await waitUntil(() => wordsOf(card()).includes('Regeln und Tags'));
    element.setAttribute('lang', 'fr');
    await waitUntil(() => wordsOf(card()).includes('Règles et étiquettes'));
  });

  it('is English, numbers and dates included, where there is no translation, laid out as the page is', async () => {
    page.lang = 'ar';
    page.dir = 'rtl';
    const context = await filledContext();
    await noteBackup(context);
    const element = await list(context);
    expect(searchLabel(element)).to.equal('Search conversations and projects');
    expect(getComputedStyle(find(element, '[role=treeitem]')).direction).to.equal('rtl');
    const panel = await panelOf(context);
    await waitUntil(() => wordsOf(panel).includes('Last backup 3 days ago'));
    // Its sentences have their own direction, so that their full stops stay at their ends.
    expect(getComputedStyle(find(panel, '[part=card]')).direction).to.equal('ltr');
  });

  it('is English where the attribute names no language', async () => {
    page.lang = '1';
    const element = await list(await filledContext());
    expect(searchLabel(element)).to.equal('Search conversations and projects');
  });
});

describe('the words for a failure', () => {
  const failure = new LiteChatError(
    'record-invalid',
    'tags[3].name is no text. Nothing was changed.',
    {
      path: 'tags[3].name',
    },
  );
  const { lang } = page;

  afterEach(() => {
    page.lang = lang;
  });

  it('are its message in English, and say code, path and what became of the data elsewhere', async () => {
    page.lang = 'en';
    const element = await panelOf(await filledContext());
    const localize = new Localizer(element);
    expect(failureWords(failure, localize)).to.equal(failure.message);
    page.lang = 'de';
    expect(failureWords(failure, localize)).to.equal(
      'Etwas darin lässt sich nicht speichern. Es geht um tags[3].name. Es wurde nichts geändert.',
    );
    const half = new LiteChatError('quota-exceeded', 'Full.', { dataChanged: true });
    expect(failureWords(half, localize)).to.contain('Ein Teil der Daten kann geändert sein.');
    expect(failureWords(new TypeError('x'), localize)).to.contain('schiefgegangen');
  });
});
