import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Dexie } from 'dexie';
import type { LitElement } from 'lit';
import { createPersistenceContext } from '../../src/context/create-persistence-context.js';
import type { PersistenceContext } from '../../src/context/persistence-context.js';
import '../../src/define/all.js';
import type { BackupPanel } from '../../src/elements/backup-panel/backup-panel.js';
import type { ClearData } from '../../src/elements/clear-data/clear-data.js';
import type { RestorePanel } from '../../src/elements/restore-panel/restore-panel.js';
import { readField } from '../../src/formats/read-field.js';
import { restorePolicies } from '../../src/import-export/types.js';
import { allCategories, collections } from '../../src/model/categories.js';
import { hasSecrets } from '../../src/model/secrets.js';
import type { Persistence } from '../../src/persistence/persistence.js';
import { downloadsDuring } from '../support/downloads.js';
import { backupFile, backupJson, backupOf, fileOf } from '../support/files.js';
import { freshPersistence } from '../support/fresh-database.js';
import { fill } from '../support/sample-rows.js';
import { choose, give, pick, restored, settled } from '../support/restore-panel.js';
import { find, has } from '../support/shadow.js';

/** The name of this file is no secret: it stands in every stack. */
const CANARY = /canary(?!\.test)/i;

const PASSPHRASE = 'four words of the canary-passphrase';
const WRONG_PASSPHRASE = 'other words of the canary-passphrase';

/** A passphrase takes a moment to become a key. */
const whileDeriving = { timeout: 8000 };

/** Every place where a secret may lie, beside those that `fill` fills. */
async function fillSecrets(persistence: Persistence): Promise<void> {
  await fill(persistence);
  await persistence.saveSetting('corsProxyUrl', 'https://me:canary-proxy@proxy.example.org');
  await persistence.saveSetting('markdownServiceUrl', 'https://md.example.org/?api_key=canary-md');
  await persistence.database.providerConfigs.update('provider-1', {
    baseURL: 'https://me:canary-base@api.example.org/v1?token=canary-token',
  });
  await persistence.database.syncRepos.update('repo-1', {
    lastSyncError: 'fatal: could not read from https://me:canary-error@example.org/notes.git',
  });
  await persistence.saveMod({
    name: 'From afar',
    sourceUrl: 'https://me:canary-mod@example.org/mod.js?access_token=canary-query',
    scriptContent: null,
    enabled: false,
    loadOrder: 2,
  });
  await persistence.saveSetting('mcpServers', [
    {
      id: 'mcp-1',
      name: 'Files',
      url: 'https://me:canary-user@mcp.example.org/?key=canary-key',
      enabled: true,
      headers: { 'Authorization': 'canary-mcp', 'X-Key': 'canary-second' },
    },
  ]);
}

/** Everything that a page, a log or a listener could take down, as text. */
class Witness {
  readonly #heard: string[] = [];
  readonly #undo: (() => void)[] = [];
  /** What the user types stays in these fields until it is used, and in nothing else. */
  readonly #typedInto = new Set<Element>();

  constructor(context: PersistenceContext) {
    for (const name of ['debug', 'dir', 'error', 'info', 'log', 'trace', 'warn'] as const) {
      const original = console[name];
      console[name] = (...words: unknown[]) => this.hear(`console.${name}`, words);
      this.#undo.push(() => (console[name] = original));
    }
    const dispatch = EventTarget.prototype.dispatchEvent;
    const hear = (event: Event): void => this.hear(event.type, wordsOfEvent(event));
    EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
      hear(event);
      return dispatch.call(this, event);
    };
    this.#undo.push(() => (EventTarget.prototype.dispatchEvent = dispatch));
    this.#undo.push(context.events.onAny((name, payload) => this.hear(name, payload)));
  }

  hear(where: string, what: unknown): void {
    this.#heard.push(`${where}: ${wordsOf(what)}`);
  }

  /** Types into a field, which may hold that from now on until `fieldsAreForgotten`. */
  type(field: HTMLInputElement, words: string): void {
    this.#typedInto.add(field);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  fieldsAreForgotten(): void {
    this.#typedInto.clear();
  }

  /**
   * What shows in the page, with every shadow root, attribute and field; and what the browser knows
   * of the page: its address, what it loaded, what it keeps beside the database.
   */
  look(where: string): void {
    const entries = performance.getEntries().map(({ name }) => name);
    const kept = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage));
    const state: unknown = history.state;
    this.hear(`${where} is at`, [location.href, entries, kept, document.cookie, state]);
    this.#heard.push(`${where} shows: ${markupOf(document.documentElement, this.#typedInto)}`);
  }

  /** How much was taken down of what begins like this. */
  count(where: string): number {
    return this.#heard.filter((line) => line.startsWith(where)).length;
  }

  get leaks(): string[] {
    return this.#heard
      .filter((line) => CANARY.test(line))
      .map((line) => line.slice(0, 60).concat(' … ', around(line)));
  }

  leave(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }
}

