import { fc } from './fast-check.js';
import type { LiteChatDatabase } from '../../src/database/litechat-database.js';
import type { TableName } from '../../src/model/entities.js';
import { tableNames } from '../../src/model/tables.js';

/** Rows of every table, as they lie in a database that nothing is wrong with. */
export type DatabaseRows = Readonly<Record<TableName, readonly object[]>>;

const MOST_ROWS = 3;

/** Text of any script, with what is rare in text and legal in JSON. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\udfff\ud800', '\ufeff', '"', '\\', '‮rtl', 'null'),
);
/** A number that JSON can write; it has no word for -0. */
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (value === 0 ? 0 : value));
const date = fc.oneof(
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(new Date(0), new Date(8.64e15), new Date(-8.64e15), new Date('0001-01-01')),
);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 3 });
/** JSON cannot say that a field is `__proto__`, nor can a backup say that a date is one. */
const name = text.filter((value) => value !== '__proto__');
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(name, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any;
const dates = { createdAt: date, updatedAt: date };

/** An object with the fields that a row must have, some of those it may, and some that nobody knows. */
function row(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<object> {
  const known = new Set([...Object.keys(required), ...Object.keys(optional), 'key', 'headers']);
  const unknown = fc.dictionary(
    name.filter((field) => !known.has(field) && !/^(type|parentId|followUps)$/.test(field)),
    value,
    { maxKeys: 2, noNullPrototype: true },
  );
  const fields = fc.record({ ...required, ...optional }, { requiredKeys: Object.keys(required) });
  return fc.tuple(unknown, fields).map(([first, second]) => ({ ...first, ...second }));
}

const ids = fc.uniqueArray(
  text.filter((id) => id !== ''),
  { maxLength: MOST_ROWS },
);

/** One of the ids, or none. */
const one = (of: readonly string[]): fc.Arbitrary<string | null> =>
  of.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...of));
const some = (of: readonly string[]): fc.Arbitrary<string[]> =>
  of.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...of), { maxLength: 2 });

/** A row for each id. */
const rowsFor = (
  keys: readonly string[],
  rowOf: (id: string, position: number) => fc.Arbitrary<object>,
): fc.Arbitrary<object[]> => fc.tuple(...keys.map(rowOf));

/** The parent of each comes before it, so that no chain closes. */
const parent = (keys: readonly string[], position: number): fc.Arbitrary<string | null> =>
  one(keys.slice(0, position));

/** A name that no other row of the table has. */
const uniqueName = (position: number): fc.Arbitrary<string> =>
  text.map((given) => `${given}#${position}`);

const templateFields = (position: number): Record<string, fc.Arbitrary<unknown>> => ({
  name: uniqueName(position),
  description: text,
  variables: fc.array(row({ name: text, type: text, required: fc.boolean() }), { maxLength: 2 }),
  prompt: text,
  tags: fc.array(text, { maxLength: 2 }),
  isPublic: fc.boolean(),
  ...dates,
});

const metadata = (interactions: readonly string[]): fc.Arbitrary<object> =>
  row(
    {},
    {
      modelId: text,
      inputTokens: number,
      error: text,
      regeneratedFromId: one(interactions),
      editedFromId: one(interactions),
      raceMainInteractionId: one(interactions),
      toolCalls: fc.array(value, { maxLength: 2 }),
      toolResults: fc.array(value, { maxLength: 2 }),
      attachedFiles: fc.array(row({ name: text }), { maxLength: 2 }),
      reasoning: maybe(text),
    },
  );

