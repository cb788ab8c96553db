import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { downloadsDuring, type Download } from '../../../test/support/downloads.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find } from '../../../test/support/shadow.js';
import {
  createPersistenceContext,
  type PersistenceContext,
} from '../../context/persistence-context.js';
import '../../define/backup-panel.js';
import { LiteChatError } from '../../errors.js';
import { categories } from '../../model/categories.js';
import type { BackupPanel } from './backup-panel.js';

async function filledContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await fill(context.persistence);
  return context;
}

async function panel(context?: PersistenceContext): Promise<BackupPanel> {
  const element = await fixture<BackupPanel>(
    html`<litechat-backup-panel
      .context=${context ?? (await filledContext())}
    ></litechat-backup-panel>`,
  );
  await waitUntil(() => countOf(element, 'projects') !== '');
  return element;
}

const box = (element: BackupPanel, id: string): HTMLInputElement =>
  find(element, `input[value=${id}]`, HTMLInputElement);
const countOf = (element: BackupPanel, id: string): string | undefined =>
  box(element, id).closest('label')?.querySelector('.number')?.textContent.trim();
const secrets = (element: BackupPanel): HTMLInputElement =>
  find(element, '[name=include-secrets]', HTMLInputElement);

const focused = (element: BackupPanel): Element | null | undefined =>
  element.shadowRoot?.activeElement;

const status = (element: BackupPanel): string => find(element, '[role=status]').textContent;

const button = (element: BackupPanel): HTMLButtonElement =>
  find(element, '[part=button]', HTMLButtonElement);
const tick = async (element: BackupPanel, selector: string): Promise<void> => {
  find(element, selector).click();
  await element.updateComplete;
};

async function save(element: BackupPanel): Promise<Download> {
  const [file] = await downloadsDuring(async () => {
    const saved = oneEvent(element, 'litechat-backup-saved');
    button(element).click();
    await saved;
  });
  await element.updateComplete;
  if (!file) throw new Error('nothing was saved');
  return file;
}