const around = (line: string): string => {
  const at = line.search(CANARY);
  return line.slice(Math.max(0, at - 80), at + 40);
};

const wordsOfEvent = (event: Event): unknown =>
  event instanceof CustomEvent ? event.detail : Object.fromEntries(Object.entries(event));

/** As JSON, with what an error keeps to itself. */
function wordsOf(value: unknown, depth = 0): string {
  if (depth > 8) return '…';
  if (value instanceof Error) {
    const own = Object.entries(value).map(
      ([name, field]) => `${name}=${wordsOf(field, depth + 1)}`,
    );
    return [value.name, value.message, value.stack, ...own, wordsOf(value.cause, depth + 1)].join(
      ' ',
    );
  }
  // What is in the user's own file is the user's.
  if (value instanceof Blob || value instanceof Node || typeof value === 'function') return '';
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return entries.map(([name, field]) => `${String(name)}: ${wordsOf(field, depth + 1)}`).join(', ');
}

/** @param typedInto Fields whose value the user has typed. */
function markupOf(element: Element, typedInto: ReadonlySet<Element>): string {
  const field = 'value' in element && !typedInto.has(element) ? String(element.value) : '';
  const attributes = [...element.attributes].map(({ name, value }) => `${name}="${value}"`);
  const texts = [...element.childNodes]
    .filter((node) => node.nodeType !== Node.ELEMENT_NODE)
    .map((node) => node.textContent);
  const inside = [...element.children, ...(element.shadowRoot?.children ?? [])].map((child) =>
    markupOf(child, typedInto),
  );
  return [element.localName, ...attributes, field, ...texts, ...inside].join(' ');
}