/** Whole databases, small and odd: every table, every kind of reference, optional and unknown fields. */
export const arbitraryDatabase: fc.Arbitrary<DatabaseRows> = fc
  .record({
    projects: ids,
    conversations: ids,
    interactions: ids,
    providers: ids,
    keys: ids,
    repos: ids,
    rules: ids,
    tags: ids,
    links: ids,
    templates: ids,
    mods: ids,
    servers: ids,
    unknown: fc.uniqueArray(
      name.filter((key) => !/^[a-z]+[A-Z]?/.test(key)).map((key) => `x-${key}`),
      { maxLength: 2 },
    ),
  })
  .chain((keys) =>
    fc.record<Record<TableName, object[]>>({
      projects: rowsFor(keys.projects, (id, position) =>
        row(
          { id: fc.constant(id), name: text, parentId: parent(keys.projects, position), ...dates },
          {
            path: text,
            systemPrompt: maybe(text),
            modelId: maybe(text),
            temperature: maybe(number),
            maxTokens: maybe(number),
            defaultTagIds: maybe(some(keys.tags)),
            defaultRuleIds: maybe(some(keys.rules)),
            metadata: row({}),
          },
        ),
      ),
      conversations: rowsFor(keys.conversations, (id) =>
        row(
          { id: fc.constant(id), title: text, projectId: one(keys.projects), ...dates },
          {
            syncRepoId: one(keys.repos),
            lastSyncedAt: maybe(date),
            metadata: row({}, { enabledTools: fc.array(text, { maxLength: 2 }) }),
          },
        ),
      ),
      interactions: rowsFor(keys.conversations.length > 0 ? keys.interactions : [], (id) =>
        row(
          {
            id: fc.constant(id),
            conversationId: fc.constantFrom(...keys.conversations),
            type: text,
            index: number,
            parentId: one(keys.interactions),
            prompt: maybe(row({ content: text }, { id: text, metadata: value })),
            response: value,
            status: text,
            startedAt: maybe(date),
            endedAt: maybe(date),
            metadata: metadata(keys.interactions),
          },
          { rating: maybe(number) },
        ),
      ),
      mods: rowsFor(keys.mods, (key) =>
        row(
          {
            name: fc.constant(key),
            sourceUrl: maybe(text),
            scriptContent: maybe(text),
            enabled: fc.boolean(),
            loadOrder: number,
            createdAt: date,
          },
          { id: text.filter((id) => id !== '') },
        ),
      ),
      appState: appState(keys.servers),
      providerConfigs: rowsFor(keys.providers, (id, position) =>
        row(
          {
            id: fc.constant(id),
            name: uniqueName(position),
            type: text,
            isEnabled: fc.boolean(),
            apiKeyId: one(keys.keys),
            baseURL: maybe(text),
            enabledModels: maybe(fc.array(text, { maxLength: 2 })),
            autoFetchModels: fc.boolean(),
            fetchedModels: maybe(fc.array(value, { maxLength: 2 })),
            modelsLastFetchedAt: maybe(date),
            ...dates,
          },
          { headers: fc.dictionary(name, text, { maxKeys: 2, noNullPrototype: true }) },
        ),
      ),
      apiKeys: rowsFor(keys.keys, (id, position) =>
        row({
          id: fc.constant(id),
          name: uniqueName(position),
          value: text,
          providerId: text,
          ...dates,
        }),
      ),
      syncRepos: rowsFor(keys.repos, (id, position) =>
        row(
          {
            id: fc.constant(id),
            name: uniqueName(position),
            remoteUrl: text,
            branch: text,
            ...dates,
          },
          {
            username: maybe(text),
            password: maybe(text),
            lastPulledAt: maybe(date),
            lastPushedAt: maybe(date),
            lastSyncError: maybe(text),
          },
        ),
      ),
      rules: rowsFor(keys.rules, (id, position) =>
        row(
          {
            id: fc.constant(id),
            name: uniqueName(position),
            content: text,
            type: text,
            ...dates,
          },
          { description: maybe(text), alwaysOn: fc.boolean() },
        ),
      ),
      tags: rowsFor(keys.tags, (id, position) =>
        row(
          { id: fc.constant(id), name: uniqueName(position), ...dates },
          { description: maybe(text) },
        ),
      ),
      tagRuleLinks: links(keys.links, keys.tags, keys.rules),
      promptTemplates: rowsFor(keys.templates, (id, position) =>
        row(
          { id: fc.constant(id), ...templateFields(position) },
          {
            type: maybe(fc.constantFrom('prompt', 'agent', 'task', 'snippet')),
            parentId: parent(keys.templates, position),
            followUps: maybe(some(keys.templates)),
            tools: maybe(fc.array(text, { maxLength: 2 })),
            structuredOutput: value,
            isShortcut: fc.boolean(),
          },
        ),
      ),
      unknownData: fc.tuple(...keys.unknown.map(unknownField)).map((fields) => fields.flat()),
    }),
  );

function appState(servers: readonly string[]): fc.Arbitrary<object[]> {
  const settings = fc.uniqueArray(
    fc.record({
      key: name.filter((key) => key !== 'mcpServers').map((key) => `settings:${key}`),
      value,
    }),
    { maxLength: MOST_ROWS, selector: ({ key }) => key },
  );
  const others = fc.uniqueArray(fc.record({ key: text.map((key) => `other:${key}`), value }), {
    maxLength: 1,
    selector: ({ key }) => key,
  });
  const list = rowsFor(servers, (id) =>
    row(
      { id: fc.constant(id), name: text, url: text, enabled: fc.boolean() },
      {
        headers: fc.dictionary(name, text, { maxKeys: 2, noNullPrototype: true }),
        description: maybe(text),
      },
    ),
  ).map((entries) => (entries.length > 0 ? [{ key: 'settings:mcpServers', value: entries }] : []));
  return fc.tuple(settings, others, list).map((parts) => parts.flat());
}

/** No two of them join the same tag and rule. */
function links(
  keys: readonly string[],
  tags: readonly string[],
  rules: readonly string[],
): fc.Arbitrary<object[]> {
  const pairs = tags.flatMap((tagId) => rules.map((ruleId) => ({ tagId, ruleId })));
  return rowsFor(keys.slice(0, pairs.length), (id, position) =>
    row({
      id: fc.constant(id),
      tagId: fc.constant(pairs[position]?.tagId),
      ruleId: fc.constant(pairs[position]?.ruleId),
    }),
  );
}

/** A top-level value of another application's backup: a list has a row an element. */
function unknownField(key: string): fc.Arbitrary<object[]> {
  const plain = value
    .filter((content) => !Array.isArray(content))
    .map((content) => [{ key, name: key, position: null, value: content }]);
  const list = fc.array(value, { maxLength: 2 }).map((items) => [
    { key, name: key, position: -1, value: null },
    ...items.map((item, position) => ({
      key: `${key}/${String(position).padStart(9, '0')}`,
      name: key,
      position,
      value: item,
    })),
  ]);
  return fc.oneof(plain, list);
}

/** Makes the database hold these rows and no others. */
export async function writeRows(database: LiteChatDatabase, rows: DatabaseRows): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const table of tableNames) {
      await database.table(table).clear();
      await database.table(table).bulkAdd(rows[table]);
    }
  });
}
