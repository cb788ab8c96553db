import { expect } from '@open-wc/testing';
import { LiteChatError } from '../errors.js';
import type { Conversation, TableName } from './entities.js';
import { changeRow, parseRecord, toRow, withDates } from './row.js';
import { dateFields, mcpServerSchema } from './schemas.js';
import { tableNames } from './tables.js';

/** The least that makes a row of each table. */
const smallest: Record<TableName, object> = {
  conversations: { id: 'a' },
  interactions: { id: 'a', conversationId: 'b' },
  projects: { id: 'a' },
  mods: { name: 'a' },
  appState: { key: 'a' },
  providerConfigs: { id: 'a' },
  apiKeys: { id: 'a' },
  syncRepos: { id: 'a' },
  rules: { id: 'a' },
  tags: { id: 'a' },
  tagRuleLinks: { id: 'a', tagId: 'b', ruleId: 'c' },
  promptTemplates: { id: 'a' },
  unknownData: { key: 'a', name: 'a', position: null, value: 1 },
};

function refusal(run: () => unknown): LiteChatError {
  try {
    run();
  } catch (error) {
    if (error instanceof LiteChatError) return error;
    throw error;
  }
  return expect.fail('was taken');
}

describe('toRow', () => {
  it('keeps fields it does not know, in every table and inside what it knows', () => {
    for (const table of tableNames) {
      const future = { future: { deep: [1, null, 'x'] }, constructor: 'kept', prototype: 2 };
      const row = toRow(table, { ...smallest[table], ...future });
      expect(row, table).to.deep.include(future);
    }
    const inside = { constructor: 1, toString: 'text', future: [new Date(4)] };
    const interaction = {
      ...smallest.interactions,
      prompt: { id: 'p', content: 'Hi', ...inside },
      metadata: { ...inside, toolCalls: [inside], attachedFiles: [inside] },
    };
    expect(toRow('interactions', interaction)).to.deep.include(interaction);
  });

  it('takes dates as Date, as ISO 8601 text and as milliseconds, and yields Date', () => {
    const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6));
    for (const table of tableNames) {
      for (const given of [at, at.toISOString(), at.getTime()]) {
        const fields = Object.fromEntries(dateFields[table].map((name) => [name, given]));
        const dates = Object.fromEntries(dateFields[table].map((name) => [name, at]));
        expect(toRow(table, { ...smallest[table], ...fields }), table).to.deep.include(dates);
      }
    }
  });

  it('refuses a date that is none', () => {
    for (const updatedAt of ['never', {}, [], true]) {
      const error = refusal(() => toRow('tags', { id: 'a', updatedAt }, ['tags', 4]));
      expect(error.code).to.equal('record-invalid');
      expect(error.path).to.equal('tags[4].updatedAt');
    }
  });

  it('fills what readers rely on where it is missing or null', () => {
    expect(toRow('interactions', smallest.interactions)).to.deep.equal({
      ...smallest.interactions,
      type: 'message.user_assistant',
      index: 0,
      parentId: null,
      prompt: null,
      response: null,
      status: 'COMPLETED',
      startedAt: null,
      endedAt: null,
      metadata: {},
    });
    expect(toRow('promptTemplates', { id: 'a', name: null, isPublic: null })).to.deep.equal({
      id: 'a',
      name: '',
      description: '',
      variables: [],
      prompt: '',
      tags: [],
      isPublic: false,
    });
    expect(toRow('conversations', { id: 'a', title: null })).to.deep.equal({
      id: 'a',
      title: '',
      projectId: null,
    });
  });

  it('makes text of ids that are numbers, and none of references that are empty', () => {
    const row = toRow('conversations', { id: 7, projectId: 8, syncRepoId: '' });
    expect(row).to.deep.include({ id: '7', projectId: '8', syncRepoId: null });
  });

  it('refuses what has the wrong type, saying what and where but not the value', () => {
    const refused: [TableName, object, string][] = [
      ['conversations', { title: 'no id' }, 'conversations.id is missing'],
      ['conversations', { id: '' }, 'conversations.id is empty'],
      ['conversations', { id: 'a', title: 5 }, 'conversations.title should be string'],
      ['conversations', { id: 'a', metadata: [1] }, 'conversations.metadata is not an object'],
      ['conversations', { id: 'a', metadata: new Date() }, 'conversations.metadata is not'],
      ['interactions', { id: 'a' }, 'interactions.conversationId is missing'],
      ['interactions', { ...smallest.interactions, prompt: ['x'] }, 'interactions.prompt is not'],
      ['interactions', { ...smallest.interactions, metadata: 'x' }, 'interactions.metadata is not'],
      ['apiKeys', { id: 'a', value: 12_345 }, 'apiKeys.value should be string and is number'],
      ['tags', { id: 'a', name: ['12345'] }, 'tags.name should be string and is Array'],
      ['mods', { enabled: true }, 'mods.name is missing'],
      ['appState', { value: 1 }, 'appState.key is missing'],
      [
        'promptTemplates',
        { id: 'a', variables: [{ name: 'ok' }, { name: 12_345 }] },
        'promptTemplates.variables[1].name should be string',
      ],
    ];
    for (const [table, value, message] of refused) {
      const error = refusal(() => toRow(table, value));
      expect(error.message).to.contain(message);
      expect(error.message).to.contain('Nothing was changed.');
      expect(error.message).not.to.contain('12345');
      expect(error.code).to.equal('record-invalid');
    }
  });

  it('refuses what is no record at all', () => {
    for (const value of [null, undefined, 'text', 5, [], new Date()]) {
      expect(refusal(() => toRow('conversations', value)).code).to.equal('record-invalid');
    }
  });
});

