import { expect } from '@open-wc/testing';
import { freshPersistence } from '../../test/support/fresh-database.js';
import { rejection } from '../../test/support/rejection.js';
import { snapshot } from '../../test/support/snapshot.js';
import type { TableName } from '../model/entities.js';
import { dateFields } from '../model/schemas.js';
import { keyFieldOf } from '../model/tables.js';
import type { Persistence } from './persistence.js';
import { keyOf, tableOf } from './rows.js';

/** One way to save a record; hosts without types hand in anything. */
interface Save {
  method: string;
  table: TableName;
  draft: Record<string, unknown>;
  save: (persistence: Persistence, draft: object) => Promise<string>;
}

const saves: readonly Save[] = [
  {
    method: 'saveConversation',
    table: 'conversations',
    draft: { title: 'Talk', projectId: null },
    save: (persistence, draft) => persistence.saveConversation(draft as never),
  },
  {
    method: 'saveConversations',
    table: 'conversations',
    draft: { title: 'Talk', projectId: null },
    save: async (persistence, draft) =>
      (await persistence.saveConversations([draft as never]))[0] ?? '',
  },
  {
    method: 'saveInteraction',
    table: 'interactions',
    draft: { conversationId: 'c', index: 0, prompt: { id: 'p', content: 'Hi' }, metadata: {} },
    save: (persistence, draft) => persistence.saveInteraction(draft as never),
  },
  {
    method: 'saveInteractions',
    table: 'interactions',
    draft: { conversationId: 'c', index: 0, prompt: null, metadata: { modelId: 'm' } },
    save: async (persistence, draft) =>
      (await persistence.saveInteractions([draft as never]))[0] ?? '',
  },
  {
    method: 'saveProject',
    table: 'projects',
    draft: { name: 'Work', parentId: null },
    save: (persistence, draft) => persistence.saveProject(draft as never),
  },
  {
    method: 'savePromptTemplate',
    table: 'promptTemplates',
    draft: {
      name: 'Summary',
      description: '',
      variables: [],
      prompt: 'Do',
      tags: [],
      isPublic: false,
    },
    save: (persistence, draft) => persistence.savePromptTemplate(draft as never),
  },
  {
    method: 'saveProviderConfig',
    table: 'providerConfigs',
    draft: { name: 'OpenAI', type: 'openai', isEnabled: true },
    save: (persistence, draft) => persistence.saveProviderConfig(draft as never),
  },
  {
    method: 'saveApiKey',
    table: 'apiKeys',
    draft: { name: 'Main', value: 'secret', providerId: 'openai' },
    save: (persistence, draft) => persistence.saveApiKey(draft as never),
  },
  {
    method: 'saveRule',
    table: 'rules',
    draft: { name: 'Brief', content: 'Be brief.', type: 'system' },
    save: (persistence, draft) => persistence.saveRule(draft as never),
  },
  {
    method: 'saveTag',
    table: 'tags',
    draft: { name: 'Python' },
    save: (persistence, draft) => persistence.saveTag(draft as never),
  },
  {
    method: 'saveTagRuleLink',
    table: 'tagRuleLinks',
    draft: { tagId: 't', ruleId: 'r' },
    save: (persistence, draft) => persistence.saveTagRuleLink(draft as never),
  },
  {
    method: 'saveMod',
    table: 'mods',
    draft: { name: 'Words', sourceUrl: null, scriptContent: '1', enabled: true, loadOrder: 1 },
    save: (persistence, draft) => persistence.saveMod(draft as never),
  },
  {
    method: 'saveSyncRepo',
    table: 'syncRepos',
    draft: { name: 'Notes', remoteUrl: 'https://example.org/n.git', branch: 'main' },
    save: (persistence, draft) => persistence.saveSyncRepo(draft as never),
  },
];

/** All rows as they lie in the table, which holds one. */
async function onlyRow({ database }: Persistence, table: TableName): Promise<object> {
  const rows: object[] = await tableOf(database, table).toArray();
  expect(rows).to.have.length(1);
  return rows[0] ?? {};
}

