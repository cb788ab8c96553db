import { expect } from '@open-wc/testing';
import { allCategories } from '../model/categories.js';
import type { Persistence } from '../persistence/persistence.js';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { snapshot } from '../../test/support/snapshot.js';
import { ImportExport } from './import-export.js';

const at = '2026-01-31T12:00:00.000Z';

const message = (id: string, more: object = {}): object => ({
  id,
  conversationId: 'c',
  index: 0,
  startedAt: at,
  endedAt: at,
  ...more,
});

const conversation = { id: 'c', title: 'One', createdAt: at, updatedAt: at };

const backup = (collections: object): Blob =>
  new Blob([JSON.stringify({ version: 1, exportedAt: at, ...collections })]);

function fresh(): { persistence: Persistence; importExport: ImportExport } {
  const persistence = freshPersistence();
  return { persistence, importExport: new ImportExport(persistence) };
}

describe('InteractionsWriter, where there are no interactions yet', () => {
  it('reads the file once, and tells how far it has come as writing', async () => {
    const { importExport } = fresh();
    const file = backup({ conversations: [conversation], interactions: [message('a')] });
    const phases: string[] = [];
    await importExport.restoreBackup(file, allCategories, {
      onProgress: ({ phase, done, total }) =>
        phases.push(`${phase} ${String(done)}/${String(total)}`),
    });
    expect(phases).to.deep.equal([`writing ${String(file.size)}/${String(file.size)}`]);
  });

  it('keeps references to messages and conversations that come later in the file', async () => {
    const { persistence, importExport } = fresh();
    const report = await importExport.restoreBackup(
      backup({
        interactions: [
          message('answer', { parentId: 'question', metadata: { regeneratedFromId: 'question' } }),
          message('question'),
        ],
        conversations: [conversation],
      }),
      allCategories,
    );
    expect(report.repairs).to.deep.equal([]);
    const [answer] = await persistence.loadInteractionsForConversation('c');
    expect(answer?.parentId).to.equal('question');
    expect(answer?.metadata.regeneratedFromId).to.equal('question');
    expect(await persistence.loadConversations()).to.have.length(1);
  });

  for (const keepUndo of [true, false]) {
    it(`empties references to what the file does not hold, ${keepUndo ? 'and takes them back with the rest' : 'also without an undo'}`, async () => {
      const { persistence, importExport } = fresh();
      const before = await snapshot(persistence.database);
      const file = backup({
        interactions: [
          message('a', {
            parentId: 'nowhere',
            metadata: { regeneratedFromId: 'b', editedFromId: ['b', 'gone'], kept: 1 },
          }),
          message('b', { conversationId: 'lost' }),
        ],
        conversations: [conversation],
      });
      const preview = await importExport.previewBackup(file, allCategories);
      const report = await importExport.restoreBackup(file, allCategories, { keepUndo });
      expect(report.repairs).to.deep.equal([
        { kind: 'reference-cleared', path: 'interactions[0].parentId' },
        { kind: 'reference-cleared', path: 'interactions[0].metadata.editedFromId' },
        { kind: 'conversation-recovered', path: 'conversations.lost' },
      ]);
      expect(preview.repairs).to.deep.equal(report.repairs);
      const [a] = await persistence.loadInteractionsForConversation('c');
      expect(a?.parentId).to.equal(null);
      expect(a?.metadata).to.deep.include({ regeneratedFromId: 'b', editedFromId: ['b'], kept: 1 });
      const [recovered] = (await persistence.loadConversations()).filter(({ id }) => id === 'lost');
      expect(recovered?.createdAt).to.deep.equal(new Date(at));
      if (!keepUndo) return;
      await importExport.undoRestore();
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  }

  it('changes nothing when the last record of the file cannot be stored', async () => {
    const { persistence, importExport } = fresh();
    await persistence.saveSetting('theme', 'dark');
    const before = await snapshot(persistence.database);
    const many = Array.from({ length: 2000 }, (_, index) => message(`m${String(index)}`));
    const file = backup({
      settings: { theme: 'light' },
      interactions: [...many, message('m7')],
    });
    const error = await rejection(importExport.restoreBackup(file, allCategories), 'duplicate-id');
    expect(error.path).to.equal('interactions[2000].id');
    expect(await snapshot(persistence.database)).to.deep.equal(before);
  });

  it('tells the first of two things amiss, also when both are in one file', async () => {
    const { importExport } = fresh();
    const text = await backup({ interactions: [message('a', { index: 'one' })] }).text();
    const file = new Blob([text.slice(0, -1), ', "conversations": [']);
    await rejection(importExport.restoreBackup(file, allCategories), 'record-invalid');
  });

  it('lets an interaction stay that another tab saved meanwhile, under the policy that keeps it', async () => {
    const { persistence, importExport } = fresh();
    const { database } = persistence;
    const strictly = database.withStrictDurability.bind(database);
    database.withStrictDurability = async (work) => {
      const id = await persistence.saveConversation({ id: 'c', title: 'Mine', projectId: null });
      await persistence.saveInteraction({
        id: 'a',
        conversationId: id,
        type: 'message.user_assistant',
        index: 0,
        parentId: null,
        prompt: null,
        response: 'mine',
        status: 'COMPLETED',
        startedAt: null,
        endedAt: null,
        metadata: {},
      });
      return strictly(work);
    };
    const file = backup({
      conversations: [conversation],
      interactions: [message('a', { response: 'theirs' }), message('b')],
    });
    const report = await importExport.restoreBackup(file, allCategories, { policy: 'keep-mine' });
    expect(report.outcome.interactions).to.include({ new: 1, different: 1, kept: 1 });
    const responses = (await persistence.loadInteractionsForConversation('c')).map(
      ({ id, response }) => [id, response],
    );
    expect(responses).to.deep.include(['a', 'mine']);
    expect(responses.map(([id]) => id)).to.have.members(['a', 'b']);
  });
});
