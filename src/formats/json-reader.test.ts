import { expect } from '@open-wc/testing';
import { fc, scaled } from '../../test/support/fast-check.js';
import { LiteChatError } from '../errors.js';
import { MAX_DEPTH, toPlainValue, type PathSegment } from '../model/plain-value.js';
import { readJson, type JsonEvent, type JsonReaderOptions } from './json-reader.js';

const encoder = new TextEncoder();
const asValues: JsonReaderOptions = { descend: () => false };
const toDepth = (depth: number): JsonReaderOptions => ({ descend: (path) => path.length < depth });

function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? encoder.encode(source) : source;
}

/** Cuts into chunks of the given sizes, over and over, with an empty chunk now and then. */
async function* cut(
  source: string | Uint8Array,
  sizes: readonly number[] = [Infinity],
): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(source);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    if (turn % 3 === 1) yield new Uint8Array();
    yield bytes.slice(at, at + size);
    at += size;
  }
}

interface Outcome {
  events: JsonEvent[];
  batches: number[];
  error?: LiteChatError;
}

async function read(
  source: string | Uint8Array,
  options: JsonReaderOptions,
  sizes?: readonly number[],
): Promise<Outcome> {
  const outcome: Outcome = { events: [], batches: [] };
  try {
    for await (const batch of readJson(cut(source, sizes), options)) {
      outcome.events.push(...batch);
      outcome.batches.push(batch.length);
    }
  } catch (error) {
    if (!(error instanceof LiteChatError)) throw error;
    outcome.error = error;
  }
  return outcome;
}

/** Builds the value that the events describe. */
function assemble(events: readonly JsonEvent[]): unknown {
  const open: object[] = [];
  let root: unknown;
  const put = (path: readonly PathSegment[], value: unknown): void => {
    const container = open.at(-1);
    const step = path.at(-1);
    if (container === undefined || step === undefined) root = value;
    else Reflect.set(container, step, value);
  };
  for (const event of events) {
    if (event.type === 'end') {
      open.pop();
    } else if (event.type === 'value') {
      put(event.path, event.value);
    } else {
      const container = event.container === 'array' ? [] : {};
      put(event.path, container);
      open.push(container);
    }
  }
  return root;
}

async function expectFailure(
  source: string | Uint8Array,
  code: LiteChatError['code'],
  path: string | undefined,
  options = toDepth(2),
): Promise<LiteChatError> {
  const { error } = await read(source, options);
  const label = typeof source === 'string' ? source.slice(0, 60) : 'bytes';
  expect(error?.code, label).to.equal(code);
  expect(error?.path, label).to.equal(path);
  if (!error) throw new Error('unreachable');
  const bytewise = await read(source, options, [1]);
  expect(bytewise.error?.message, label).to.equal(error.message);
  return error;
}

const smallFile = `\uFEFF{
  "version": 1, "exportedAt": "2026-01-31T12:00:00.000Z",
  "settings": { "theme": "dark \\"ü\\" \\\\", "n": -1.5e+3, "on": true, "off": null, "e": {} },
  "conversations": [
    { "id": "a", "title": "日本 😀 \\u00e9 ]}" , "tags": [[], {"x": [1, 2]}] },
    { "id": "b", "list": [true, false] }
  ], "interactions": []
}
`;