/** Wraps all that is read, as Vue does with `reactive` and Svelte with `$state`. */
function reactive<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver): unknown {
      if (!(target instanceof Date)) return reactive(Reflect.get(target, name, receiver));
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

const unstorable: readonly [string, unknown, string][] = [
  ['a function', { list: [() => 1] }, '.extra.list[0]'],
  ['a symbol', Symbol('s'), '.extra'],
  ['a bigint', { deep: { er: 1n } }, '.extra.deep.er'],
  ['a Map', new Map(), '.extra'],
  ['a Blob', { file: new Blob(['x']) }, '.extra.file'],
  ['a circle', circle, '.extra.self.self.self'],
  ['10,000 nested arrays', nested(10_000), '.extra[0][0][0]'],
  ['a __proto__ key', JSON.parse('{"a": {"__proto__": {"b": 1}}}'), '.extra.a.__proto__'],
];

for (const { method, table, draft, save } of saves) {
  const isBulk = method.endsWith('s');
  const path = isBulk ? `${table}[0]` : table;

  describe(method, () => {
    it('gives a missing id and missing dates, and resolves to the key', async () => {
      const persistence = freshPersistence();
      const before = Date.now();
      for (const id of table === 'mods' ? [undefined] : [undefined, null]) {
        await tableOf(persistence.database, table).clear();
        const key = await save(persistence, { ...draft, id });
        const row = await onlyRow(persistence, table);
        expect(Reflect.get(row, keyFieldOf(table))).to.equal(key);
        expect(key).to.match(/^.+$/);
        expect(row).to.deep.include(draft);
        for (const name of ['createdAt', 'updatedAt']) {
          if (!(dateFields[table] as readonly string[]).includes(name)) continue;
          const date: unknown = Reflect.get(row, name);
          expect(Number(date)).to.be.within(before, Date.now());
          expect(date).to.be.instanceOf(Date);
        }
      }
    });

    it('keeps the id it is given, and replaces the record that has it', async () => {
      const persistence = freshPersistence();
      const key = table === 'mods' ? 'Words' : 'given';
      expect(await save(persistence, { ...draft, id: 'given', future: 1 })).to.equal(key);
      expect(await save(persistence, { ...draft, id: 'given' })).to.equal(key);
      const row = await onlyRow(persistence, table);
      expect(Reflect.get(row, 'id')).to.equal('given');
      if (table !== 'tagRuleLinks') expect(row).not.to.have.property('future');
    });

    it('stores dates as Date, whether they come as Date, ISO 8601 text or a number', async () => {
      const at = new Date(Date.UTC(2026, 1, 3, 4, 5, 6, 7));
      const persistence = freshPersistence();
      for (const given of [at, at.toISOString(), at.getTime(), reactive(at)]) {
        await tableOf(persistence.database, table).clear();
        const dates = Object.fromEntries(dateFields[table].map((name) => [name, given]));
        await save(persistence, { ...draft, ...dates });
        const row = await onlyRow(persistence, table);
        for (const name of dateFields[table]) expect(Reflect.get(row, name)).to.deep.equal(at);
      }
    });

    it('stores the data behind proxies, and fields that it does not know', async () => {
      const extra = { list: [{ at: new Date(5) }, 'x', null], deep: { er: [1, [2]] } };
      const record = { ...draft, id: 'given', extra };
      expect(() => structuredClone(reactive(record))).to.throw(DOMException);
      const persistence = freshPersistence();
      await save(persistence, reactive(record));
      expect(await onlyRow(persistence, table)).to.deep.include(record);
    });

    for (const [kind, extra, place] of unstorable) {
      it(`refuses ${kind} with its path, and writes nothing`, async () => {
        const persistence = freshPersistence();
        const error = await rejection(save(persistence, { ...draft, extra }), 'record-invalid');
        expect(error.path).to.equal(path + place);
        expect(error.message).to.contain('Nothing was changed.');
        expect(error.dataChanged).to.equal(false);
        expect(await tableOf(persistence.database, table).count()).to.equal(0);
      });
    }

    it('refuses what is no record', async () => {
      const persistence = freshPersistence();
      for (const value of [null, undefined, 'text', 5, [], [draft], new Date()]) {
        const error = await rejection(save(persistence, value as never), 'record-invalid');
        expect(error.path).to.equal(path);
      }
      expect(await tableOf(persistence.database, table).count()).to.equal(0);
    });

    it('refuses a field of the wrong type, and leaves the record as it was', async () => {
      const persistence = freshPersistence();
      await save(persistence, { ...draft, id: 'given' });
      const before = await snapshot(persistence.database);
      const [field = ''] = Object.keys(draft);
      const wrong = save(persistence, { ...draft, id: 'given', [field]: { not: 'text' } });
      const error = await rejection(wrong, 'record-invalid');
      expect(error.path).to.equal(`${path}.${field}`);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });
  });
}

for (const { method, table, draft, save } of saves) {
  const list = [
    { ...draft, id: 'a' },
    { ...draft, id: 'b' },
    { ...draft, id: 'c' },
  ];
  if (!method.endsWith('s')) continue;
  const saveAll = (persistence: Persistence, drafts: readonly object[]): Promise<string[]> =>
    table === 'conversations'
      ? persistence.saveConversations(drafts as never)
      : persistence.saveInteractions(drafts as never);

  describe(`${method}, for many records`, () => {
    it('writes all and resolves to their ids in order', async () => {
      const persistence = freshPersistence();
      expect(await saveAll(persistence, reactive(list))).to.deep.equal(['a', 'b', 'c']);
      const rows = await tableOf(persistence.database, table).toArray();
      expect(rows.map((row) => keyOf(table, row))).to.deep.equal(['a', 'b', 'c']);
      expect(await saveAll(persistence, [])).to.deep.equal([]);
    });

    it('writes none when one is refused, and says which', async () => {
      const persistence = freshPersistence();
      await save(persistence, { ...draft, id: 'a', future: 'old' });
      const before = await snapshot(persistence.database);
      const bad = [...list, { ...draft, id: 'd', extra: () => 1 }];
      const error = await rejection(saveAll(persistence, bad), 'record-invalid');
      expect(error.path).to.equal(`${table}[3].extra`);
      expect(await snapshot(persistence.database)).to.deep.equal(before);
    });

    it('keeps the last of two records with one id', async () => {
      const persistence = freshPersistence();
      await saveAll(persistence, [
        { ...draft, id: 'a' },
        { ...draft, id: 'a', future: 1 },
      ]);
      expect(await onlyRow(persistence, table)).to.deep.include({ future: 1 });
    });
  });
}
