import { expect, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { fill } from '../../test/support/sample-rows.js';
import { ImportExport } from '../import-export/import-export.js';
import type { UndoState } from '../import-export/types.js';
import { allCategories } from '../model/categories.js';
import { UndoController } from './undo-controller.js';

class Host extends LitElement {
  importExport: ImportExport | undefined;
  readonly undo = new UndoController(this, () => this.importExport);
  seen: UndoState | null = null;

  protected override update(changed: Map<PropertyKey, unknown>): void {
    this.seen = this.undo.state;
    super.update(changed);
  }
}
customElements.define('undo-host', Host);

async function filled(): Promise<ImportExport> {
  const persistence = freshPersistence();
  await fill(persistence);
  return new ImportExport(persistence);
}

function hostOf(importExport?: ImportExport): Host {
  const host = new Host();
  host.importExport = importExport;
  document.body.append(host);
  return host;
}

const expireIn = async ({ persistence }: ImportExport, milliseconds: number): Promise<void> => {
  const { bookkeeping } = persistence.database;
  const note = await bookkeeping.get('undo');
  const expiresAt = new Date(Date.now() + milliseconds);
  await bookkeeping.put({ key: 'undo', value: { ...Object(note?.value), expiresAt } });
};

describe('UndoController', () => {
  afterEach(() => document.querySelector('undo-host')?.remove());

  it('tells what can be undone, as it changes', async () => {
    const importExport = await filled();
    const host = hostOf(importExport);
    await host.updateComplete;
    expect(host.seen).to.equal(null);
    await importExport.clearData({ importProjects: true });
    await waitUntil(() => host.seen?.operation === 'clear');
    await importExport.undoRestore();
    await waitUntil(() => host.seen?.isUndone === true);
    expect(host.seen?.operation).to.equal('clear');
    await importExport.undoRestore();
    await waitUntil(() => host.seen?.isUndone === false);
    await importExport.discardUndo();
    await waitUntil(() => host.seen === null);
  });

  it('tells no more of what has expired, and discards it', async () => {
    const importExport = await filled();
    await importExport.clearData(allCategories);
    const { database } = importExport.persistence;
    const host = hostOf(importExport);
    await waitUntil(() => host.seen !== null);
    await expireIn(importExport, 50);
    await waitUntil(() => host.seen === null);
    await waitUntil(async () => (await database.undo.count()) === 0);
    expect(await database.bookkeeping.get('undo')).to.equal(undefined);
  });

  it('discards what had expired before anyone looked', async () => {
    const importExport = await filled();
    await importExport.clearData(allCategories);
    await expireIn(importExport, -1000);
    const host = hostOf(importExport);
    await waitUntil(async () => (await importExport.persistence.database.undo.count()) === 0);
    expect(host.seen).to.equal(null);
  });

  it('follows another database when its host does', async () => {
    const [first, second] = [await filled(), await filled()];
    await first.clearData(allCategories);
    const host = hostOf(first);
    await waitUntil(() => host.seen !== null);
    host.importExport = second;
    host.requestUpdate();
    await host.updateComplete;
    expect(host.seen).to.equal(null);
    await second.clearData({ importMods: true });
    await waitUntil(() => host.seen?.records === 1);
  });

  it('does not look while its host is out of the document', async () => {
    const importExport = await filled();
    const host = hostOf(importExport);
    await host.updateComplete;
    host.remove();
    await importExport.clearData(allCategories);
    await importExport.undoState();
    expect(host.undo.state).to.equal(null);
    document.body.append(host);
    await waitUntil(() => host.seen !== null);
  });
});
