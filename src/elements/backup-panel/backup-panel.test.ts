import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { downloadsDuring, type Download } from '../../../test/support/downloads.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
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

const dialogOf = (element: BackupPanel): HTMLDialogElement =>
  find(element, 'dialog', HTMLDialogElement);

/** Presses the button that saves, and waits for the question about secrets. */
async function ask(element: BackupPanel): Promise<HTMLDialogElement> {
  button(element).focus();
  button(element).click();
  await waitUntil(() => dialogOf(element).open);
  return dialogOf(element);
}

const answer = (element: BackupPanel, value: string): void =>
  find(element, `dialog [value=${value}]`).click();

async function save(element: BackupPanel, { readable = false } = {}): Promise<Download> {
  const [file] = await downloadsDuring(async () => {
    const saved = oneEvent(element, 'litechat-backup-saved');
    if (readable) {
      await ask(element);
      answer(element, 'export');
    } else {
      button(element).click();
    }
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
    expect((await save(element, { readable: true })).text).to.contain('canary-key');
  });

  it('ticks the category of keys with secrets, and unticks it without', async () => {
    const element = await panel();
    expect(element.shadowRoot?.textContent).to.contain('Also ticks API keys.');
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
    expect((await save(element, { readable: true })).text)
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
    const { text } = await save(element, { readable: true });
    expect(text).to.contain('canary-password');
    expect(find(element, '[part=result]').textContent).to.contain('with secrets');
    expect(element.shadowRoot?.textContent).not.to.contain('canary');
  });

  it('ticks all but secrets, and none, and saves nothing when nothing is ticked', async () => {
    const element = await panel();
    await tick(element, '.ticks button:last-child');
    expect(button(element).ariaDisabled).to.equal('true');
    expect(find(element, '#why').textContent).to.equal('Choose at least one category.');
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

  it('shows how much each category and the chosen ones take', async () => {
    const element = await panel();
    const sizeOf = (id: string): string | undefined =>
      box(element, id).closest('label')?.querySelector('.size')?.textContent;
    await waitUntil(() => sizeOf('projects') !== '');
    expect(sizeOf('projects')).to.equal('0.5 kB');
    const chosen = (): string => find(element, '.ticks .number').textContent;
    expect(chosen()).to.match(/^10 of 11 categories · about \d\.\d kB$/);
    await tick(element, '.ticks button:last-child');
    expect(chosen()).to.equal('0 of 11 categories');
  });

  it('has the direction of its words, not of the page', async () => {
    const element = await panel();
    expect(find(element, '.card').dir).to.equal('ltr');
  });
});

describe('<litechat-backup-panel> before secrets are saved unencrypted', () => {
  async function withSecrets(): Promise<BackupPanel> {
    const element = await panel();
    await tick(element, '[name=include-secrets]');
    return element;
  }

  it('asks, naming what anyone could read', async () => {
    const element = await withSecrets();
    const dialog = await ask(element);
    const names = [...dialog.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(names).to.deep.equal([
      'Settings',
      'API keys',
      'Providers',
      'Mods',
      'Sync repositories',
      'MCP servers',
    ]);
    expect(dialog.textContent).to.contain('not encrypted');
    await expect(element).to.be.accessible();
  });

  it('saves nothing when the user cancels or leaves', async () => {
    const element = await withSecrets();
    let requests = 0;
    element.addEventListener('litechat-backup-requested', () => requests++);
    for (const leave of [
      async () => answer(element, 'cancel'),
      () => sendKeys({ press: 'Escape' }),
      // Cancel has the focus first.
      () => sendKeys({ press: 'Enter' }),
    ]) {
      const dialog = await ask(element);
      await leave();
      await waitUntil(() => !dialog.open);
      await waitUntil(() => focused(element) === button(element));
    }
    expect(requests).to.equal(0);
    expect(has(element, '[part=work]')).to.be.false;
  });

  it('leads to the passphrase when the user would rather encrypt', async () => {
    const element = await withSecrets();
    await ask(element);
    answer(element, 'encrypt');
    await waitUntil(() => focused(element)?.id === 'passphrase');
    expect(element.encrypt).to.be.true;
    expect(has(element, '[part=work]')).to.be.false;
  });

  it('does not ask when nothing chosen can hold any', async () => {
    const element = await withSecrets();
    await tick(element, '.ticks button:last-child');
    await tick(element, 'input[value=conversations]');
    await save(element);
  });

  it('saves nothing when the database has changed meanwhile', async () => {
    const element = await withSecrets();
    const dialog = await ask(element);
    element.context = await filledContext();
    answer(element, 'export');
    await waitUntil(() => !dialog.open);
    await element.updateComplete;
    expect(has(element, '[part=work], [part=result]')).to.be.false;
  });
});

describe('<litechat-backup-panel> with a passphrase', () => {
  const words = 'correct horse battery staple';

  interface Asked {
    passphrase?: string | undefined;
    includeSecrets?: boolean | undefined;
  }

  /** A panel whose backups go nowhere, and what was asked of them. */
  async function encrypting(): Promise<{ element: BackupPanel; asked: Asked[] }> {
    const context = await filledContext();
    const asked: Asked[] = [];
    context.importExport.exportFullConfiguration = async (_options, transfer = {}) => {
      asked.push(transfer);
    };
    const element = await panel(context);
    await tick(element, '[name=encrypt]');
    return { element, asked };
  }

  const field = (element: BackupPanel, id: string): HTMLInputElement =>
    find(element, `#${id}`, HTMLInputElement);

  async function type(element: BackupPanel, id: string, text: string): Promise<void> {
    field(element, id).focus();
    await sendKeys({ type: text });
    await element.updateComplete;
  }

  it('hands it to the backup, and forgets it when that is saved', async () => {
    const { element, asked } = await encrypting();
    expect(element.shadowRoot?.textContent).to.contain('We cannot recover it.');
    await type(element, 'passphrase', words);
    await type(element, 'repeated', words);
    await expect(element).to.be.accessible();
    const details: unknown[] = [];
    for (const name of ['litechat-backup-requested', 'litechat-backup-saved'] as const) {
      element.addEventListener(name, ({ detail }) => details.push(detail));
    }
    button(element).click();
    await waitUntil(() => has(element, '[part=result]'));
    expect(asked).to.have.lengthOf(1);
    expect(asked[0]?.passphrase).to.equal(words);
    expect(find(element, '[part=result]').textContent).to.contain('an encrypted file');
    expect(details).to.have.lengthOf(2);
    expect(details[1]).to.include({ isEncrypted: true, includeSecrets: false });
    expect(JSON.stringify(details)).not.to.contain('horse');
    expect(element.shadowRoot?.innerHTML).not.to.contain('horse');
    expect(field(element, 'passphrase').value + field(element, 'repeated').value).to.equal('');
  });

  it('is saved by Enter, and asks nothing about secrets', async () => {
    const { element, asked } = await encrypting();
    await tick(element, '[name=include-secrets]');
    await type(element, 'passphrase', words);
    await type(element, 'repeated', words);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => has(element, '[part=result]'));
    expect(asked[0]).to.include({ passphrase: words, includeSecrets: true });
    expect(dialogOf(element).open).to.be.false;
  });

  it('keeps the focus in the field while it saves, and says nothing of an empty one', async () => {
    const { element } = await encrypting();
    const live = find(element, '[part=strength] [aria-live]');
    expect(live.textContent).to.equal('');
    await type(element, 'passphrase', words);
    expect(live.textContent).to.equal('Strong.');
    await type(element, 'repeated', words);
    let focused: Element | null | undefined;
    element.addEventListener('litechat-backup-requested', () => {
      void element.updateComplete.then(() => (focused = element.shadowRoot?.activeElement));
    });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => has(element, '[part=result]'));
    expect(focused?.id).to.equal('repeated');
    expect(live.textContent).to.equal('');
  });

  it('wants one, and wants it twice the same', async () => {
    const { element, asked } = await encrypting();
    button(element).click();
    await element.updateComplete;
    expect(focused(element)).to.equal(field(element, 'passphrase'));
    expect(find(element, '#problem').textContent).to.contain('Type a passphrase');
    await expect(element).to.be.accessible();
    await type(element, 'passphrase', words);
    expect(find(element, '#problem').hidden).to.be.true;
    await type(element, 'repeated', 'correct horse');
    button(element).click();
    await element.updateComplete;
    expect(focused(element)).to.equal(field(element, 'repeated'));
    expect(field(element, 'repeated').getAttribute('aria-invalid')).to.equal('true');
    expect(find(element, '#problem').textContent).to.contain('do not match');
    await expect(element).to.be.accessible();
    expect(asked).to.deep.equal([]);
  });

  it('says how strong it is, and takes a weak one', async () => {
    const { element, asked } = await encrypting();
    const strength = (): string => find(element, '[part=strength]').textContent.trim();
    expect(strength()).to.equal('Four or more random words are strong.');
    await type(element, 'passphrase', 'summer');
    expect(strength()).to.match(/^Weak\./);
    await type(element, 'repeated', 'summer');
    button(element).click();
    await waitUntil(() => has(element, '[part=result]'));
    expect(asked).to.have.lengthOf(1);
    await type(element, 'passphrase', words);
    expect(strength()).to.equal('Strong.');
  });

  it('shows what is typed when asked to, and hides it after saving', async () => {
    const { element } = await encrypting();
    await type(element, 'passphrase', words);
    await type(element, 'repeated', words);
    expect(field(element, 'passphrase').type).to.equal('password');
    expect(field(element, 'passphrase').autocomplete).to.equal('new-password');
    await tick(element, '.reveal button');
    expect(find(element, '.reveal button').ariaPressed).to.equal('true');
    expect(field(element, 'passphrase').type).to.equal('text');
    expect(field(element, 'repeated').type).to.equal('text');
    expect(element.shadowRoot?.innerHTML).not.to.contain('horse');
    button(element).click();
    await waitUntil(() => has(element, '[part=result]'));
    await element.updateComplete;
    expect(field(element, 'passphrase').type).to.equal('password');
  });

  it('keeps it when saving fails, so that it need not be typed again', async () => {
    const { element } = await encrypting();
    if (!element.context) throw new Error('no context');
    element.context.importExport.exportFullConfiguration = () =>
      Promise.reject(new LiteChatError('file-unwritable', 'The disk is full.'));
    await type(element, 'passphrase', words);
    await type(element, 'repeated', words);
    button(element).click();
    await waitUntil(() => has(element, '[part=error]'));
    expect(field(element, 'passphrase').value).to.equal(words);
    expect(find(element, '[part=error]').textContent).not.to.contain('horse');
  });

  it('takes a closed save dialog for a cancel, and no mistake', async () => {
    const { element } = await encrypting();
    if (!element.context) throw new Error('no context');
    const reported: ErrorEvent[] = [];
    const listen = (event: ErrorEvent): number => reported.push(event);
    window.addEventListener('error', listen);
    element.context.importExport.exportFullConfiguration = () =>
      Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
    await tick(element, '[name=encrypt]');
    button(element).click();
    await waitUntil(() => has(element, '[part=result]'));
    window.removeEventListener('error', listen);
    expect(find(element, '[part=result]').textContent).to.contain('No file was saved.');
    expect(reported).to.deep.equal([]);
  });
});
