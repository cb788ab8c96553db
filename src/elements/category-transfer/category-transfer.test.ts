import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { downloadsDuring, type Download } from '../../../test/support/downloads.js';
import { backupFile, backupOf } from '../../../test/support/files.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find, has } from '../../../test/support/shadow.js';
import { createPersistenceContext } from '../../context/create-persistence-context.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import '../../define/category-transfer.js';
import { categories } from '../../model/categories.js';
import type { CategoryTransfer } from './category-transfer.js';

async function filledContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await fill(context.persistence);
  return context;
}

async function emptyContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await context.database.open();
  return context;
}

async function transfer(context: PersistenceContext): Promise<CategoryTransfer> {
  return fixture<CategoryTransfer>(
    html`<litechat-category-transfer .context=${context}></litechat-category-transfer>`,
  );
}

const button = (element: CategoryTransfer, name: string): HTMLButtonElement =>
  find(element, `button[aria-label="${name}"]`, HTMLButtonElement);

const focused = (element: CategoryTransfer): Element | null | undefined =>
  element.shadowRoot?.activeElement;

/** The category's count, once counted. */
const countOf = (element: CategoryTransfer, id: string): string =>
  find(element, `[data-category=${id}] .number`).textContent;
const counted = (element: CategoryTransfer): Promise<void> =>
  waitUntil(() => countOf(element, 'mcpServers') === '1');

const dialogOf = (element: CategoryTransfer): HTMLDialogElement =>
  find(element, 'dialog', HTMLDialogElement);

async function exported(
  element: CategoryTransfer,
  name: string,
  { readable = false } = {},
): Promise<Download> {
  const [file] = await downloadsDuring(async () => {
    const told = oneEvent(element, 'litechat-category-exported');
    button(element, name).click();
    if (readable) {
      await waitUntil(() => dialogOf(element).open);
      find(element, 'dialog [value=export]').click();
    }
    await told;
  });
  await element.updateComplete;
  if (!file) throw new Error('nothing was saved');
  return file;
}