describe('<litechat-backup-panel>', () => {
  it('lists every category with its count, all ticked but secrets', async () => {
    const element = await panel();
    for (const { id, secret } of categories) {
      expect(box(element, id).checked, id).to.equal(!secret);
    }
    expect(find(element, '[name=include-secrets]', HTMLInputElement).checked).to.be.false;
    expect(countOf(element, 'projects')).to.equal('3');
    expect(countOf(element, 'conversations')?.replaceAll('\u00a0', ' ')).to.equal(
      '3 conversations, 7 messages',
    );
    expect(button(element).textContent).to.contain('Back up 10 categories');
    await expect(element).to.be.accessible();
  });

  it('follows the counts', async () => {
    const context = await filledContext();
    const element = await panel(context);
    await context.persistence.saveProject({ name: 'One more', parentId: null });
    await waitUntil(() => countOf(element, 'projects') === '4');
  });

  it('saves the ticked categories without a secret', async () => {
    const element = await panel();
    await tick(element, 'input[value=mods]');
    const { name, text } = await save(element);
    expect(name).to.match(/^litechat_full_config_/);
    const json = JSON.parse(text) as object;
    expect(json).to.include.keys('settings', 'projects', 'conversations', 'mcpServers');
    expect(json).not.to.have.any.keys('mods', 'apiKeys');
    expect(text).not.to.contain('canary');
    expect(find(element, '[part=result]').textContent).to.contain('without secrets');
    await expect(element).to.be.accessible();
  });

  it('asks for secrets when the category of keys is ticked, as their names alone are of no use', async () => {
    const element = await panel();
    await tick(element, 'input[value=apiKeys]');
    expect(secrets(element).checked).to.be.true;
    expect(element.shadowRoot?.textContent).to.contain('Anyone who has the file');
    expect((await save(element)).text).to.contain('canary-key');
  });

  it('ticks the category of keys with secrets, and unticks it without', async () => {
    const element = await panel();
    expect(element.shadowRoot?.textContent).to.contain('Goes with the API keys');
    await tick(element, '[name=include-secrets]');
    expect(box(element, 'apiKeys').checked).to.be.true;
    expect(button(element).textContent).to.contain(String(categories.length));
    await tick(element, '[name=include-secrets]');
    expect(box(element, 'apiKeys').checked).to.be.false;
  });

  it('keeps the passwords and tokens of the rest when only the keys are unticked', async () => {
    const element = await panel();
    await tick(element, '[name=include-secrets]');
    await tick(element, 'input[value=apiKeys]');
    expect(secrets(element).checked).to.be.true;
    expect((await save(element)).text)
      .to.contain('canary-password')
      .and.not.to.contain('apiKeys');
  });

  it('does not say that secrets were saved when no chosen category can hold any', async () => {
    const element = await panel();
    await tick(element, '[name=include-secrets]');
    await tick(element, '.ticks button:last-child');
    await tick(element, 'input[value=projects]');
    await save(element);
    expect(find(element, '[part=result]').textContent).to.contain('without secrets');
  });

  it('saves secrets when asked to, and says what that means', async () => {
    const element = await panel();
    await tick(element, '[name=include-secrets]');
    expect(element.shadowRoot?.textContent).to.contain('Anyone who has the file');
    await expect(element).to.be.accessible();
    const { text } = await save(element);
    expect(text).to.contain('canary-password');
    expect(find(element, '[part=result]').textContent).to.contain('with secrets');
    expect(element.shadowRoot?.textContent).not.to.contain('canary');
  });

  it('ticks all but secrets, and none, and saves nothing when nothing is ticked', async () => {
    const element = await panel();
    await tick(element, '.ticks button:last-child');
    expect(button(element).ariaDisabled).to.equal('true');
    button(element).click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('progress')).to.equal(null);
    expect(box(element, 'settings').checked).to.be.false;
    await expect(element).to.be.accessible();
    await tick(element, '.ticks button:first-child');
    expect(button(element).textContent).to.contain(String(categories.length - 1));
    expect(secrets(element).checked).to.be.false;
    await tick(element, '[name=include-secrets]');
    await tick(element, '.ticks button:last-child');
    await tick(element, '.ticks button:first-child');
    expect(button(element).textContent).to.contain(String(categories.length));
  });

  it('saves nothing when the page cancels it', async () => {
    const element = await panel();
    element.addEventListener('litechat-backup-requested', (event) => event.preventDefault());
    const files = await downloadsDuring(async () => {
      button(element).click();
      await element.updateComplete;
    });
    expect(files).to.have.lengthOf(0);
    expect(element.shadowRoot?.querySelector('progress')).to.equal(null);
  });

  it('shows how far it is, and can be cancelled', async () => {
    const context = await filledContext();
    const element = await panel(context);
    context.importExport.exportFullConfiguration = (_options, { signal, onProgress } = {}) => {
      onProgress?.({ phase: 'reading', done: 1, total: 4 });
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    button(element).focus();
    button(element).click();
    await waitUntil(() => element.shadowRoot?.querySelector('progress'));
    expect(focused(element)).to.equal(button(element));
    expect(button(element).ariaDisabled).to.equal('true');
    expect(status(element)).to.equal('Collecting your data…');
    expect(find(element, 'progress', HTMLProgressElement).value).to.equal(0.25);
    expect(find(element, '[part=work]').textContent).to.contain('25%');
    expect(box(element, 'settings').matches(':disabled')).to.be.true;
    await expect(element).to.be.accessible();
    find(element, '[part=work] button').focus();
    find(element, '[part=work] button').click();
    await waitUntil(() => element.shadowRoot?.querySelector('[part=result]'));
    await waitUntil(() => focused(element) === button(element));
    expect(status(element)).to.contain('No file was saved.');
    expect(find(element, '[part=result]').textContent).to.contain('No file was saved.');
  });

  it('shows a failure where the action was', async () => {
    const context = await filledContext();
    const element = await panel(context);
    context.importExport.exportFullConfiguration = () =>
      Promise.reject(new LiteChatError('database-failed', 'Reading failed. Nothing was changed.'));
    button(element).click();
    await waitUntil(() => element.shadowRoot?.querySelector('[part=error]'));
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    expect(find(element, '[part=error]').textContent).to.contain('Reading failed.');
    await waitUntil(() => focused(element) === find(element, '[part=error]'));
    await expect(element).to.be.accessible();
  });

  it('says when counting fails, and still lets a backup be tried', async () => {
    const context = await filledContext();
    context.persistence.countRecords = () =>
      Promise.reject(new LiteChatError('database-failed', 'Counting failed.'));
    const element = await fixture<BackupPanel>(
      html`<litechat-backup-panel .context=${context}></litechat-backup-panel>`,
    );
    await waitUntil(() => element.shadowRoot?.querySelector('[part=error]'));
    expect(button(element).ariaDisabled).to.equal('false');
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the result, which a live region that was there before reads out', async () => {
    const element = await panel();
    const live = find(element, '[role=status]');
    expect(live.textContent).to.equal('');
    button(element).focus();
    await save(element);
    await waitUntil(() => focused(element) === find(element, '[part=result]'));
    expect(find(element, '[role=status]')).to.equal(live);
    expect(status(element)).to.contain('10 categories saved');
  });

  it('leaves the focus where the user has gone meanwhile', async () => {
    const element = await panel();
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    elsewhere.focus();
    await save(element);
    await element.updateComplete;
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('does nothing, and says why, when the database is not ready', async () => {
    const context = await filledContext();
    const element = await panel(context);
    context.status.setState({ state: 'outdated' }, true);
    await element.updateComplete;
    expect(find(element, '[part=reason]').textContent).to.contain('Reload to go on here.');
    const files = await downloadsDuring(async () => {
      button(element).click();
      await element.updateComplete;
    });
    expect(files).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });

  it('has the direction of its words, not of the page', async () => {
    const element = await panel();
    expect(find(element, '.card').dir).to.equal('ltr');
  });
});
