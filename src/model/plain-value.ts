import { LiteChatError } from '../errors.js';

/** Objects and arrays nested deeper than this are refused, which also catches cycles. */
export const MAX_DEPTH = 200;

/** One step of a path into a record: a field's name or a position. */
export type PathSegment = string | number;

/** Writes `['conversations', 3, 'title']` as `conversations[3].title`. */
export function formatPath(segments: readonly PathSegment[]): string {
  return segments.reduce<string>((path, segment) => {
    if (typeof segment === 'number') return `${path}[${segment}]`;
    if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(segment)) return `${path}[${JSON.stringify(segment)}]`;
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
}

/**
 * Copies a value into plain objects, arrays, strings, finite numbers, booleans, null and `Date`:
 * what both IndexedDB and a JSON backup can hold. Proxies of reactive frameworks come out as the
 * data behind them. `undefined` fields are left out; numbers and dates JSON cannot write become
 * null.
 *
 * @throws {LiteChatError} record-invalid, with the path of a function, symbol, bigint, class with
 * a state of its own (Map, Set, Blob, fields that are accessors, …), `__proto__` key, or nesting
 * deeper than {@link MAX_DEPTH}.
 */
export function toPlainValue(value: unknown, root: readonly PathSegment[] = []): unknown {
  const path: PathSegment[] = [...root];
  const refuse = (reason: string): never => {
    const where = formatPath(path);
    throw new LiteChatError('record-invalid', `${where} ${reason}. Nothing was changed.`, {
      path: where,
    });
  };

  const copyDate = (source: object): Date | null => {
    const time = timeOf(source);
    if (time === undefined) return refuse('is a Date behind a proxy that keeps its time to itself');
    return Number.isNaN(time) ? null : new Date(time);
  };

  const copyFields = (source: object, depth: number): Record<string, unknown> => {
    const hidden = fieldBehindAccessor(source);
    if (hidden !== undefined) {
      refuse(`keeps its field ${hidden} behind an accessor of its class; pass a plain object`);
    }
    const target: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(source)) {
      path.push(key);
      if (key === '__proto__') refuse('is not a name a field can have');
      const copied = copy(item, depth + 1);
      if (copied !== undefined) target[key] = copied;
      path.pop();
    }
    return target;
  };

  const copyObject = (source: object, depth: number): unknown => {
    if (depth > MAX_DEPTH) {
      path.length = Math.min(path.length, root.length + 4);
      refuse(`is nested more than ${MAX_DEPTH} levels deep or contains itself`);
    }
    if (Array.isArray(source)) {
      return Array.from(source, (item: unknown, position) => {
        path.push(position);
        const copied = copy(item, depth + 1);
        path.pop();
        return copied === undefined ? null : copied;
      });
    }
    const kind = Object.prototype.toString.call(source).slice(8, -1);
    if (kind === 'Date' || source instanceof Date) return copyDate(source);
    if (kind !== 'Object') refuse(`is a ${kind}, which a backup cannot hold`);
    return copyFields(source, depth);
  };

  const copy = (item: unknown, depth: number): unknown => {
    switch (typeof item) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return item;
      case 'number':
        return Number.isFinite(item) ? item : null;
      case 'object':
        return item === null ? null : copyObject(item, depth);
      default:
        return refuse(`is a ${typeof item}, which cannot be stored`);
    }
  };

  return copy(value, 0);
}

/** A proxy of a `Date` passes for a plain object without fields, and answers only if it binds. */
function timeOf(date: object): number | undefined {
  try {
    return date instanceof Date ? date.getTime() : Number(date);
  } catch {
    return undefined;
  }
}

/**
 * The name of a field that the object's class keeps behind a getter and a setter, as Svelte's
 * classes of `$state` and Vue's refs do: copying the object's own fields would lose it.
 */
function fieldBehindAccessor(source: object): string | undefined {
  let prototype: object | null = prototypeOf(source);
  while (prototype !== null) {
    const next = prototypeOf(prototype);
    // The root, `Object.prototype` of this page or another, has an accessor of its own.
    if (next === null) return undefined;
    const found = Object.entries(Object.getOwnPropertyDescriptors(prototype)).find(
      ([name, { get, set }]) => get && set && !Object.hasOwn(source, name),
    );
    if (found) return found[0];
    prototype = next;
  }
  return undefined;
}

const prototypeOf = (source: object): object | null =>
  Object.getPrototypeOf(source) as object | null;
