import { expect } from '@open-wc/testing';
import { fc, scaled } from '../../../test/support/fast-check.js';
import { freshPersistence } from '../../../test/support/fresh-database.js';
import { LiteChatDatabase } from '../../database/litechat-database.js';
import { Persistence } from '../persistence.js';
import { MessageSearch } from './message-search.js';
import type { SearchFilters, SearchHit } from './search-types.js';
import { updateSearchIndex } from './update-index.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

describe('a search in messages', () => {
  let persistence: Persistence;
  let database: LiteChatDatabase;

  beforeEach(() => {
    persistence = freshPersistence();
    ({ database } = persistence);
  });

  const save = (id: string, prompt: string, response: unknown = null, more: object = {}) =>
    persistence.saveInteraction({
      id,
      conversationId: 'c',
      type: 'message.user_assistant',
      index: 0,
      parentId: null,
      prompt: { id: `p-${id}`, content: prompt },
      response,
      status: 'COMPLETED',
      startedAt: null,
      endedAt: null,
      metadata: { reasoning: 'secretthought' },
      ...more,
    });

  async function hits(text: string, filters?: SearchFilters): Promise<SearchHit[]> {
    const search = await MessageSearch.start(database, text, filters);
    const found: SearchHit[] = [];
    while (search.hasMore) found.push(...(await search.next(10)));
    return found;
  }

  const ids = async (text: string, filters?: SearchFilters): Promise<string[]> =>
    (await hits(text, filters)).map(({ interactionId }) => interactionId);

  /** Asked of the rows that the log names, and again of the index. */
  async function expectFound(text: string, expected: string[], filters?: SearchFilters) {
    expect(await ids(text, filters), `${text}, from the log`).to.have.members(expected);
    await updateSearchIndex(database);
    expect(await database.searchChanges.count()).to.equal(0);
    expect(await ids(text, filters), `${text}, from the index`).to.have.members(expected);
  }

  it('finds all words in any order, the last from its start', async () => {
    await save('a', 'How do I quote a path?', 'With a backslash.');
    await save('b', 'How do I cook pasta?', 'In salted water.');
    await expectFound('path how', ['a']);
    await expectFound('how do', ['a', 'b']);
    await expectFound('do pa', ['a', 'b']);
    await expectFound('pa do', []);
    await expectFound('pa ', []);
    await expectFound('backsl quote', []);
    await expectFound('quote backsl', ['a']);
    await expectFound('secretthought', []);
    await expectFound('', []);
    await expectFound('?!', []);
  });

  it('finds words whatever their case, accents and script', async () => {
    await save('german', 'Die Straße nach ZÜRICH');
    await save('greek', 'ΕΡΏΤΗΣΗΣ απάντηση');
    await save('russian', 'Вопрос и ответ');
    await save('arabic', 'سؤال وجواب \u200Fكتاب');
    await save('hindi', 'प्रश्न उत्तर');
    await save('japanese', '東京都に住んでいます。カタカナ');
    await save('chinese', '問題和回答');
    await save('korean', '한국어 문장');
    await save('thai', 'ภาษาไทยสวยงาม');
    await save('emoji', 'Well done 👩‍💻🎉 and 👍🏽 🇩🇪🇫🇷');
    const found: [string, string][] = [
      ['strasse zurich', 'german'],
      ['STRASSE', 'german'],
      ['ερωτησης', 'greek'],
      ['ВОПРОС', 'russian'],
      ['كتاب', 'arabic'],
      ['उत्तर', 'hindi'],
      ['東京', 'japanese'],
      ['京都に', 'japanese'],
      ['ナ', 'japanese'],
      ['ｶﾀｶﾅ', 'japanese'],
      ['回答', 'chinese'],
      ['和', 'chinese'],
      ['한국', 'korean'],
      ['ภาษา', 'thai'],
      ['สวยงาม', 'thai'],
      ['🎉', 'emoji'],
      ['👩‍💻', 'emoji'],
      ['👍', 'emoji'],
      ['🇫🇷', 'emoji'],
    ];
    await updateSearchIndex(database);
    for (const [text, id] of found) expect(await ids(text), text).to.deep.equal([id]);
    expect(await ids('京に')).to.deep.equal([]);
    expect(await ids('🇪🇫')).to.deep.equal([]);
  });

  it('finds a phrase only where the words stand together', async () => {
    await save('together', 'open the pod bay doors');
    await save('apart', 'the doors of the bay, open');
    await save('across', 'open the', 'pod bay');
    await expectFound('"the pod bay"', ['together']);
    await expectFound('"open the', ['together', 'across']);
    await expectFound('"the po', ['together']);
    await expectFound('bay-doors', ['together']);
    await expectFound('pod bay', ['together', 'across']);
    await expectFound('“bay doors” open', ['together']);
  });

  it('ranks what says it more often in fewer words first, and the newest of the same', async () => {
    const filler = 'and so on '.repeat(60);
    await save('long', `kestrel ${filler}`);
    await save('twice', 'kestrel meets kestrel');
    await save('old', 'one kestrel', null, { endedAt: day(1) });
    await save('new', 'one kestrel', null, { endedAt: day(3) });
    await save('middle', 'one kestrel', null, { endedAt: day(2) });
    for (let number = 0; number < 20; number++) await save(`other-${String(number)}`, 'nothing');
    await updateSearchIndex(database);
    expect(await ids('kestrel')).to.deep.equal(['twice', 'new', 'middle', 'old', 'long']);
  });

  it('gives the passage around the matches, with markup as text', async () => {
    const before = 'lorem ipsum '.repeat(40);
    await save('a', 'x', `${before}the <b>Kestrel</b>\n\n hovers ${'dolor sit '.repeat(40)}`);
    const [hit] = await hits('kestrel hovers');
    expect(hit?.role).to.equal('assistant');
    expect(hit?.parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)).to.deep.equal([
      'Kestrel',
      'hovers',
    ]);
    const text = hit?.parts.map((part) => part.text).join('') ?? '';
    expect(text).to.contain('the <b>Kestrel</b> hovers dolor');
    expect(text).to.have.length.below(200);
    expect(hit?.isCutBefore).to.equal(true);
    expect(hit?.isCutAfter).to.equal(true);
  });

  it('searches only what the filters let through', async () => {
    await persistence.saveProject({ id: 'p', name: 'p', parentId: null });
    await persistence.saveProject({ id: 'below', name: 'below', parentId: 'p' });
    await persistence.saveProject({ id: 'else', name: 'else', parentId: null });
    for (const projectId of ['p', 'below', 'else', null]) {
      const id = `in-${String(projectId)}`;
      await persistence.saveConversation({ id, title: id, projectId });
      await save(id, 'kestrel', 'falcon', { conversationId: id, endedAt: day(2) });
    }
    await save('early', 'kestrel', 'eagle', { endedAt: day(1) });
    await save('dateless', 'kestrel', 'eagle');
    await expectFound('kestrel', ['in-p', 'in-below'], { projectId: 'p' });
    await expectFound('kestrel', ['in-below'], { projectId: 'below' });
    await expectFound('kestrel', [], { projectId: 'nobody' });
    await expectFound('kestrel', ['early'], { to: day(2) });
    await expectFound('eagle', ['early'], { from: day(1), to: day(2) });
    await expectFound('kestrel eagle', ['early', 'dateless']);
    await expectFound('eagle', [], { role: 'user' });
    await expectFound('eagle', ['early', 'dateless'], { role: 'assistant' });
    await expectFound('kestrel eagle', [], { role: 'assistant' });
  });

  it('leaves out what is in the trash unless it is asked for, and finds what is archived', async () => {
    const trashedAt = day(3).toISOString();
    // Past the checks of a save, which refuses a circle.
    const project = (id: string, parentId: string | null, metadata = {}) =>
      database.table('projects').put({ id, name: id, parentId, metadata });
    await project('bin', null, { trashedAt });
    await project('below', 'bin');
    await project('circle', 'ring');
    await project('ring', 'circle');
    const places: Record<string, [string | null, Record<string, unknown>?]> = {
      kept: [null],
      archived: [null, { archived: true }],
      restored: [null, { trashedAt: false }],
      circling: ['ring'],
      lost: ['nobody'],
      trashed: [null, { trashedAt }],
      inBin: ['bin'],
      inBelow: ['below'],
    };
    for (const [id, [projectId, metadata = {}]] of Object.entries(places)) {
      await persistence.saveConversation({ id, title: id, projectId, metadata });
      await save(id, 'kestrel', null, { conversationId: id });
    }
    await save('7', 'kestrel', null, { conversationId: '7' });
    await database
      .table('conversations')
      .put({ id: 7, title: 'A number', metadata: { trashedAt } });
    const shown = ['kept', 'archived', 'restored', 'circling', 'lost'];
    await expectFound('kestrel', shown);
    await expectFound('kestrel', [...shown, 'trashed', 'inBin', 'inBelow', '7'], { trashed: true });
    const search = await MessageSearch.start(database, 'kestrel');
    expect(search.total).to.equal(9);
    while (search.hasMore) await search.next(2);
    expect(search.total, 'once all have been read').to.equal(shown.length);
  });

  it('reads little of a conversation in the trash, however much it holds', async () => {
    await persistence.saveConversation({
      id: 'c',
      title: '',
      projectId: null,
      metadata: { trashedAt: day(1).toISOString() },
    });
    await persistence.saveConversation({ id: 'other', title: '', projectId: null });
    const rows = Array.from({ length: 500 }, (_, number) => ({
      id: `m${String(number)}`,
      conversationId: 'c',
      prompt: { content: 'kestrel' },
    }));
    await database.table('interactions').bulkPut(rows);
    await save('x', 'and far from it a kestrel', null, { conversationId: 'other' });
    await updateSearchIndex(database);
    let read = 0;
    const count = (row: object): object => {
      read++;
      return row;
    };
    database.interactions.hook('reading', count);
    expect(await ids('kestrel')).to.deep.equal(['x']);
    expect(read).to.be.below(50);
  });

  it('finds nothing of what works behind the scenes, which no conversation shows', async () => {
    await save('title', 'kestrel', 'Kestrels', { type: 'conversation.title_generation' });
    await save('tool', 'kestrel', null, { type: 'tool.execution' });
    await save('run', 'kestrel', 'a kestrel', { type: 'workflow.run' });
    await expectFound('kestrel', ['run']);
  });

  it('finds the texts of a structured response, and no picture', async () => {
    await save('a', 'x', {
      parts: [{ text: 'kestrel' }, { image: 'data:image/png;base64,falcon' }],
      deep: { deeper: ['eagle', 7, null] },
    });
    await expectFound('kestrel eagle', ['a']);
    await expectFound('falcon', []);
  });

  it('takes hostile text as text', async () => {
    const huge = `${'word '.repeat(200_000)}kestrel`;
    await save('huge', huge);
    await save('joined', `${'a'.repeat(1_000_000)} merlin`);
    await save('halves', 'falcon \ud800 \udc00 eagle\ud83d');
    await save('marks', '\u202Ehobby\u202C \u0301\u0302 pere\u00ADgrine');
    await save('script', '<script>alert("osprey")</script>');
    await updateSearchIndex(database);
    const [hit] = await hits('kestrel');
    expect(hit?.interactionId).to.equal('huge');
    expect(hit?.parts.at(-1)).to.deep.equal({ text: 'kestrel', isMatch: true });
    expect(await ids('merlin')).to.deep.equal(['joined']);
    expect(await ids('a'.repeat(500))).to.deep.equal(['joined']);
    expect(await ids('falcon eagle')).to.deep.equal(['halves']);
    expect(await ids('hobby')).to.deep.equal(['marks']);
    expect(await ids('peregrine')).to.deep.equal(['marks']);
    expect(await ids('alert("osprey')).to.deep.equal(['script']);
    for (const text of ['\ud800', '"', '""', '"""', '\u0000', '\u202E', '%_*', '\n', 'null']) {
      expect(await ids(text), JSON.stringify(text)).to.deep.equal([]);
    }
  });

  it('gives as many as are asked for, and then the rest', async () => {
    for (let number = 0; number < 25; number++) {
      await save(String(number), 'kestrel', null, { endedAt: day(number + 1) });
    }
    await updateSearchIndex(database);
    const search = await MessageSearch.start(database, 'kestrel');
    expect(search.total).to.equal(25);
    const first = await search.next(10);
    // The index is another by then.
    await save('late', 'kestrel');
    for (const id of ['24', '0']) await persistence.deleteInteraction(id);
    for (let number = 30; number < 40; number++) {
      await save(String(number), 'other');
      await updateSearchIndex(database);
    }
    const rest: SearchHit[] = [];
    while (search.hasMore) rest.push(...(await search.next(10)));
    const all = [...first, ...rest].map(({ interactionId }) => interactionId);
    expect(first.map(({ interactionId }) => interactionId)).to.include('24');
    expect(new Set(all).size).to.equal(all.length);
    for (let number = 1; number < 24; number++) expect(all).to.include(String(number));
    expect(all).not.to.include('0');
  });

  it('ends when it is no longer wanted', async () => {
    await save('a', 'kestrel');
    const abort = new AbortController();
    const search = await MessageSearch.start(database, 'kestrel', {}, abort.signal);
    abort.abort(new Error('another query'));
    const ended = await search.next(1).catch((error: unknown) => String(error));
    expect(ended).to.equal('Error: another query');
  });

  it('finds what another connection writes', async () => {
    await updateSearchIndex(database);
    const elsewhere = new Persistence(new LiteChatDatabase(database.name));
    await elsewhere.saveInteraction({
      id: 'x',
      conversationId: 'c',
      type: 'message.user_assistant',
      index: 0,
      parentId: null,
      prompt: { id: 'p', content: 'kestrel' },
      response: null,
      status: 'COMPLETED',
      startedAt: null,
      endedAt: null,
      metadata: {},
    });
    elsewhere.database.close();
    await expectFound('kestrel', ['x']);
  });

  it('finds by the sum of all words that begin so what the words themselves say', async () => {
    await persistence.saveProject({ id: 'p', name: 'p', parentId: null });
    await persistence.saveConversation({ id: 'in', title: 'in', projectId: 'p' });
    const words = (number: number, from: number): string =>
      Array.from({ length: 25 }, (_, at) => `ka${((number * 7 + at * from) % 400).toString(36)}`)
        .concat(number % 9 === 0 ? ['k'] : number % 7 === 0 ? ['ka', 'merlin'] : [])
        .join(' ');
    const rows = Array.from({ length: 700 }, (_, number) => ({
      id: `m${String(number)}`,
      conversationId: number % 3 === 0 ? 'in' : 'out',
      prompt: { content: number % 5 === 0 ? 'nothing' : words(number, 3) },
      response: number % 11 === 0 ? 'nothing' : words(number, 11),
      endedAt: day(number % 40),
    }));
    await database.table('interactions').bulkPut(rows);
    await updateSearchIndex(database);
    await database.interactions.bulkDelete(['m9', 'm21']);
    await save('m30', 'nothing of it');
    await updateSearchIndex(database);
    const directories = await database.searchParts
      .filter((part) => part.kind === 'directory' && part.starts !== '')
      .toArray();
    const starts = directories.flatMap((part) =>
      part.kind === 'directory' ? part.starts.split('\n') : [],
    );
    expect(starts).to.include.members(['k', 'ka']);
    const filters: SearchFilters[] = [
      {},
      { role: 'user' },
      { role: 'assistant' },
      { projectId: 'p' },
      { from: day(10), to: day(20), role: 'user' },
    ];
    const found = async (): Promise<unknown[]> => {
      const all: unknown[] = [];
      for (const text of ['k', 'ka', 'merlin k', '"merlin ka']) {
        for (const filter of filters) {
          const { total } = await MessageSearch.start(database, text, filter);
          const own = await hits(text, filter);
          all.push({ text, filter, total, own: own.map((hit) => [hit.interactionId, hit.score]) });
        }
      }
      return all;
    };
    const summed = await found();
    const scanned = (await database.interactions.toArray()).filter((row) =>
      /(?:^| )k/.test(`${row.prompt?.content ?? ''} ${String(row.response)}`),
    );
    expect(await ids('k')).to.have.members(scanned.map((row) => row.id));
    await database.searchParts.bulkPut(
      directories.map((part) => ({ ...part, starts: '', startParts: [] })),
    );
    // Another connection has nothing of it in memory.
    ({ database } = persistence = new Persistence(new LiteChatDatabase(database.name)));
    expect(await found()).to.deep.equal(summed);
    database.close();
  });

  const words = ['kestrel', 'Falcon', 'eagle', 'ea', '東京', '京都', 'é'];
  const text = fc
    .array(fc.constantFrom(...words), { maxLength: 5 })
    .map((chosen) => chosen.join(' '));
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', '7');
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('save'), id, text, other: text }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete'), id }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-range'), id }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clear') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail'), id }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('update') }) },
  );

  it('finds after any writes what a look at every row would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const own = freshPersistence();
        ({ database } = persistence = own);
        for (const each of steps) {
          if ('text' in each) await save(each.id, each.text, each.other);
          else if (each.kind === 'delete' && 'id' in each) {
            await persistence.deleteInteraction(each.id);
          } else if (each.kind === 'delete-range' && 'id' in each) {
            await database.interactions.where(':id').above(each.id).delete();
          } else if (each.kind === 'clear') await database.interactions.clear();
          else if (each.kind === 'update') await updateSearchIndex(database);
          else if ('id' in each) {
            const { id: failing } = each;
            const failed = database.transaction('rw', database.interactions, async () => {
              await save(failing, 'kestrel falcon eagle');
              throw new Error('refused');
            });
            await failed.catch(() => undefined);
          }
        }
        const rows = await database.interactions.toArray();
        const expected = (wanted: string, isOpen: boolean): string[] =>
          rows
            .filter((row) =>
              `${row.prompt?.content ?? ''} ${String(row.response)}`
                .split(' ')
                .some((word) =>
                  isOpen ? word.toLowerCase().startsWith(wanted) : word.toLowerCase() === wanted,
                ),
            )
            .map((row) => row.id);
        for (const isIndexed of [false, true]) {
          if (isIndexed) await updateSearchIndex(database, { check: true });
          for (const word of ['kestrel', 'falcon', 'ea', '東京']) {
            expect(await ids(`${word} `), word).to.have.members(expected(word, false));
            expect(await ids(word), `${word}…`).to.have.members(expected(word, true));
            // What the index holds, before each is checked against its row.
            const { total } = await MessageSearch.start(database, word);
            if (isIndexed) expect(total, `${word} in all`).to.equal(expected(word, true).length);
          }
        }
        await database.delete();
      }),
      { numRuns: scaled(40) },
    );
  });
});