describe('parseRecord', () => {
  it('checks an entry of a setting and keeps what it does not know', () => {
    const server = { id: 'a', name: 'Files', url: 'https://x', enabled: true, future: [1] };
    expect(parseRecord(mcpServerSchema, server, ['mcpServers', 0])).to.deep.equal(server);
    const headers = { constructor: 'c', Authorization: 'a' };
    expect(parseRecord(mcpServerSchema, { ...server, headers }, []).headers).to.deep.equal(headers);
    const error = refusal(() =>
      parseRecord(mcpServerSchema, { ...server, headers: { 'X-Key': 987_654 } }, ['mcpServers', 2]),
    );
    expect(error.path).to.equal('mcpServers[2].headers["X-Key"]');
    expect(error.message).not.to.contain('987654');
  });
});

describe('withDates', () => {
  it('turns dates stored as text or numbers into Date, and leaves the rest as it is', () => {
    const raw = { id: 'a', createdAt: '2026-01-02T00:00:00.000Z', updatedAt: 5, other: '2026' };
    const row = withDates('conversations', raw as unknown as Conversation);
    expect(row).to.deep.equal({
      id: 'a',
      createdAt: new Date('2026-01-02T00:00:00.000Z'),
      updatedAt: new Date(5),
      other: '2026',
    });
    expect(raw.updatedAt).to.equal(5);
  });

  it('keeps a field that is no date, and gives a row that needs nothing as it is', () => {
    const odd = { id: 'a', createdAt: 'once upon a time', updatedAt: null };
    expect(withDates('conversations', odd as unknown as Conversation)).to.equal(odd);
  });
});

describe('changeRow', () => {
  const present = {
    id: 'a',
    title: 42,
    projectId: 'p',
    metadata: 'not what it should be',
    createdAt: '2026-01-02T00:00:00.000Z',
    extra: new Map([[1, 2]]),
  } as unknown as Conversation;

  it('changes the fields named and leaves the others, also those that are wrong', () => {
    const row = changeRow('conversations', present, { projectId: 8, future: [1] });
    expect(row).to.deep.equal({
      ...present,
      projectId: '8',
      future: [1],
      createdAt: new Date('2026-01-02T00:00:00.000Z'),
    });
  });

  it('removes a field given as undefined, or sets it to what readers rely on', () => {
    const updates = { extra: undefined, title: undefined, metadata: undefined };
    const row = changeRow('conversations', present, updates);
    expect(row).not.to.have.any.keys('extra', 'metadata');
    expect(row.title).to.equal('');
  });

  it('refuses a wrong value among the updates, and the removal of what a row must have', () => {
    const change = (updates: object) => () => changeRow('conversations', present, updates);
    expect(refusal(change({ metadata: [] })).path).to.equal('conversations.metadata');
    expect(refusal(change({ id: undefined })).path).to.equal('conversations.id');
    expect(refusal(change({ any: () => 1 })).path).to.equal('conversations.any');
    expect(refusal(change(JSON.parse('{"__proto__": 1}') as object)).code).to.equal(
      'record-invalid',
    );
  });
});