describe('readJson', () => {
  it('gives containers that are opened as start and end, the rest as values', async () => {
    const { events } = await read('{"a": [1, {"b": [2]}], "c": {}, "d": "x"}', toDepth(2));
    expect(events).to.deep.equal([
      { type: 'start', path: [], container: 'object', offset: 0 },
      { type: 'start', path: ['a'], container: 'array', offset: 6 },
      { type: 'value', path: ['a', 0], value: 1 },
      { type: 'value', path: ['a', 1], value: { b: [2] } },
      { type: 'end', path: ['a'], container: 'array', offset: 21 },
      { type: 'start', path: ['c'], container: 'object', offset: 28 },
      { type: 'end', path: ['c'], container: 'object', offset: 30 },
      { type: 'value', path: ['d'], value: 'x' },
      { type: 'end', path: [], container: 'object', offset: 41 },
    ]);
  });

  it('asks once about each container, from the root on', async () => {
    const asked: [string, string][] = [];
    await read('[{"a": [[]]}, [], 3]', {
      descend: (path, container) => {
        asked.push([path.join('/'), container]);
        return path.length < 2;
      },
    });
    expect(asked).to.deep.equal([
      ['', 'array'],
      ['0', 'object'],
      ['0/a', 'array'],
      ['1', 'array'],
    ]);
  });

  it('gives the whole file as one value when the root is not opened', async () => {
    const { events } = await read(' [1, {"a": "b"}] \n', asValues, [2]);
    expect(events).to.deep.equal([{ type: 'value', path: [], value: [1, { a: 'b' }] }]);
  });

  it('passes over what is to be skipped, asking before it would open it', async () => {
    const { events } = await read('{"a": [{"b": "]\\"}"}, [1]], "c": [2]}', {
      descend: () => true,
      skip: (path) => path[0] === 'a',
    });
    expect(assemble(events)).to.deep.equal({ c: [2] });
  });

  it('reads what JSON.parse reads, whatever the chunks, the depth and the layout', async () => {
    const value = fc
      .oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
      .filter((json) => !JSON.stringify(json).includes('__proto__'));
    const escaped = (text: string): string =>
      text.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.constantFrom(undefined, 2, '\t', '\n'),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 6 }),
        async (json, indent, mark, escape, sizes, depth) => {
          const text = escape
            ? escaped(JSON.stringify(json, null, indent))
            : JSON.stringify(json, null, indent);
          const { events, error } = await read(
            mark ? `\uFEFF${text}` : text,
            toDepth(depth),
            sizes,
          );
          expect(error).to.equal(undefined);
          expect(assemble(events)).to.deep.equal(JSON.parse(text));
        },
      ),
      { numRuns: scaled(500) },
    );
  });

  it('reads a file cut anywhere in two, and byte by byte', async () => {
    const expected: unknown = JSON.parse(smallFile.slice(1));
    const length = bytesOf(smallFile).length;
    for (let at = 1; at < length; at++) {
      const { events } = await read(smallFile, toDepth(2), [at, Infinity]);
      expect(assemble(events), `cut at ${at}`).to.deep.equal(expected);
    }
    for (const depth of [0, 1, 2, 3, 9]) {
      expect(assemble((await read(smallFile, toDepth(depth), [1])).events)).to.deep.equal(expected);
    }
  });

  it('gives one batch a chunk, and none for a chunk that completes nothing', async () => {
    const { batches } = await read('[10, 20, 30, 40]', toDepth(1), [6, 1, 1, 20]);
    expect(batches).to.deep.equal([2, 1, 3]);
  });

  it('gives a file that comes in one chunk in parts all the same', async () => {
    const text = JSON.stringify(
      Array.from({ length: 1000 }, (_, id) => ({ id, text: 'x'.repeat(1000) })),
    );
    const { batches } = await read(text, toDepth(1));
    expect(batches.length).to.be.greaterThan(3);
    expect(Math.max(...batches)).to.be.lessThan(300);
  });

  it('keeps no bytes of a chunk that the source overwrites afterwards', async () => {
    const bytes = bytesOf('[{"a": "first and second"}]');
    async function* reused(): AsyncGenerator<Uint8Array> {
      const buffer = new Uint8Array(1);
      for (const byte of bytes) {
        buffer[0] = byte;
        yield buffer;
      }
    }
    const events: JsonEvent[] = [];
    for await (const batch of readJson(reused(), toDepth(1))) events.push(...batch);
    expect(assemble(events)).to.deep.equal([{ a: 'first and second' }]);
  });

  it('cancels a stream when the consumer stops early', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf('[')),
      pull: (controller) => controller.enqueue(bytesOf('{"a":1},')),
      cancel: () => {
        cancelled = true;
      },
    });
    let batches = 0;
    for await (const batch of readJson(stream, toDepth(1))) {
      batches += Math.min(1, batch.length);
      if (batches === 3) break;
    }
    expect(cancelled).to.equal(true);
    expect(stream.locked).to.equal(false);
  });

  it('cancels a stream when the file is damaged', async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytesOf('[,')),
      cancel: () => {
        cancelled = true;
      },
    });
    let caught: unknown;
    try {
      for await (const batch of readJson(stream, toDepth(1))) batch.at(0);
    } catch (error) {
      caught = error;
    }
    expect(caught).to.be.instanceOf(LiteChatError);
    expect(cancelled).to.equal(true);
  });
});

describe('readJson, of a file that ends too early', () => {
  it('says so wherever it ends', async () => {
    const bytes = bytesOf(smallFile.trimEnd());
    for (let length = 0; length < bytes.length; length++) {
      for (const depth of [0, 1, 2, 9]) {
        const { error } = await read(bytes.slice(0, length), toDepth(depth), [7]);
        // A byte order mark is no beginning yet.
        const expected = length <= 3 ? 'backup-not-recognised' : 'backup-truncated';
        expect(error?.code, `${length} bytes, depth ${depth}`).to.equal(expected);
        expect(error?.message).to.match(/Nothing was changed\.$/);
      }
    }
  });

  it('says where', async () => {
    const cases: [string, string | undefined][] = [
      ['{', undefined],
      ['{"conversa', undefined],
      ['{"version"', undefined],
      ['{"version":', 'version'],
      ['{"version": 1', 'version'],
      ['{"version": 1 ', undefined],
      ['{"conversations": [', 'conversations[0]'],
      ['{"conversations": [{"id": "a"}', 'conversations'],
      ['{"conversations": [{"id": "a"}, ', 'conversations[1]'],
      ['{"conversations": [{"id": "a"}, {"id": "b', 'conversations[1]'],
      ['{"conversations": []', undefined],
    ];
    for (const [text, path] of cases) await expectFailure(text, 'backup-truncated', path);
  });
});

