import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatDatabase } from '../database/litechat-database.js';
import type { McpServer } from '../model/entities.js';
import { Persistence } from './persistence.js';

describe('settings', () => {
  it('answer the default only when they were never saved', async () => {
    const persistence = freshPersistence();
    expect(await persistence.loadSetting('theme', 'light')).to.equal('light');
    expect(await persistence.loadSetting<string[]>('mcpServers', [])).to.deep.equal([]);
    for (const value of ['dark', '', 0, false, null, [], {}]) {
      expect(await persistence.saveSetting('theme', value)).to.equal('theme');
      expect(await persistence.loadSetting<unknown>('theme', 'light')).to.deep.equal(value);
    }
  });

  it('are stored in appState under their key with a prefix', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    expect(await persistence.database.appState.toArray()).to.deep.equal([
      { key: 'settings:theme', value: 'dark' },
    ]);
  });

  it('keep any plain value, with its dates, and null for undefined', async () => {
    const persistence = freshPersistence();
    const value = { at: new Date(5), list: [1, { deep: ['ünïcödé'] }], none: null };
    await persistence.saveSetting('any', value);
    expect(await persistence.loadSetting<unknown>('any', 0)).to.deep.equal(value);
    await persistence.saveSetting('any', undefined);
    expect(await persistence.loadSetting<unknown>('any', 0)).to.equal(null);
  });

  it('reject when they cannot be read, rather than answer the default', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    persistence.database.close();
    await rejection(persistence.loadSetting('theme', 'light'), 'database-closed');
    await rejection(persistence.loadSettings(), 'database-closed');
    const change = (): string => 'overwritten';
    await rejection(persistence.updateSetting('theme', change), 'database-closed');
    await persistence.database.open();
    expect(await persistence.loadSetting('theme', 'light')).to.equal('dark');
  });

  it('refuse what cannot be stored, with the path, and keep what was there', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('look', { dark: true });
    const refused: readonly [string, unknown, string][] = [
      ['look', { onClick: () => 1 }, 'settings.look.onClick'],
      ['look', [new Map()], 'settings.look[0]'],
      ['a b', 1n, 'settings["a b"]'],
      ['', 'no key', 'settings'],
      ['__proto__', 'x', 'settings'],
    ];
    for (const [key, value, path] of refused) {
      const error = await rejection(persistence.saveSetting(key, value), 'record-invalid');
      expect(error.path).to.equal(path);
      await rejection(
        persistence.updateSetting(key, () => value),
        'record-invalid',
      );
    }
    expect(await persistence.loadSettings()).to.deep.equal({ look: { dark: true } });
  });

  it('are all loaded by their keys, and no other rows of the table', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    await persistence.saveSetting('settings:odd', 1);
    await persistence.saveSetting('\uffff', 2);
    await persistence.saveSetting('mcpServers', []);
    await persistence.database.appState.bulkPut([
      { key: 'setting', value: 'no' },
      { key: 'settings', value: 'no' },
      { key: 'zettings:x', value: 'no' },
    ]);
    expect(await persistence.loadSettings()).to.deep.equal({
      'theme': 'dark',
      'settings:odd': 1,
      '\uffff': 2,
      'mcpServers': [],
    });
  });

  it('are deleted one by one', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    await persistence.saveSetting('size', 2);
    await persistence.deleteSetting('theme');
    await persistence.deleteSetting('nobody');
    expect(await persistence.loadSettings()).to.deep.equal({ size: 2 });
    expect(await persistence.loadSetting('theme', 'light')).to.equal('light');
  });
});

describe('updateSetting', () => {
  it('makes the new value of the present one, which is undefined at first', async () => {
    const persistence = freshPersistence();
    const seen: unknown[] = [];
    const count = (value: unknown): number => {
      seen.push(value);
      return Number(value ?? 0) + 1;
    };
    expect(await persistence.updateSetting('count', count)).to.equal(1);
    expect(await persistence.updateSetting('count', count)).to.equal(2);
    expect(seen).to.deep.equal([undefined, 1]);
  });

  it('loses no change when two connections make one at the same time', async () => {
    const persistence = freshPersistence();
    const other = new Persistence(new LiteChatDatabase(persistence.database.name));
    const add = (who: Persistence, item: number): Promise<unknown> =>
      who.updateSetting('list', (value) => [...((value ?? []) as number[]), item]);
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    await Promise.all(numbers.map((number) => add(number % 2 ? persistence : other, number)));
    expect(await persistence.loadSetting<number[]>('list', [])).to.have.members(numbers);
  });

  it('leaves the setting when the change fails', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    const failure = new Error('no idea');
    const failing = persistence.updateSetting('theme', () => {
      throw failure;
    });
    expect((await rejection(failing, 'database-failed')).cause).to.equal(failure);
    expect(await persistence.loadSetting('theme', 'light')).to.equal('dark');
  });
});

describe('the setting of MCP servers', () => {
  const server = { id: 'a', name: 'Files', url: 'https://x', enabled: true };

  it('is checked entry by entry, and keeps fields that it does not know', async () => {
    const persistence = freshPersistence();
    const servers = [{ ...server, headers: { Authorization: 'canary' }, future: [1] }];
    await persistence.saveSetting('mcpServers', servers);
    expect(await persistence.loadSetting<McpServer[]>('mcpServers', [])).to.deep.equal(servers);

    const refused: readonly [unknown, string][] = [
      [[server, { ...server, url: 5 }], 'mcpServers[1].url'],
      [[{ ...server, headers: { 'X-Key': 12 } }], 'mcpServers[0].headers["X-Key"]'],
      [['canary'], 'mcpServers[0]'],
      [[null], 'mcpServers[0]'],
      ['canary', 'mcpServers'],
      [{ 0: server }, 'mcpServers'],
      [null, 'mcpServers'],
    ];
    for (const [value, path] of refused) {
      const error = await rejection(persistence.saveSetting('mcpServers', value), 'record-invalid');
      expect(error.path).to.equal(path);
      expect(error.message).not.to.contain('canary');
    }
    expect(await persistence.loadSetting<McpServer[]>('mcpServers', [])).to.deep.equal(servers);
  });

  it('gives servers the ids and switches they lack', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('mcpServers', [{ name: 'Files', url: 'https://x' }]);
    const [saved] = await persistence.loadSetting<McpServer[]>('mcpServers', []);
    expect(saved).to.include({ name: 'Files', url: 'https://x', enabled: false });
    expect(saved?.id).to.match(/^.{10,}$/);
  });
});
