import { expect, waitUntil } from '@open-wc/testing';
import { backupOf, fileOf } from '../../../test/support/files.js';
import {
  choose,
  filledContext,
  focusComesTo,
  freshContext,
  panel,
  transferOf,
  wordsOf,
} from '../../../test/support/restore-panel.js';
import { find, has } from '../../../test/support/shadow.js';
import type { PersistenceContext } from '../../context/persistence-context.js';
import { LiteChatError } from '../../errors.js';
import type { RestorePanel } from './restore-panel.js';

const broken = (): File => fileOf('{"version":1,"projects":[{"id":', 'broken.json');

const backup = (id: string, exportedAt: string): File =>
  fileOf({ version: 1, exportedAt, projects: [{ id: 'same', name: id }] }, `${id}.json`);

async function conversationFile({ importExport }: PersistenceContext): Promise<File> {
  return fileOf(await importExport.exportConversationData('conversation-1'), 'talk.json');
}

const rows = (element: RestorePanel): string[] =>
  [...(element.shadowRoot?.querySelectorAll('[part=file]') ?? [])].map(({ textContent }) =>
    textContent.replaceAll(/\s+/g, ' ').trim(),
  );

async function ready(element: RestorePanel): Promise<void> {
  await waitUntil(() => find(element, '[part=button]').ariaDisabled === 'false');
}

async function take(element: RestorePanel): Promise<void> {
  await ready(element);
  find(element, '[part=button]').click();
  await waitUntil(() => has(element, '[part=result]'));
}

