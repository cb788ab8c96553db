import { expect } from '@open-wc/testing';
import { Dexie } from 'dexie';
import { freshDatabase } from '../../test/support/fresh-database.js';
import { LiteChatError, type LiteChatErrorCode } from '../errors.js';
import { classifyFailure } from './classify-failure.js';

const secret = 'canary-4711';
const browser = (name: string): DOMException => new DOMException(`About ${secret}`, name);

function classified(error: unknown): LiteChatError {
  const failure = classifyFailure(error);
  if (failure instanceof LiteChatError) return failure;
  return expect.fail('is no LiteChatError');
}

/** What browsers and Dexie throw, with what we call it. */
const failures: readonly [string, unknown, LiteChatErrorCode][] = [
  [
    'no room in Chromium: an AbortError around it',
    new Dexie.AbortError(browser('QuotaExceededError')),
    'quota-exceeded',
  ],
  ['no room in Firefox', browser('QuotaExceededError'), 'quota-exceeded'],
  [
    'no room while many rows are written',
    new Dexie.BulkError('bulkPut()', [new Dexie.QuotaExceededError(secret)]),
    'quota-exceeded',
  ],
  [
    'no room behind a cause',
    new Error(secret, { cause: browser('QuotaExceededError') }),
    'quota-exceeded',
  ],
  ['a name that is taken', browser('ConstraintError'), 'name-taken'],
  [
    'a name that is taken, among many rows',
    new Dexie.BulkError('bulkPut()', [new Dexie.ConstraintError(browser('ConstraintError'))]),
    'name-taken',
  ],
  ['a newer database', new Dexie.VersionError(browser('VersionError')), 'database-newer'],
  ['no IndexedDB', new Dexie.MissingAPIError(), 'database-unavailable'],
  ['no permission', browser('SecurityError'), 'database-unavailable'],
  ['a closed database', new Dexie.DatabaseClosedError(), 'database-closed'],
  [
    'a database closed because it could not be opened',
    new Dexie.DatabaseClosedError(new Dexie.UnknownError(browser('UnknownError'))),
    'database-connection-lost',
  ],
  [
    'a database closed because there is none',
    new Dexie.DatabaseClosedError(new Dexie.MissingAPIError()),
    'database-unavailable',
  ],
  ['a connection that is closing', browser('InvalidStateError'), 'database-connection-lost'],
  ['a lost connection in Safari', browser('UnknownError'), 'database-connection-lost'],
  [
    'a damaged profile',
    new Dexie.OpenFailedError(browser('UnknownError')),
    'database-connection-lost',
  ],
  ['a storage that does not answer', browser('TimeoutError'), 'database-connection-lost'],
  ['a large value whose file is gone', browser('NotReadableError'), 'database-failed'],
  ['a value that cannot be cloned', browser('DataCloneError'), 'record-invalid'],
  ['a key that is none', new Dexie.DataError(browser('DataError')), 'record-invalid'],
  ['a transaction that the browser gave up', new Dexie.AbortError(), 'database-failed'],
  ['a transaction that ended too early', browser('TransactionInactiveError'), 'database-failed'],
  ['a table that is gone', browser('NotFoundError'), 'database-failed'],
  ['a mistake in a program', new TypeError(secret), 'database-failed'],
  ['something that is no error', secret, 'database-failed'],
  ['nothing', undefined, 'database-failed'],
];

describe('classifyFailure', () => {
  for (const [kind, error, code] of failures) {
    it(`knows ${kind}`, () => {
      const failure = classified(error);
      expect(failure.code).to.equal(code);
      expect(failure.cause).to.equal(error);
      expect(failure.dataChanged).to.equal(false);
      expect(failure.message).to.match(/\. Nothing was changed\.$/);
      expect(failure.message).not.to.contain(secret);
    });
  }

  it('says when data was changed before the failure', () => {
    const failure = classifyFailure(browser('QuotaExceededError'), { dataChanged: true });
    expect(failure).to.include({ code: 'quota-exceeded', dataChanged: true });
    expect((failure as LiteChatError).message).to.match(/\. Part of the data was changed\.$/);
  });

  it('lets a LiteChatError pass, however it is wrapped', () => {
    const ours = new LiteChatError('name-taken', 'Taken.');
    expect(classifyFailure(ours)).to.equal(ours);
    expect(classifyFailure(new Dexie.DatabaseClosedError(ours as never))).to.equal(ours);
    expect(classifyFailure(new Dexie.BulkError('bulkPut()', [ours]))).to.equal(ours);
    expect(classifyFailure(new Error('outer', { cause: ours }))).to.equal(ours);
  });

  it('ends on causes that go in a circle', () => {
    const error = new Error('circle');
    error.cause = error;
    expect(classified(error).code).to.equal('database-failed');
  });

  it('lets the reason of an aborted signal pass, whatever it is', () => {
    for (const reason of ['stop', new Error('stop'), undefined]) {
      const signal = AbortSignal.abort(reason);
      expect(classifyFailure(signal.reason, { signal })).to.equal(signal.reason);
    }
  });

  it('finds the reason of an aborted signal behind what Dexie makes of it', async () => {
    const database = freshDatabase();
    const signal = AbortSignal.abort();
    const error: unknown = await database
      .transaction('rw', database.tags, async () => {
        await database.tags.put({
          id: 'a',
          name: 'a',
          createdAt: new Date(),
          updatedAt: new Date(),
        });
        signal.throwIfAborted();
      })
      .catch((thrown: unknown) => thrown);
    expect(classifyFailure(error, { signal })).to.equal(signal.reason);
    expect(await database.tags.count()).to.equal(0);
  });

  it('tells an abort that nobody asked for from one that somebody did', () => {
    const signal = new AbortController().signal;
    expect(classifyFailure(browser('AbortError'), { signal })).to.include({
      code: 'database-failed',
    });
    const aborted = AbortSignal.abort('stop');
    expect(classifyFailure(browser('QuotaExceededError'), { signal: aborted })).to.include({
      code: 'quota-exceeded',
    });
  });

  it('knows what a real database throws', async () => {
    const database = freshDatabase();
    const row = { name: 'a', createdAt: new Date(), updatedAt: new Date() };
    await database.tags.put({ id: 'a', ...row });
    const codeOf = async (work: PromiseLike<unknown>): Promise<string> => {
      const error: unknown = await Promise.resolve(work).catch((thrown: unknown) => thrown);
      return classified(error).code;
    };
    expect(await codeOf(database.tags.put({ id: 'b', ...row }))).to.equal('name-taken');
    expect(await codeOf(database.tags.bulkPut([{ id: 'b', ...row }]))).to.equal('name-taken');
    const uncloneable = { id: 'c', ...row, name: (() => 1) as never };
    expect(await codeOf(database.tags.put(uncloneable))).to.equal('record-invalid');
    expect(await codeOf(database.tags.put({ ...row, id: null as never }))).to.equal(
      'record-invalid',
    );
    database.close();
    expect(await codeOf(database.tags.count())).to.equal('database-closed');
  });
});