describe('a secret', () => {
  // Dexie logs every failure of a page from localhost, in the browser's words.
  const { debug } = Dexie;
  before(() => (Dexie.debug = false));
  after(() => (Dexie.debug = debug));

  let context: PersistenceContext;
  let witness: Witness;
  let dispose: () => void;
  /** Whether writing a key fails, with words that repeat it. */
  let quotesWhatItWrites: boolean;

  beforeEach(async () => {
    const persistence = freshPersistence();
    quotesWhatItWrites = false;
    persistence.database.use({
      stack: 'dbcore',
      name: 'quoting',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) =>
              quotesWhatItWrites && name === 'apiKeys'
                ? Promise.reject(new DOMException('Not written: canary-key', 'DataError'))
                : table.mutate(request),
          };
        },
      }),
    });
    ({ context, dispose } = createPersistenceContext(persistence));
    await fillSecrets(context.persistence);
    witness = new Witness(context);
  });

  afterEach(() => {
    witness.leave();
    dispose();
  });

  async function card<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
  ): Promise<HTMLElementTagNameMap[Name]> {
    const page = await fixture(html`
      <litechat-persistence-provider .context=${context}>
        <litechat-conversation-list></litechat-conversation-list>
        <litechat-data-management></litechat-data-management>
      </litechat-persistence-provider>
    `);
    const list = page.querySelector('litechat-conversation-list');
    await waitUntil(() => list?.matches(':state(full)'));
    const cards = page.querySelector('litechat-data-management');
    await cards?.updateComplete;
    await waitUntil(() => cards?.shadowRoot?.querySelector(name)?.shadowRoot?.querySelector('h2'));
    const element = cards?.shadowRoot?.querySelector<HTMLElementTagNameMap[Name]>(name);
    if (!element) throw new Error(`there is no ${name}`);
    witness.look('the page');
    return element;
  }

  const none = (): void => {
    expect(witness.count('the page shows')).to.be.greaterThan(0);
    expect(witness.leaks).to.deep.equal([]);
  };

  it('lies in every field that holds one, or this file looks in vain', async () => {
    const backup = await backupJson(context.importExport);
    for (const { key, secrets = [], shape } of collections) {
      const records = shape === 'settings' ? [readField(backup, key)] : readField(backup, key);
      for (const { path } of secrets) {
        const values = Array.isArray(records) ? records.map((row) => readField(row, path[0])) : [];
        expect(JSON.stringify(values), `${key}.${path.join('.')}`).to.match(CANARY);
      }
    }
  });

  it('is in no file that the elements save unless asked to', async () => {
    const panel = await card('litechat-backup-panel');
    const boxes =
      panel.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=checklist] input') ?? [];
    await waitUntil(() => !find(panel, '[part=button]').ariaDisabled?.includes('true'));
    for (const box of boxes) if (!box.checked) box.click();
    await panel.updateComplete;
    // The category of nothing but secrets has asked for them.
    const secrets = find(panel, '[name=include-secrets]', HTMLInputElement);
    expect(secrets.checked).to.equal(true);
    secrets.click();
    await panel.updateComplete;
    expect(find(panel, '[name=encrypt]', HTMLInputElement).checked).to.equal(false);
    const transfer = await card('litechat-category-transfer');
    const exports = [
      ...(transfer.shadowRoot?.querySelectorAll<HTMLElement>('[part=export]') ?? []),
    ];
    expect(exports.length).to.equal(boxes.length);
    const clear = await card('litechat-clear-data');
    const files = await downloadsDuring(async () => {
      const saved = oneEvent(panel, 'litechat-backup-saved');
      find(panel, '[part=button]').click();
      await saved;
      find(clear, '[part=backup]').click();
      await waitUntil(() => has(clear, '[part=result]'));
      for (const button of exports) {
        const told = oneEvent(document, 'litechat-category-exported');
        button.click();
        if (button.closest('[data-category=apiKeys]')) await refused(transfer);
        else await told;
      }
      for (const { id } of await context.persistence.loadConversations()) {
        await context.importExport.exportConversation(id);
        await context.importExport.exportConversation(id, 'md');
      }
      await context.importExport.exportAllConversations();
      await context.importExport.exportProject('project-1');
    });
    expect(files.length).to.equal(2 + (exports.length - 1) + 3 * 2 + 2);
    for (const { name, text } of files) expect(text, name).not.to.match(CANARY);
    witness.look('after saving, the page');
    none();
  });

  it('shows nowhere when the user is asked about it and has it saved readable', async () => {
    const panel = await card('litechat-backup-panel');
    await waitUntil(() => find(panel, '[part=button]').ariaDisabled === 'false');
    find(panel, '[name=include-secrets]').click();
    await panel.updateComplete;
    const [file] = await downloadsDuring(async () => {
      const saved = oneEvent(panel, 'litechat-backup-saved');
      find(panel, '[part=button]').click();
      await waitUntil(() => has(panel, 'dialog[open]'));
      witness.look('the question, and the page');
      find(panel, 'dialog [value=export]').click();
      await saved;
    });
    expect(file?.text).to.contain('canary-key');
    witness.look('after saving, the page');
    none();
  });

  it('shows nowhere when a file full of them is looked at, restored and undone', async () => {
    const backup = await backupJson(context.importExport);
    const [provider] = backup['providerConfigs'] as object[];
    const moved = { ...provider, baseURL: 'https://me:canary-moved@elsewhere.example.org/v1' };
    await context.database.apiKeys.update('key-1', { value: 'canary-older' });
    const panel = await card('litechat-restore-panel');
    await choose(panel, fileOf({ ...backup, providerConfigs: [moved] }));
    await pick(panel, 'input[value=mods]');
    expect(find(panel, '.destinations').textContent).to.contain('elsewhere.example.org');
    for (const policy of restorePolicies.toReversed()) {
      await pick(panel, `[name=policy][value=${policy}]`);
      witness.look(`the preview of ${policy}, and the page`);
    }
    await restored(panel);
    await waitUntil(() => has(panel, '[part=result]') && has(panel, '[part=undo]'));
    witness.look('the result, and the page');
    expect(await keyHere()).to.equal('canary-key');
    find(panel, '.undo-actions button').click();
    await waitUntil(async () => (await keyHere()) === 'canary-older');
    await waitUntil(() => has(panel, '[part=undo] .when'));
    witness.look('the undo, and the page');
    expect(await keyHere()).to.equal('canary-older');
    none();
  });

  it('is in an encrypted file alone, whose passphrase is nowhere', async function () {
    // The passphrase is meant to take long.
    this.timeout(60_000);
    const file = await encrypted(await card('litechat-backup-panel'));
    expect(await file.text()).to.match(/^age-encryption\.org\/v1\n/);
    expect(await file.text()).not.to.match(CANARY);
    const content = await context.importExport.openFile(file, { passphrase: PASSPHRASE });
    expect(await content.text()).to.contain('canary-key');
    expect(await content.text()).not.to.contain('canary-passphrase');

    await context.database.apiKeys.update('key-1', { value: 'canary-older' });
    const panel = await card('litechat-restore-panel');
    give(panel, file);
    await waitUntil(() => has(panel, '#file-passphrase'));
    await open(panel, WRONG_PASSPHRASE);
    await waitUntil(
      () => find(panel, '#file-passphrase').ariaInvalid === 'true',
      'it is wrong',
      whileDeriving,
    );
    witness.look('the wrong passphrase, and the page');
    await open(panel, PASSPHRASE);
    await waitUntil(() => has(panel, '[part=button]'), 'it is opened', whileDeriving);
    witness.fieldsAreForgotten();
    await settled(panel);
    witness.look('the preview, and the page');
    await restored(panel);
    expect(await keyHere()).to.equal('canary-key');
    witness.look('the result, and the page');
    expect(await everyRow()).to.contain('canary-key');
    expect(await everyRow()).not.to.contain('canary-passphrase');
    none();
  });

  const dates = { createdAt: '2026-01-01', updatedAt: '2026-01-01' };
  /** Files with one record that cannot be stored. */
  const invalid: [what: string, file: () => File][] = [
    ['a key is a list', () => backupOf({ apiKeys: [{ id: 'a', value: ['canary'] }] })],
    [
      'two keys have the same id',
      () =>
        backupOf({
          apiKeys: [
            { id: 'a', value: 'canary' },
            { id: 'a', value: 'canary' },
          ],
        }),
    ],
    [
      'a header is an object',
      () => backupOf({ mcpServers: [{ id: 'm', headers: { A: { canary: 'canary' } } }] }),
    ],
    [
      'an address is a list',
      () =>
        backupOf({ providerConfigs: [{ id: 'p', baseURL: ['https://canary@x.org'], ...dates }] }),
    ],
    [
      'a password is an object',
      () => backupOf({ syncRepos: [{ id: 's', password: { text: 'canary' } }] }),
    ],
    [
      'a date is a secret by mistake',
      () => backupOf({ apiKeys: [{ id: 'a', value: 'canary', createdAt: 'canary' }] }),
    ],
  ];
  /** Files that cannot be read to their end. */
  const unreadable: typeof invalid = [
    ['it ends inside a secret', () => fileOf('{"version":1,"apiKeys":[{"id":"a","value":"canary')],
    [
      'a secret has a raw line break in it',
      () => fileOf('{"version":1,"apiKeys":[{"id":"a","value":"canary\ncanary"}]}'),
    ],
    [
      'the token among the settings has no end',
      () => fileOf('{"version":1,"settings":{"gitGlobalPat":"canary,\n"theme":"dark"}}'),
    ],
    ['a secret stands in the place of a list', () => fileOf('{"version":1,"apiKeys":"canary"}')],
    [
      'a secret stands in the place of the version',
      () => fileOf('{"version":"canary","apiKeys":[]}'),
    ],
    ['it is nothing but a secret', () => fileOf('canary')],
  ];
  for (const [what, file] of [...invalid, ...unreadable]) {
    const isReadable = invalid.some(([words]) => words === what);
    it(`shows nowhere when a file cannot be restored as it is because ${what}`, async () => {
      const panel = await card('litechat-restore-panel');
      await choose(panel, file());
      expect(has(panel, '[name=skip-invalid]')).to.equal(isReadable);
      expect(has(panel, '[part=error]')).to.equal(!isReadable);
      witness.look('the refusal, and the page');
      const attempts = [
        context.importExport.restoreBackup(file(), allCategories),
        context.importExport.importFile(file(), { options: allCategories }),
        context.importExport.importMcpServers(file()),
      ];
      for (const attempt of await Promise.allSettled(attempts)) {
        expect(attempt.status).to.equal('rejected');
        witness.hear('the error', readField(attempt, 'reason'));
      }
      none();
    });
  }

  for (const [what, file] of invalid) {
    it(`shows nowhere when what cannot be restored is skipped because ${what}`, async () => {
      const panel = await card('litechat-restore-panel');
      await choose(panel, file());
      expect(find(panel, '[part=button]').ariaDisabled).to.equal('true');
      expect(find(panel, '.note.caution details').textContent).to.contain('1 record');
      await pick(panel, '[name=skip-invalid]');
      witness.look('the choice to skip, and the page');
      const { skipped } = await restored(panel);
      expect(await skipped?.text()).to.contain('"reason"');
      const [saved] = await downloadsDuring(() => {
        const given = addressGiven();
        find(panel, '[part=skipped]').click();
        return given;
      });
      expect(saved?.text).to.equal(await skipped?.text());
      expect(saved?.name).to.match(/^litechat_skipped_records_[\d_-]+\.json$/);
      witness.look('the result, and the page');
      none();
    });
  }

  it('shows nowhere when a restore or an undo fails while it writes', async () => {
    const file = await backupFile(context.importExport);
    await context.database.apiKeys.update('key-1', { value: 'canary-older' });
    const panel = await card('litechat-restore-panel');
    await choose(panel, file);
    await pick(panel, 'input[value=mods]');
    quotesWhatItWrites = true;
    find(panel, '[part=button]').click();
    await waitUntil(() => has(panel, '[part=error]'));
    witness.look('the failure, and the page');
    expect(await keyHere()).to.equal('canary-older');

    quotesWhatItWrites = false;
    await restored(panel);
    await waitUntil(() => has(panel, '[part=undo]'));
    quotesWhatItWrites = true;
    find(panel, '.undo-actions button').click();
    await waitUntil(() => has(panel, '[part=undo-error]'));
    witness.look('the failed undo, and the page');
    expect(await keyHere()).to.equal('canary-key');
    none();
  });

  it('shows nowhere when a clear fails while it deletes', async () => {
    const element = await card('litechat-clear-data');
    quotesWhatItWrites = true;
    await confirmClear(element);
    await waitUntil(() => has(element, '[part=error]'));
    witness.look('the failure, and the page');
    expect(await keyHere()).to.equal('canary-key');
    none();
  });

  it('shows nowhere when all data is cleared, and brought back', async () => {
    const element = await card('litechat-clear-data');
    const told = oneEvent(element, 'litechat-data-cleared');
    await confirmClear(element);
    await told;
    await waitUntil(() => has(element, '[part=undo]'));
    witness.look('the empty page');
    expect(hasSecrets('apiKeys', (await context.persistence.loadApiKeys())[0] ?? {})).to.equal(
      false,
    );
    find(element, '.undo-actions button').click();
    await waitUntil(async () => (await keyHere()) === 'canary-key');
    await waitUntil(() => has(element, '[part=undo]'));
    witness.look('the page with all data back');
    expect(await keyHere()).to.equal('canary-key');
    none();
  });

  it('is in no row when all data is cleared without a copy', async () => {
    const element = await card('litechat-clear-data');
    find(element, '[name=keep-copy]').click();
    await element.updateComplete;
    const told = oneEvent(element, 'litechat-data-cleared');
    await confirmClear(element);
    await told;
    expect(await everyRow()).not.to.match(CANARY);
    witness.look('the empty page');
    none();
  });

  async function keyHere(): Promise<string | undefined> {
    const [key] = await context.persistence.loadApiKeys();
    return key?.value;
  }

  /** All that is in the database, copies for an undo too, as text. */
  async function everyRow(): Promise<string> {
    const { tables } = context.database;
    return JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
  }

  /** What the panel saves with secrets and a passphrase, looked at all along. */
  async function encrypted(panel: BackupPanel): Promise<File> {
    await waitUntil(() => find(panel, '[part=button]').ariaDisabled === 'false');
    find(panel, '[name=include-secrets]').click();
    find(panel, '[name=encrypt]').click();
    await panel.updateComplete;
    const fields = ['#passphrase', '#repeated'].map((id) => find(panel, id, HTMLInputElement));
    const [first, second] = fields;
    if (!first || !second) throw new Error('there are no fields');
    witness.type(first, PASSPHRASE);
    witness.type(second, WRONG_PASSPHRASE);
    find(panel, '[part=button]').click();
    await waitUntil(() => second.ariaInvalid === 'true');
    witness.look('the two that differ, and the page');
    witness.type(second, PASSPHRASE);
    find(panel, '[part=passphrase] .reveal button').click();
    await panel.updateComplete;
    witness.look('the passphrase that is shown, and the page');
    const files = await downloadsDuring(async () => {
      const saved = oneEvent(panel, 'litechat-backup-saved');
      find(panel, '[part=button]').click();
      await saved;
    });
    witness.fieldsAreForgotten();
    witness.look('after saving, the page');
    const [file] = files;
    if (!file) throw new Error('nothing was saved');
    return new File([await (await fetch(file.url)).blob()], file.name);
  }

  async function open(panel: RestorePanel, passphrase: string): Promise<void> {
    witness.type(find(panel, '#file-passphrase', HTMLInputElement), passphrase);
    await panel.updateComplete;
    witness.look('what is typed, and the page');
    find(panel, '[part=open]').click();
    await panel.updateComplete;
  }

  /** Answers both questions with yes. */
  async function confirmClear(element: ClearData): Promise<void> {
    const dialog = find(element, 'dialog', HTMLDialogElement);
    find(element, '[part=button]').click();
    await waitUntil(() => dialog.open);
    witness.look('the question, and the page');
    find(element, 'dialog [type=submit]').click();
    await waitUntil(() => has(element, 'dialog input'));
    const word = find(element, 'dialog input', HTMLInputElement);
    word.value = 'delete';
    word.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await element.updateComplete;
    find(element, 'dialog .danger').click();
  }
});

/** Says no where the element asks before it saves secrets that anyone can read. */
async function refused(element: LitElement): Promise<void> {
  await waitUntil(() => has(element, 'dialog[open]'));
  find(element, 'dialog [value=cancel]').click();
  await waitUntil(() => !has(element, 'dialog[open]'));
  await element.updateComplete;
}

/** Waits until a file has got an address; its link is clicked in the same turn. */
function addressGiven(): Promise<void> {
  const create = URL.createObjectURL.bind(URL);
  return new Promise((resolve) => {
    URL.createObjectURL = (file) => {
      URL.createObjectURL = create;
      queueMicrotask(resolve);
      return create(file);
    };
  });
}