describe('<litechat-restore-panel> with several files', () => {
  it('says what each is, and takes those that can be taken', async () => {
    const context = await filledContext();
    const talk = await conversationFile(context);
    const element = await panel(context);
    await choose(element, talk, broken(), backup('Renamed', '2026-02-01T00:00:00.000Z'));
    await ready(element);
    const [first, second, third] = rows(element);
    expect(first).to.contain('talk.json').and.contain('One conversation');
    expect(second).to.contain('Nothing was changed.');
    expect(third).to.contain('Backup of');
    expect(find(element, 'input[value=merge-newest]', HTMLInputElement).checked).to.be.true;
    expect(wordsOf(element, '[part=button]')).to.equal('Import 2 files');
    await focusComesTo(element, '[part=files]');
    await expect(element).to.be.accessible();

    await take(element);
    expect(rows(element)[0]).to.contain('Added: 1 conversation, 3 messages.');
    expect(rows(element)[2]).to.contain('Restored: 1 project.');
    expect(wordsOf(element, '[part=result]')).to.equal('2 of 3 files imported.');
    await focusComesTo(element, '[part=result]');
    expect(await context.database.conversations.count()).to.equal(4);
    expect(await context.database.projects.count()).to.equal(4);
    await expect(element).to.be.accessible();
    find(element, '[part=cancel]').click();
    await focusComesTo(element, '[part=choose]');
  });

  it('takes several that are dropped', async () => {
    const element = await panel(await freshContext());
    const dataTransfer = transferOf(backupOf({ projects: [] }), backupOf({ tags: [] }));
    find(element, '[part=drop]').dispatchEvent(
      new DragEvent('drop', { dataTransfer, cancelable: true }),
    );
    await waitUntil(() => rows(element).length === 2);
  });

  it('takes backups in the order in which they were made', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(
      element,
      backup('New', '2026-02-02T00:00:00.000Z'),
      backup('Old', '2026-02-01T00:00:00.000Z'),
    );
    await ready(element);
    expect(element.shadowRoot?.textContent).to.contain('One undo takes back all');
    expect(has(element, 'input[value=replace]'), 'each would replace the one before').to.be.false;
    await take(element);
    expect((await context.database.projects.get('same'))?.name).to.equal('New');
  });

  it('says what a single backup among them would replace', async () => {
    const context = await filledContext();
    const talk = await conversationFile(context);
    const element = await panel(context);
    await choose(element, talk, backup('One', '2026-02-01T00:00:00.000Z'));
    await ready(element);
    expect(has(element, '[part=loss]')).to.be.false;
    find(element, 'input[value=replace]').click();
    await element.updateComplete;
    expect(wordsOf(element, '[part=loss]')).to.equal('3 projects that are only here go.');
    await expect(element).to.be.accessible();
  });

  it('keeps what all of the backups change for one undo', async () => {
    const context = await freshContext();
    const { importExport } = context;
    const importFile = importExport.importFile.bind(importExport);
    const added: unknown[] = [];
    importExport.importFile = (file, options) => {
      added.push(options?.addToUndo);
      return importFile(file, options);
    };
    const element = await panel(context);
    await choose(
      element,
      backup('One', '2026-02-01T00:00:00.000Z'),
      backup('Two', '2026-02-02T00:00:00.000Z'),
      backupOf({ tags: [{ id: 't', name: 'T' }] }),
    );
    await take(element);
    expect(added).to.deep.equal([false, true, true]);
    expect(rows(element)[1]).to.contain('1 changed');
    expect(has(element, '[part=undo]'), 'with the result').to.be.true;
    find(element, '[part=undo] button').click();
    await waitUntil(async () => (await context.database.projects.count()) === 0);
    expect(await context.database.tags.count()).to.equal(0);
  });

  it('tells how far it is with reading and with taking them', async () => {
    const context = await freshContext();
    const { importExport } = context;
    const element = await panel(context);
    await choose(
      element,
      backup('One', '2026-02-01T00:00:00.000Z'),
      backup('Two', '2026-02-02T00:00:00.000Z'),
    );
    await ready(element);
    const status = (): string => find(element, '[role=status]').textContent;
    expect(status()).to.equal('Read. 2 of 2 files can be imported.');
    const importFile = importExport.importFile.bind(importExport);
    const said: string[] = [];
    importExport.importFile = async (file, options) => {
      await element.updateComplete;
      said.push(status(), wordsOf(element, '[part=work]'));
      return importFile(file, options);
    };
    await take(element);
    expect(said[0]).to.equal('File 1 of 2: Checking the file…');
    expect(said[2]).to.match(/^File 2 of 2:/);
    expect(said[3]).to.match(/^File 2 of 2:/);
  });

  it('keeps its list inside of the card, however long the names', async () => {
    const element = await panel(await freshContext());
    const long = fileOf({ version: 1, projects: [] }, `${'litechat-backup-'.repeat(5)}.json`);
    await choose(element, long, backupOf({ tags: [] }));
    await ready(element);
    for (const width of ['300px', '560px']) {
      element.style.inlineSize = width;
      const card = find(element, '[part=card]');
      expect(card.scrollWidth).to.be.at.most(card.clientWidth);
      const button = find(element, '[part=file] > button').getBoundingClientRect();
      expect(button.right).to.be.at.most(card.getBoundingClientRect().right - 16);
    }
  });

  it('goes on when one of them fails, and says what happened to each', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(
      element,
      backup('One', '2026-02-01T00:00:00.000Z'),
      backup('Two', '2026-02-02T00:00:00.000Z'),
    );
    await ready(element);
    const { importExport } = context;
    const importFile = importExport.importFile.bind(importExport);
    let calls = 0;
    importExport.importFile = (file, options) =>
      ++calls === 1
        ? Promise.reject(new LiteChatError('database-failed', 'It failed. Nothing was changed.'))
        : importFile(file, options);
    await take(element);
    expect(rows(element)[0]).to.contain('It failed.');
    expect(rows(element)[1]).to.contain('Restored: 1 project.');
    expect(find(element, '[role=status]').textContent).to.equal('1 of 2 files imported.');
    await expect(element).to.be.accessible();
  });

  it('asks the page about each, and leaves out those that it refuses', async () => {
    const context = await freshContext();
    const element = await panel(context);
    const asked: string[] = [];
    let told = 0;
    element.addEventListener('litechat-restored', () => told++);
    element.addEventListener('litechat-restore-requested', (event) => {
      asked.push((event as CustomEvent<{ policy: string }>).detail.policy);
      event.preventDefault();
    });
    await choose(element, backupOf({ projects: [] }), backup('B', '2026-02-02T00:00:00.000Z'));
    await take(element);
    expect(asked).to.deep.equal(['merge-newest', 'merge-newest']);
    expect(told).to.equal(0);
    expect(rows(element)[1]).to.contain('Left out.');
    expect(await context.database.projects.count()).to.equal(0);
  });

  it('leaves mods out, and says so', async () => {
    const context = await freshContext();
    const element = await panel(context);
    const mods = [{ id: 'm', name: 'Mod', scriptContent: 'x', enabled: true, loadOrder: 1 }];
    await choose(element, backupOf({ mods, tags: [] }), backupOf({ projects: [] }));
    await ready(element);
    expect(element.shadowRoot?.textContent).to.contain('Mods are left out');
    await take(element);
    expect(await context.database.mods.count()).to.equal(0);
  });

  it('skips records that cannot be restored only when told to', async () => {
    const context = await freshContext();
    const element = await panel(context);
    const projects = [
      { id: 'a', name: 'A' },
      { id: 'b', name: { no: 1 } },
    ];
    await choose(element, backupOf({ projects }), backupOf({ tags: [] }));
    await waitUntil(() => has(element, '[name=skip-invalid]'));
    expect(find(element, '[part=button]').ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
    find(element, '[name=skip-invalid]').click();
    await take(element);
    expect(await context.database.projects.count()).to.equal(1);
    expect(has(element, '[part=skipped]')).to.be.true;
  });

  it('opens those that are encrypted with what is typed once', async () => {
    const context = await freshContext();
    const { importExport } = context;
    const open = importExport.openFile.bind(importExport);
    importExport.openFile = (file, transfer) => {
      const isLocked = file instanceof File && file.name === 'locked.age';
      if (!isLocked || transfer?.passphrase === 'right') return open(file, transfer);
      const code = transfer?.passphrase === undefined ? 'passphrase-required' : 'passphrase-wrong';
      return Promise.reject(new LiteChatError(code, 'Closed. Nothing was changed.'));
    };
    const element = await panel(context);
    const locked = fileOf({ version: 1, projects: [{ id: 'a', name: 'A' }] }, 'locked.age');
    await choose(element, locked, backupOf({ tags: [] }));
    await ready(element);
    expect(wordsOf(element, '[part=button]')).to.equal('Import 1 file');
    await expect(element).to.be.accessible();
    for (const [passphrase, words] of [
      ['wrong', 'does not open the file'],
      ['right', undefined],
    ] as const) {
      find(element, '#file-passphrase', HTMLInputElement).value = passphrase;
      find(element, 'form', HTMLFormElement).requestSubmit();
      if (words) await waitUntil(() => find(element, '.problem').textContent.includes(words));
    }
    await waitUntil(() => !has(element, '#file-passphrase'));
    await take(element);
    expect(await context.database.projects.count()).to.equal(1);
  });

  it('leaves one out that is taken off the list', async () => {
    const context = await freshContext();
    const element = await panel(context);
    await choose(element, backup('A', '2026-02-01T00:00:00.000Z'), backupOf({ tags: [] }));
    await ready(element);
    find(element, '[part=file] button').click();
    await element.updateComplete;
    expect(rows(element)).to.have.lengthOf(1);
    expect(wordsOf(element, '[part=button]')).to.equal('Import 1 file');
    await take(element);
    expect(await context.database.projects.count()).to.equal(0);
  });

  it('moves the focus to the next file, the one before, and at last to where files come in', async () => {
    const element = await panel(await freshContext());
    const files = ['a', 'b', 'c'].map((name) => fileOf({ version: 1, tags: [] }, `${name}.json`));
    await choose(element, ...files);
    await ready(element);
    const remove = (name: string): void => {
      const button = find(element, `button[aria-label*="${name}.json"]`);
      button.focus();
      button.click();
    };
    remove('a');
    await focusComesTo(element, '[aria-label*="b.json"]');
    remove('c');
    await focusComesTo(element, '[aria-label*="b.json"]');
    remove('b');
    await focusComesTo(element, '[part=choose]');
    expect(has(element, '[part=files]')).to.be.false;
  });

  it('keeps what was taken when the rest is cancelled', async () => {
    const context = await freshContext();
    const { importExport } = context;
    const element = await panel(context);
    await choose(
      element,
      backup('A', '2026-02-01T00:00:00.000Z'),
      backup('B', '2026-02-02T00:00:00.000Z'),
    );
    await ready(element);
    const importFile = importExport.importFile.bind(importExport);
    let calls = 0;
    importExport.importFile = (file, options) => {
      if (++calls === 1) return importFile(file, options);
      return new Promise((_resolve, reject) => {
        const signal = options?.signal;
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    };
    find(element, '[part=button]').click();
    await waitUntil(() => calls === 2);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    find(element, '[part=work] button').click();
    await waitUntil(() => has(element, '[part=result]'));
    expect(rows(element)[0]).to.contain('Restored: 1 project.');
    expect(rows(element)[1]).to.contain('Left out.');
  });
});
