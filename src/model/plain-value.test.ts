import { expect } from '@open-wc/testing';
import { LiteChatError } from '../errors.js';
import { formatPath, MAX_DEPTH, toPlainValue } from './plain-value.js';

/** Wraps all that is read, as Vue and Svelte do; methods of built-in objects find their own. */
function deepProxy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver): unknown {
      const item: unknown = Reflect.get(target, name, target instanceof Date ? target : receiver);
      return typeof item === 'function' && target instanceof Date
        ? item.bind(target)
        : deepProxy(item);
    },
  });
}

function refusal(value: unknown, root: readonly (string | number)[] = ['tags']): LiteChatError {
  try {
    toPlainValue(value, root);
  } catch (error) {
    if (error instanceof LiteChatError) return error;
    throw error;
  }
  return expect.fail('was taken');
}

function nested(depth: number): unknown {
  let value: unknown = 'deepest';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

describe('toPlainValue', () => {
  it('copies objects, arrays, dates and simple values', () => {
    const value = {
      text: 'ünïcödé 🙂',
      number: 1.5,
      flag: false,
      none: null,
      date: new Date(5),
      list: [1, [2, { three: 3 }]],
    };
    const copy = toPlainValue(value);
    expect(copy).to.deep.equal(value);
    expect(copy).not.to.equal(value);
    expect((copy as typeof value).date).not.to.equal(value.date);
  });

  it('leaves out undefined fields, and keeps the place of what an array cannot hold', () => {
    const sparse = Object.assign([], { 1: undefined, 2: 3 });
    expect(toPlainValue({ gone: undefined, list: sparse })).to.deep.equal({
      list: [null, null, 3],
    });
  });

  it('makes null of the numbers and dates that JSON has not', () => {
    expect(toPlainValue([NaN, Infinity, -Infinity, new Date(NaN)])).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes the data out of proxies around objects, arrays and dates', () => {
    const value = { title: 'Talk', list: [{ at: new Date(7) }], metadata: { when: new Date(8) } };
    const proxy = deepProxy(value);
    expect(() => structuredClone(proxy)).to.throw(DOMException);
    const copy = toPlainValue(proxy);
    expect(structuredClone(copy)).to.deep.equal(value);
  });

  it('takes objects without a prototype, of another page, and of a class with plain fields', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const page = frame.contentWindow as unknown as { eval: (code: string) => unknown };
    const foreign = page.eval('({ at: new Date(3), list: [1] })');
    frame.remove();
    class Chat {
      title = 'Talk';
      get isEmpty(): boolean {
        return this.title === '';
      }
    }
    expect(toPlainValue(Object.assign(Object.create(null), { a: 1 }))).to.deep.equal({ a: 1 });
    expect(toPlainValue(foreign)).to.deep.equal({ at: new Date(3), list: [1] });
    expect(toPlainValue(new Chat())).to.deep.equal({ title: 'Talk' });
  });

  it('refuses what a database or a backup cannot hold, with the path of the field', () => {
    const unstorable: Record<string, unknown> = {
      'is a function': () => undefined,
      'is a symbol': Symbol('s'),
      'is a bigint': 1n,
      'is a Map': new Map([[1, 2]]),
      'is a Set': new Set([1]),
      'is a Blob': new Blob(['x']),
      'is a RegExp': /x/,
      'is a Error': new Error('x'),
      'is a Promise': Promise.resolve(1),
      'is a Uint8Array': new Uint8Array(2),
      'is a Map ': deepProxy({ map: new Map() }).map,
    };
    for (const [reason, value] of Object.entries(unstorable)) {
      const { code, path, message, dataChanged } = refusal({ list: [0, { inner: value }] });
      expect(code).to.equal('record-invalid');
      expect(path).to.equal('tags.list[1].inner');
      expect(message).to.contain(`tags.list[1].inner ${reason.trim()}`);
      expect(message).to.contain('Nothing was changed.');
      expect(dataChanged).to.equal(false);
    }
  });

  it('refuses an object whose class keeps fields behind accessors, rather than lose them', () => {
    class Conversation {
      #title = 'Talk';
      get title(): string {
        return this.#title;
      }
      set title(value: string) {
        this.#title = value;
      }
    }
    class Pinned extends Conversation {
      pinned = true;
    }
    expect(refusal(new Pinned()).message).to.contain('tags keeps its field title');
    expect(refusal({ inner: new Conversation() }).path).to.equal('tags.inner');
  });

  it('refuses a date whose proxy does not let it be read', () => {
    expect(refusal({ at: new Proxy(new Date(5), {}) }).path).to.equal('tags.at');
  });

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = { list: [] };
    circle['list'] = [circle];
    expect(refusal(circle).message).to.contain('contains itself');
  });

  it('refuses what is nested too deeply, with a path that can still be read', () => {
    expect(toPlainValue(nested(MAX_DEPTH))).to.deep.equal(nested(MAX_DEPTH));
    expect(() => toPlainValue(nested(MAX_DEPTH + 2))).to.throw(LiteChatError);
    const { path, code } = refusal(nested(10_000));
    expect(code).to.equal('record-invalid');
    expect(path).to.equal('tags[0][0][0][0]');
  });

  it('refuses a field of its own that is called __proto__, at any depth', () => {
    const value: unknown = JSON.parse('{"inner": {"__proto__": {"polluted": true}}}');
    const { path } = refusal(value);
    expect(path).to.equal('tags.inner.__proto__');
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
  });
});

describe('formatPath', () => {
  it('writes names with dots, positions in brackets and anything else as a quoted key', () => {
    expect(formatPath([])).to.equal('');
    expect(formatPath(['conversations', 3, 'title'])).to.equal('conversations[3].title');
    expect(formatPath(['größe', '$ref', '_id'])).to.equal('größe.$ref._id');
    expect(formatPath(['settings', 'a b', 'c"d', '1st', ''])).to.equal(
      'settings["a b"]["c\\"d"]["1st"][""]',
    );
    expect(formatPath([0, 1])).to.equal('[0][1]');
  });
});