describe('readJson, of what is no JSON of ours', () => {
  it('does not recognise a file that begins like none', async () => {
    const files = [
      '',
      ' \n\t\r',
      '\uFEFF',
      '\uFEFF \n',
      '"text"',
      '12',
      'true',
      'null',
      '<html>',
      '# Title',
      'PK',
    ];
    for (const file of files) await expectFailure(file, 'backup-not-recognised', undefined);
    const binary = [
      [0x1f, 0x8b],
      [0xff, 0xfe, 0x7b, 0],
      [0xef, 0xbb, 0x7b, 0x7d],
      [0x20, 0xbb, 0xbf, 0x7b],
      [0],
    ];
    for (const bytes of binary) {
      await expectFailure(new Uint8Array(bytes), 'backup-not-recognised', undefined);
    }
  });

  it('is as strict between records as JSON.parse', async () => {
    const cases: [string, string | undefined][] = [
      ['[1,]', '[1]'],
      ['[,1]', '[0]'],
      ['[1 2]', undefined],
      ['[1}', undefined],
      ['{"a":1,}', undefined],
      ['{,}', undefined],
      ['{a:1}', undefined],
      ["{'a':1}", undefined],
      ['{"a" 1}', undefined],
      ['{"a":}', 'a'],
      ['{"a":1]', undefined],
      ['{"a":1 "b":2}', undefined],
      ['{"a":1}}', undefined],
      ['{"a":1} {', undefined],
      ['[] x', undefined],
      ['[] \uFEFF', undefined],
      ['[/* */]', '[0]'],
      ['[01]', '[0]'],
      ['[.5]', '[0]'],
      ['[+1]', '[0]'],
      ['[1.]', '[0]'],
      ['[-]', '[0]'],
      ['[NaN]', '[0]'],
      ['[undefined]', '[0]'],
      ['[truE]', '[0]'],
      ['[truefalse]', undefined],
      ['["\t"]', '[0]'],
      ['["\\x41"]', '[0]'],
      ['["\\u12"]', '[0]'],
      ['{"\n":1}', undefined],
      ['[\u00a0]', '[0]'],
      ['[[1}]', '[0]'],
      ['[{"a":[1,2}}]', '[0].a'],
      ['{"a":[{"b":1},{"b":1,}]}', 'a[1]'],
      ['{"a":[{"b":[1,2}]}', 'a[0]'],
    ];
    for (const [text, path] of cases) {
      expect(() => void JSON.parse(text), text).to.throw();
      const { message } = await expectFailure(text, 'backup-malformed', path);
      expect(message).to.match(/at byte \d+: .* Nothing was changed\.$/);
    }
  });

  it('says at which byte the damage is', async () => {
    const { message } = await expectFailure('{"ä": 1 ?}', 'backup-malformed', undefined);
    expect(message).to.contain('at byte 9:');
  });

  it('refuses bytes that are not UTF-8', async () => {
    for (const bad of [[0xff], [0xc3], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
      const inValue = new Uint8Array([...bytesOf('{"a": ["'), ...bad, ...bytesOf('"]}')]);
      await expectFailure(inValue, 'backup-malformed', 'a[0]');
      await expectFailure(inValue, 'backup-malformed', undefined, asValues);
      const inName = new Uint8Array([...bytesOf('{"'), ...bad, ...bytesOf('": 1}')]);
      await expectFailure(inName, 'backup-malformed', undefined);
    }
  });

  it('refuses a name that an opened object has twice, however it is written', async () => {
    await expectFailure(
      '{"conversations": [], "conversations": []}',
      'backup-malformed',
      'conversations',
    );
    await expectFailure('{"a": {"b": 1, "\\u0062": 2}}', 'backup-malformed', 'a.b');
    const { events } = await read('[{"a": 1}, {"a": 2}]', toDepth(2));
    expect(assemble(events)).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  it('refuses a field called __proto__ in an opened object', async () => {
    await expectFailure(
      '{"settings": {"__proto__": {"a": 1}}}',
      'record-invalid',
      'settings.__proto__',
    );
    expect(Reflect.get({}, 'a')).to.equal(undefined);
  });

  it('never quotes the file, nor does its cause', async () => {
    const secret = 'sk-very-secret';
    const files = [
      `{"apiKeys": [{"value": "${secret}" "x"}]}`,
      `{"apiKeys": [{"value": "${secret}`,
      `{"apiKeys": [{"value": ${secret}}]}`,
      `{"apiKeys": ["${secret}" "${secret}"]}`,
      `{"apiKeys", "${secret}", 1}`,
      `{"apiKeys": "a", "${secret}", 1}`,
      `{"apiKeys": "\t${secret}"}`,
      secret,
      `{"apiKeys": []} ${secret}`,
    ];
    for (const file of files) {
      const { error } = await read(file, toDepth(2));
      expect(error, file).to.be.instanceOf(LiteChatError);
      expect(`${error?.message} ${error?.path}`).not.to.contain('secret');
      expect(error?.cause).to.equal(undefined);
    }
  });

  it('cuts a name that is too long for a message', async () => {
    const { error } = await read(`{"${'n'.repeat(100_000)}": ?}`, toDepth(1));
    expect(error?.code).to.equal('backup-malformed');
    expect(error?.message.length).to.be.lessThan(250);
  });

  it('reads every change of a single byte as JSON.parse does, or refuses it', async () => {
    const file = bytesOf('{"a":[{"b":"é\\n"},[1.5,-2e3]],"c":{"d":null,"e":true}} ');
    const strictly = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < file.length; at++) {
      for (let byte = 0; byte < 256; byte++) {
        const changed = file.slice();
        changed[at] = byte;
        let expected: unknown;
        try {
          expected = { value: JSON.parse(strictly.decode(changed)) as unknown };
        } catch {
          expected = undefined;
        }
        const { events, error } = await read(changed, toDepth(2));
        const label = `byte ${at} as ${byte}`;
        if (!error) expect({ value: assemble(events) }, label).to.deep.equal(expected);
        else if (expected) expect(error.message, label).to.contain('the name occurs twice');
      }
    }
  });

  it('gives the same events and the same error however the file is cut', async () => {
    const file = bytesOf('{"a":[{"b":"é\\n"},[1.5,-2e3]],"c":{"d":null,"e":true}} ');
    const outcome = ({ events, error }: Outcome): unknown => ({ events, text: error?.message });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.nat(255),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        fc.nat(3),
        async (at, byte, sizes, depth) => {
          const changed = file.slice();
          changed[at] = byte;
          const whole = await read(changed, toDepth(depth));
          const pieces = await read(changed, toDepth(depth), sizes);
          expect(outcome(pieces)).to.deep.equal(outcome(whole));
        },
      ),
      { numRuns: scaled(500) },
    );
  });
});