/** Presses the import button and answers the browser's file dialog, which tests cannot see. */
function give(element: CategoryTransfer, name: string, file: File): void {
  const input = find(element, 'input[type=file]', HTMLInputElement);
  input.click = () => {};
  button(element, name).click();
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function importFile(element: CategoryTransfer, name: string, file: File): Promise<void> {
  give(element, name, file);
  await waitUntil(() => element.shadowRoot?.querySelector('[part=result], [part=error]'));
}

describe('<litechat-category-transfer>', () => {
  it('lists every category with its count and its size', async () => {
    const element = await transfer(await filledContext());
    await counted(element);
    const ids = [...(element.shadowRoot?.querySelectorAll('[data-category]') ?? [])].map((row) =>
      row.getAttribute('data-category'),
    );
    expect(ids).to.deep.equal(categories.map(({ id }) => id));
    const sizeOf = (id: string): string => find(element, `[data-category=${id}] .size`).textContent;
    await waitUntil(() => sizeOf('projects') !== '');
    expect(sizeOf('projects')).to.equal('0.5 kB');
    expect(countOf(element, 'settings')).to.equal('2');
    expect(countOf(element, 'rulesAndTags').replaceAll('\u00a0', ' ')).to.equal(
      '2 rules, 2 tags, 2 links',
    );
    expect(find(element, '[data-category=apiKeys] .hint').textContent).to.contain('Secret');
    expect(find(element, '[data-category=mods] .hint').textContent).to.contain('code');
    await expect(element).to.be.accessible();
  });

  it('exports each of them', async () => {
    const element = await transfer(await filledContext());
    await counted(element);
    for (const { label, fileName, secret = false } of categories) {
      const { name, text } = await exported(element, `Export ${label}`, { readable: secret });
      expect(name, label).to.contain(`litechat_${fileName}_`);
      expect(text.includes('canary'), label).to.equal(secret);
    }
  });

  it('exports a category', async () => {
    const element = await transfer(await filledContext());
    const { name, text } = await exported(element, 'Export Agents and tasks');
    expect(name).to.match(/^litechat_agents_/);
    expect(JSON.parse(text)).to.have.property('agents').with.lengthOf(2);
    expect(find(element, '[part=result]').textContent).to.contain('Saved as a file.');
    await waitUntil(() => focused(element) === find(element, '[part=result]'));
    await expect(element).to.be.accessible();
  });

  it('exports MCP servers without their headers, unless asked for', async () => {
    const element = await transfer(await filledContext());
    await counted(element);
    expect((await exported(element, 'Export MCP servers')).text).not.to.contain('canary');
    find(element, '[name=include-secrets]').click();
    await element.updateComplete;
    const { text } = await exported(element, 'Export MCP servers', { readable: true });
    expect(text).to.contain('canary-mcp');
    expect(element.shadowRoot?.innerHTML).not.to.contain('canary');
    // Where there are none, nothing is asked.
    await exported(element, 'Export Projects');
  });

  it('asks before it exports API keys, and exports nothing when the user leaves', async () => {
    const element = await transfer(await filledContext());
    await counted(element);
    const opener = button(element, 'Export API keys');
    opener.focus();
    opener.click();
    await waitUntil(() => dialogOf(element).open);
    expect(dialogOf(element).querySelector('li')?.textContent).to.equal('API keys');
    expect(has(element, 'dialog [value=encrypt]')).to.be.false;
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(element).open);
    expect(focused(element)).to.equal(opener);
    expect(has(element, '[part=work], [part=result]')).to.be.false;
  });

  it('imports a category, keeping what is here', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await filledContext();
    await context.persistence.saveSetting('mcpServers', [
      { id: 'mine', name: 'Mine', url: 'https://example.org/mine', enabled: true },
    ]);
    const element = await transfer(context);
    await importFile(element, 'Import MCP servers', file);
    const result = find(element, '[part=result]').textContent.replaceAll(/\s+/g, ' ').trim();
    expect(result).to.equal('Imported. 1 MCP server 1 added');
    await waitUntil(() => focused(element) === find(element, '[part=result]'));
    expect(find(element, '[role=status]').textContent).to.equal('Imported.');
    const servers = await context.persistence.loadSetting<{ id: string }[]>('mcpServers', []);
    expect(servers.map(({ id }) => id)).to.have.members(['mine', 'mcp-1']);
    await expect(element).to.be.accessible();
  });

  it('asks before code comes in, and imports nothing when the user leaves', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await emptyContext();
    const element = await transfer(context);
    const question = find(element, 'dialog.confirm', HTMLDialogElement);
    give(element, 'Import Mods', file);
    await waitUntil(() => question.open);
    expect(question.textContent).to.contain('Word count');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => has(element, '[part=result]'));
    expect(find(element, '[part=result]').textContent).to.contain('Nothing was changed.');
    expect(await context.database.mods.count()).to.equal(0);
    await waitUntil(() => focused(element)?.getAttribute('part') === 'import');

    give(element, 'Import Mods', file);
    await waitUntil(() => question.open);
    find(element, 'dialog.confirm [value=sure]').click();
    await waitUntil(
      () =>
        has(element, '[part=result]') &&
        find(element, '[part=result]').textContent.includes('Imported.'),
    );
    expect(await context.database.mods.count()).to.equal(1);
  });

  it('asks before keys that are here would be sent elsewhere', async () => {
    const context = await filledContext();
    const element = await transfer(context);
    const stored = await context.database.providerConfigs.get('provider-1');
    const file = backupOf({
      providerConfigs: [
        { ...stored, baseURL: 'https://evil.example/v1', updatedAt: '2099-01-01T00:00:00.000Z' },
      ],
    });
    const question = find(element, 'dialog.confirm', HTMLDialogElement);
    give(element, 'Import Providers', file);
    await waitUntil(() => question.open);
    expect(question.textContent).to.contain('evil.example');
    await expect(element).to.be.accessible();
    find(element, 'dialog.confirm [value=cancel]').click();
    await waitUntil(() => has(element, '[part=result]'));
    expect((await context.database.providerConfigs.get('provider-1'))?.baseURL).to.equal(
      stored?.baseURL,
    );
  });

  it('asks whether to import the rest where some cannot be', async () => {
    const context = await emptyContext();
    const element = await transfer(context);
    const projects = [
      { id: 'a', name: 'A' },
      { id: 'b', name: { no: 1 } },
    ];
    give(element, 'Import Projects', backupOf({ projects }));
    const question = find(element, 'dialog.confirm', HTMLDialogElement);
    await waitUntil(() => question.open);
    expect(question.textContent).to.contain('1 record cannot be restored');
    find(element, 'dialog.confirm [value=sure]').click();
    await waitUntil(() => has(element, '[part=result]'));
    expect(await context.database.projects.count()).to.equal(1);
    expect(has(element, '[part=skipped]')).to.be.true;
  });

  it('shows that a file does not carry the category', async () => {
    const element = await transfer(await filledContext());
    await importFile(element, 'Import Prompt templates', backupOf({ agents: [] }));
    expect(find(element, '[part=error]').getAttribute('role')).to.equal('alert');
    expect(find(element, '[part=error]').textContent).to.contain('Nothing was changed.');
    await waitUntil(() => focused(element) === find(element, '[part=error]'));
    await expect(element).to.be.accessible();
  });

  it('does nothing when the page cancels it', async () => {
    const context = await filledContext();
    const element = await transfer(context);
    element.addEventListener('litechat-category-export-requested', (event) =>
      event.preventDefault(),
    );
    const files = await downloadsDuring(async () => {
      button(element, 'Export Prompt templates').click();
      await element.updateComplete;
    });
    expect(files).to.have.lengthOf(0);
  });

  it('keeps the focus on what was pressed while it runs, and when it is cancelled', async () => {
    const context = await filledContext();
    const element = await transfer(context);
    await counted(element);
    context.importExport.exportCategory = (_id, { signal } = {}) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const opener = button(element, 'Export Prompt templates');
    opener.focus();
    opener.click();
    await waitUntil(() => element.shadowRoot?.querySelector('[part=work]'));
    expect(focused(element)).to.equal(opener);
    expect(opener.ariaDisabled).to.equal('true');
    find(element, '[part=work] button').focus();
    find(element, '[part=work] button').click();
    await waitUntil(() => focused(element) === opener);
  });

  it('does nothing, and says why, when the database is not ready', async () => {
    const context = await filledContext();
    const element = await transfer(context);
    context.status.setState({ state: 'outdated' }, true);
    await element.updateComplete;
    expect(find(element, '[part=reason]').textContent).to.contain('Another tab updated your data.');
    const files = await downloadsDuring(async () => {
      button(element, 'Export Prompt templates').click();
      await element.updateComplete;
    });
    expect(files).to.have.lengthOf(0);
    await expect(element).to.be.accessible();
  });
});
