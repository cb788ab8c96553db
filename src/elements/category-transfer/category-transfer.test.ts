import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { downloadsDuring, type Download } from '../../../test/support/downloads.js';
import { backupFile, backupOf } from '../../../test/support/files.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { fill } from '../../../test/support/sample-rows.js';
import { find } from '../../../test/support/shadow.js';
import {
  createPersistenceContext,
  type PersistenceContext,
} from '../../context/persistence-context.js';
import '../../define/category-transfer.js';
import type { CategoryTransfer } from './category-transfer.js';

async function filledContext(): Promise<PersistenceContext> {
  const { context } = createPersistenceContext(freshPersistence());
  await fill(context.persistence);
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

async function exported(element: CategoryTransfer, name: string): Promise<Download> {
  const [file] = await downloadsDuring(async () => {
    const told = oneEvent(element, 'litechat-category-exported');
    button(element, name).click();
    await told;
  });
  await element.updateComplete;
  if (!file) throw new Error('nothing was saved');
  return file;
}

/** Presses the import button and answers the browser's file dialog, which tests cannot see. */
async function importFile(element: CategoryTransfer, name: string, file: File): Promise<void> {
  const input = find(element, 'input[type=file]', HTMLInputElement);
  input.click = () => {};
  button(element, name).click();
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await waitUntil(() => element.shadowRoot?.querySelector('[part=result], [part=error]'));
}

describe('<litechat-category-transfer>', () => {
  it('lists the categories that are shared by themselves, with their counts', async () => {
    const element = await transfer(await filledContext());
    await waitUntil(() => find(element, '.number').textContent.trim() === '1');
    const names = [...(element.shadowRoot?.querySelectorAll('.name') ?? [])].map((name) =>
      name.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(names).to.deep.equal(['MCP servers 1', 'Prompt templates 1', 'Agents and tasks 2']);
    await expect(element).to.be.accessible();
  });

  it('exports a category', async () => {
    const element = await transfer(await filledContext());
    const { name, text } = await exported(element, 'Export Agents and tasks');
    expect(name).to.match(/^litechat_agents_/);
    expect(JSON.parse(text)).to.have.property('agents').with.lengthOf(2);
    expect(find(element, '[part=result]').textContent).to.contain('Saved.');
    await waitUntil(() => focused(element) === find(element, '[part=result]'));
    await expect(element).to.be.accessible();
  });

  it('exports MCP servers without their headers, unless asked for', async () => {
    const element = await transfer(await filledContext());
    expect((await exported(element, 'Export MCP servers')).text).not.to.contain('canary');
    find(element, 'input[type=checkbox]').click();
    await element.updateComplete;
    expect((await exported(element, 'Export MCP servers')).text).to.contain('canary-mcp');
    expect(element.shadowRoot?.innerHTML).not.to.contain('canary');
  });

  it('imports a category, keeping what is here', async () => {
    const file = await backupFile((await filledContext()).importExport);
    const context = await filledContext();
    await context.persistence.saveSetting('mcpServers', [
      { id: 'mine', name: 'Mine', url: 'https://example.org/mine', enabled: true },
    ]);
    const element = await transfer(context);
    await importFile(element, 'Import MCP servers', file);
    const row = find(element, '[part=result] .counts li').textContent.replaceAll(/\s+/g, ' ');
    expect(row.trim()).to.equal('MCP servers 1');
    await waitUntil(() => focused(element) === find(element, '[part=result]'));
    expect(find(element, '[role=status]').textContent).to.equal('Added.');
    const servers = await context.persistence.loadSetting<{ id: string }[]>('mcpServers', []);
    expect(servers.map(({ id }) => id)).to.have.members(['mine', 'mcp-1']);
    await expect(element).to.be.accessible();
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
    await waitUntil(() => find(element, '.number').textContent.trim() === '1');
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
