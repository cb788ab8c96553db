import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { givePageStorage } from '../../../test/support/page-storage.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { openDatabase } from '../../database/open-database.js';
import '../../define/persistence-provider.js';
import '../../define/storage-status.js';
import { Persistence } from '../../persistence/persistence.js';
import type { StorageStatus } from './storage-status.js';

const DAY = 24 * 60 * 60 * 1000;

async function filledContext(persistence = freshPersistence()): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(persistence);
  await fill(context.persistence);
  return context;
}

/** Writes down a backup of so many days ago. */
function noteBackup({ database }: PersistenceContext, days: number): Promise<unknown> {
  const value = { at: new Date(Date.now() - days * DAY), categories: ['settings', 'projects'] };
  return database.table('bookkeeping').put({ key: 'lastBackup', value });
}

async function statusOf(context: PersistenceContext): Promise<StorageStatus> {
  const element = await fixture<StorageStatus>(
    html`<litechat-storage-status lang="en" .context=${context}></litechat-storage-status>`,
  );
  await waitUntil(() => !element.matches(':state(loading)'));
  return element;
}

const textOf = (element: StorageStatus, selector: string): string =>
  find(element, selector).textContent.replaceAll(/\s+/g, ' ').trim();

describe('<litechat-storage-status>', () => {
  let giveBack = (): void => {};

  beforeEach(() => {
    giveBack = givePageStorage({});
  });

  afterEach(() => giveBack());

  it('shows records and bytes of what there is, the largest first, and the quota', async () => {
    const element = await statusOf(await filledContext());
    expect(element.matches(':state(full)')).to.be.true;
    const rows = [...(element.shadowRoot?.querySelectorAll('[part=legend] li') ?? [])].map((row) =>
      row.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(rows).to.have.lengthOf(11);
    expect(rows[0]).to.match(/^Conversations 3 conversations, 7 messages \d\.\d kB$/);
    expect(rows).to.include('Projects 3 0.5 kB');
    expect(textOf(element, '[part=total]')).to.match(
      /^about \d\.\d kB This site uses 18 MB of 10 GB\.$/,
    );
    expect(find(element, '[part=bar]').ariaHidden).to.equal('true');
    expect(find(element, '[part=bar]').childElementCount).to.be.greaterThan(5);
    expect(element.shadowRoot?.innerHTML).not.to.contain('canary');
    await expect(element).to.be.accessible();
  });

  it('says that there is nothing, and asks for no backup of that', async () => {
    const { context } = createPersistenceContext(freshPersistence());
    const element = await statusOf(context);
    expect(element.matches(':state(empty)')).to.be.true;
    expect(element.matches(':state(backup-due)')).to.be.false;
    expect(textOf(element, '[part=total]')).to.contain('Nothing is stored yet.');
    expect(has(element, '[part=legend]')).to.be.false;
    expect(has(element, '[part=backup]')).to.be.false;
    await expect(element).to.be.accessible();
  });

  it('follows what is written', async () => {
    const { context } = createPersistenceContext(freshPersistence());
    const element = await statusOf(context);
    await context.persistence.saveProject({ name: 'One', parentId: null });
    await waitUntil(() => has(element, '[part=legend]'), 'not measured again', { timeout: 4000 });
    expect(textOf(element, '[part=legend]')).to.contain('Projects 1');
  });

  it('says when the last backup was, and of how much', async () => {
    const context = await filledContext();
    await noteBackup(context, 3);
    const element = await statusOf(context);
    expect(textOf(element, '[part=backup]')).to.match(/^Last backup 3 days ago.*· 2 categories$/);
    expect(element.matches(':state(backup-due)')).to.be.false;
    await noteBackup(context, 0);
    await waitUntil(() => textOf(element, '[part=backup]').startsWith('Last backup just now'), '', {
      timeout: 4000,
    });
  });

  it('marks that a backup is missing or old', async () => {
    const context = await filledContext();
    const element = await statusOf(context);
    expect(element.matches(':state(backup-due)')).to.be.true;
    expect(textOf(element, '[part=backup]')).to.contain('No backup yet');
    await expect(element).to.be.accessible();
    await noteBackup(context, 45);
    const other = await statusOf(context);
    await waitUntil(() => textOf(other, '[part=backup]').includes('45 days ago'), '', {
      timeout: 4000,
    });
    expect(other.matches(':state(backup-due)')).to.be.true;
    expect(textOf(other, '[part=backup]')).to.contain('in this browser only');
  });

  it('asks the browser by keyboard to protect the data, and tells when it agrees', async () => {
    let isProtected = false;
    giveBack();
    giveBack = givePageStorage({
      persisted: () => Promise.resolve(isProtected),
      persist: () => Promise.resolve((isProtected = true)),
    });
    const element = await statusOf(await filledContext());
    expect(textOf(element, '[part=protection]')).to.contain('Not protected');
    find(element, '[part=protect]').focus();
    const told = oneEvent(element, 'litechat-protection-answered');
    await sendKeys({ press: 'Enter' });
    expect((await told).detail).to.deep.equal({ isProtected: true });
    await waitUntil(() => element.matches(':state(protected)'));
    expect(textOf(element, '[part=protection]')).to.contain('Protected from automatic deletion');
    expect(has(element, '[part=protect]')).to.be.false;
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '[part=protection]'));
    expect(textOf(element, '[role=status]')).to.contain('Protected');
    await expect(element).to.be.accessible();
  });

  it('says that the browser is being asked, and that it did not agree', async () => {
    let answer = (_agrees: boolean): void => {};
    giveBack();
    giveBack = givePageStorage({ persist: () => new Promise((resolve) => (answer = resolve)) });
    const element = await statusOf(await filledContext());
    find(element, '[part=protect]').focus();
    find(element, '[part=protect]').click();
    await waitUntil(() => textOf(element, '[part=protect]') === 'Asking the browser…');
    expect(find(element, '[part=protect]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    const told = oneEvent(element, 'litechat-protection-answered');
    answer(false);
    expect((await told).detail).to.deep.equal({ isProtected: false });
    await element.updateComplete;
    expect(textOf(element, '[part=protection]')).to.contain('did not agree');
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '[part=protect]'));
    await expect(element).to.be.accessible();
  });

  it('does not ask the browser when the page cancels it', async () => {
    let asked = 0;
    giveBack();
    giveBack = givePageStorage({ persist: () => Promise.resolve(++asked > 0) });
    const element = await statusOf(await filledContext());
    element.addEventListener('litechat-protection-requested', (event) => event.preventDefault());
    find(element, '[part=protect]').click();
    await element.updateComplete;
    expect(asked).to.equal(0);
  });

  it('shows no button where the browser cannot be asked, and nothing where it does not tell', async () => {
    giveBack();
    giveBack = givePageStorage({ persisted: () => Promise.reject(new TypeError('no origin')) });
    expect(has(await statusOf(await filledContext()), '[part=protection]')).to.be.false;
    giveBack();
    giveBack = givePageStorage(undefined);
    const element = await statusOf(await filledContext());
    expect(has(element, '[part=protection]')).to.be.false;
    expect(textOf(element, '[part=total]')).not.to.contain('This site uses');
    await expect(element).to.be.accessible();
  });

  it('warns when the room is nearly used up', async () => {
    giveBack();
    giveBack = givePageStorage({ estimate: () => Promise.resolve({ usage: 95, quota: 100 }) });
    const element = await statusOf(await filledContext());
    expect(textOf(element, '.note.caution')).to.contain('nearly used up');
    await expect(element).to.be.accessible();
  });

  it('says that a database in memory goes with the page', async () => {
    const database = await openDatabase({ name: `test-${crypto.randomUUID()}`, storage: 'memory' });
    const element = await statusOf(await filledContext(new Persistence(database)));
    expect(element.matches(':state(not-persistent)')).to.be.true;
    expect(textOf(element, '.note.caution')).to.contain('Nothing here is kept.');
    expect(has(element, '[part=protection]')).to.be.false;
    await expect(element).to.be.accessible();
    database.close();
  });

  it('shows why it cannot measure, and tries again', async () => {
    const context = await filledContext();
    context.database.close();
    const element = await statusOf(context);
    expect(element.matches(':state(failed)')).to.be.true;
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    await expect(element).to.be.accessible();
    await context.database.open();
    find(element, '[part=error] button').click();
    await waitUntil(() => element.matches(':state(full)'));
  });

  it('waits for a provider that comes later', async () => {
    const context = await filledContext();
    const provider = await fixture(html`
      <litechat-persistence-provider>
        <litechat-storage-status></litechat-storage-status>
      </litechat-persistence-provider>
    `);
    const element = provider.querySelector('litechat-storage-status');
    expect(element?.matches(':state(loading)')).to.be.true;
    await expect(element).to.be.accessible();
    Reflect.set(provider, 'context', context);
    await waitUntil(() => element?.context === context && element.matches(':state(full)'));
  });

  it('says why when the database is not ready', async () => {
    const context = await filledContext();
    const element = await statusOf(context);
    context.status.setState({ state: 'outdated' }, true);
    await element.updateComplete;
    expect(textOf(element, '[part=reason]')).to.contain('Reload to go on here.');
  });
});
