import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { fill } from '../../test/support/sample-rows.js';
import { snapshot } from '../../test/support/snapshot.js';

const mod = { sourceUrl: null, scriptContent: '1', enabled: true };

describe('mods', () => {
  it('are listed by loadOrder, then by name; those without come last', async () => {
    const persistence = freshPersistence();
    await persistence.saveMod({ ...mod, name: 'C', loadOrder: 1, enabled: false });
    await persistence.saveMod({ ...mod, name: 'B', loadOrder: 2 });
    await persistence.saveMod({ ...mod, name: 'A', loadOrder: 2 });
    await persistence.database.mods.bulkPut([
      { name: 'Bare' },
      { name: 'Odd', loadOrder: NaN },
    ] as never);
    const names = (await persistence.loadMods()).map(({ name }) => name);
    expect(names).to.deep.equal(['C', 'A', 'B', 'Bare', 'Odd']);
  });

  it('are known by their name', async () => {
    const persistence = freshPersistence();
    expect(await persistence.saveMod({ ...mod, name: 'A', loadOrder: 1 })).to.equal('A');
    expect(await persistence.saveMod({ ...mod, name: 'A', loadOrder: 2 })).to.equal('A');
    const rows = await persistence.loadMods();
    expect(rows.map(({ loadOrder }) => loadOrder)).to.deep.equal([2]);
    const nameless = persistence.saveMod({ ...mod, name: '', loadOrder: 1 });
    expect((await rejection(nameless, 'record-invalid')).path).to.equal('mods.name');
  });

  it('are deleted by their name, or by an id where they have one', async () => {
    const persistence = freshPersistence();
    await persistence.saveMod({ ...mod, id: 'one', name: 'A', loadOrder: 1 });
    await persistence.saveMod({ ...mod, id: 'two', name: 'B', loadOrder: 1 });
    await persistence.saveMod({ ...mod, id: 'three', name: 'C', loadOrder: 1 });
    await persistence.deleteMod('A');
    await persistence.deleteMod('two');
    await persistence.deleteMod('nobody');
    expect((await persistence.loadMods()).map(({ name }) => name)).to.deep.equal(['C']);
  });
});

describe('sync repositories', () => {
  it('are listed by name, also odd ones, and refused under a name that another has', async () => {
    const persistence = freshPersistence();
    const repo = { remoteUrl: 'https://example.org', branch: 'main' };
    await persistence.saveSyncRepo({ ...repo, id: 'b', name: 'B' });
    await persistence.saveSyncRepo({ ...repo, id: 'a', name: 'A' });
    await persistence.database.syncRepos.put({ id: 'bare' } as never);
    const rows = await persistence.loadSyncRepos();
    expect(rows.map(({ id }) => id)).to.deep.equal(['bare', 'a', 'b']);
    const taken = persistence.saveSyncRepo({ ...repo, id: 'c', name: 'A', password: 'canary' });
    const error = await rejection(taken, 'name-taken');
    expect(error.path).to.equal('syncRepos.c.name');
    expect(error.message).not.to.contain('canary');
  });

  it('are unlinked from conversations when they are deleted', async () => {
    const persistence = freshPersistence();
    await fill(persistence);
    const before = await snapshot(persistence.database);
    await persistence.deleteSyncRepo('repo-1');
    const after = await snapshot(persistence.database);
    const linked = before['conversations']?.['conversation-2'] as object;
    expect(linked).to.include({ syncRepoId: 'repo-1' });
    expect(after).to.deep.equal({
      ...before,
      syncRepos: {},
      conversations: {
        ...before['conversations'],
        'conversation-2': { ...linked, syncRepoId: null },
      },
    });
  });
});