describe('readJson, of deep nesting', () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  /** Brackets without end, as long as somebody reads. */
  async function* endless(pulled: { chunks: number }, text: string): AsyncGenerator<Uint8Array> {
    yield bytesOf('{"interactions": [');
    for (;;) {
      pulled.chunks++;
      yield bytesOf(text.repeat(100));
    }
  }

  it('reads records as deep as those that can be saved, and no deeper', async () => {
    const deepest = MAX_DEPTH + 1;
    expect(() => toPlainValue(JSON.parse(nested(deepest)))).not.to.throw();
    expect(() => toPlainValue(JSON.parse(nested(deepest + 1)))).to.throw(LiteChatError);
    const { events } = await read(`[${nested(deepest)}]`, toDepth(1), [13]);
    expect(assemble(events)).to.deep.equal([JSON.parse(nested(deepest))]);
    await expectFailure(`{"a": [1, ${nested(deepest + 1)}]}`, 'record-invalid', 'a[1]');
  });

  it('is refused at once, also where it is never closed', async () => {
    for (const text of ['[', '{"a":', '[{"a":']) {
      for (const options of [toDepth(2), { descend: () => true }]) {
        const pulled = { chunks: 0 };
        let caught: unknown;
        try {
          for await (const batch of readJson(endless(pulled, text), options)) batch.at(0);
        } catch (error) {
          caught = error;
        }
        expect(caught).to.be.instanceOf(LiteChatError).with.property('code', 'record-invalid');
        expect(caught)
          .to.have.property('path')
          .that.matches(/^interactions\[0\]/);
        expect(pulled.chunks).to.be.lessThan(4);
      }
    }
  });

  it('is refused where every level is opened, with a short path', async () => {
    const { error } = await read(nested(10_000), { descend: () => true });
    expect(error?.code).to.equal('record-invalid');
    expect(error?.path).to.equal('[0][0][0][0]');
  });

  it('does not count brackets in strings', async () => {
    const text = JSON.stringify([{ text: '[{'.repeat(1000) }]);
    expect(assemble((await read(text, toDepth(1), [5])).events)).to.deep.equal(JSON.parse(text));
  });
});
