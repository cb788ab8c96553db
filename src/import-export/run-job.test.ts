import { expect } from '@open-wc/testing';
import { liveQuery } from 'dexie';
import { freshDatabase, freshPersistence } from '../../test/support/fresh-database.js';
import { backupOf } from '../../test/support/files.js';
import { rejection } from '../../test/support/rejection.js';
import { openInMemory } from '../database/open-database.js';
import { allCategories } from '../model/categories.js';
import { Persistence } from '../persistence/persistence.js';
import type { JobArgs } from './jobs.js';
import { runJob } from './run-job.js';
import type { Progress } from './types.js';

const RealWorker = Worker;
/** What became of each worker that was asked for. */
const started: { address: string; terminated: boolean }[] = [];

/** Counts the workers, and starts another script in the place of ours where one is given. */
function useWorkers(script?: (address: string) => string): void {
  globalThis.Worker = class extends RealWorker {
    readonly #record: (typeof started)[number];

    constructor(address: string | URL, options?: WorkerOptions) {
      super(script?.(String(address)) ?? address, options);
      this.#record = { address: String(address), terminated: false };
      started.push(this.#record);
    }

    override terminate(): void {
      this.#record.terminated = true;
      super.terminate();
    }
  };
}

/** A worker that listens, and then does this with its message `data`. */
const workerThat = (does: string): void =>
  useWorkers(() =>
    URL.createObjectURL(
      new Blob([`onmessage = ({ data }) => { ${does} }; postMessage({ type: 'ready' });`], {
        type: 'text/javascript',
      }),
    ),
  );

const conversation = (id: string): object => ({
  id,
  title: id,
  projectId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
});

const restoring = (fields: object): JobArgs['restore'] => ({
  file: backupOf(fields),
  options: { ...allCategories },
});

const everything: JobArgs['exportBackup'] = {
  options: { ...allCategories },
  includeSecrets: true,
};

const fiveHundredInteractions = Array.from({ length: 500 }, (_, index) => ({
  id: String(index),
  conversationId: 'a',
  index,
  prompt: { id: 'p', content: `kestrel ${index}` },
  response: 'a falcon',
}));

const allEnded = (): boolean => started.every(({ terminated }) => terminated);

describe('runJob', () => {
  beforeEach(() => {
    started.length = 0;
    useWorkers();
  });

  afterEach(() => {
    globalThis.Worker = RealWorker;
  });

  it('restores in a worker, gives its report back and ends the worker', async () => {
    const persistence = freshPersistence();
    const report = await runJob(
      persistence,
      'restore',
      restoring({ conversations: [conversation('a'), conversation('b')] }),
    );
    expect(report.counts.conversations).to.equal(2);
    expect(report.exportedAt).to.be.instanceOf(Date);
    expect(await persistence.loadConversations()).to.have.length(2);
    expect(started).to.have.length(1);
    expect(allEnded()).to.equal(true);
  });

  it('leaves a database that can be deleted at once, whether the job was done or cancelled', async () => {
    const reason = new Error('enough');
    for (let round = 0; round < 4; round++) {
      for (const isCancelled of [false, true]) {
        const { database } = freshPersistence();
        await database.table('interactions').bulkPut(fiveHundredInteractions);
        const cancel = new AbortController();
        const job = runJob(
          new Persistence(database),
          'index',
          { check: true },
          { signal: cancel.signal, onProgress: () => isCancelled && cancel.abort(reason) },
        );
        const outcome: unknown = await job.catch((error: unknown) => error);
        // It may be done before it hears that it is to end.
        expect(outcome).to.be.oneOf(isCancelled ? [reason, true] : [true]);
        let isBlocked = false;
        database.on('blocked', () => {
          isBlocked = true;
        });
        await database.delete();
        expect(isBlocked).to.equal(false);
      }
    }
    expect(started).to.have.length(8);
  });

  it('tells the queries of the page what the worker wrote', async () => {
    const persistence = freshPersistence();
    const seen = new Promise<void>((resolve, reject) => {
      const query = liveQuery(() => persistence.database.conversations.toArray());
      const subscription = query.subscribe({
        next: (rows) => {
          if (rows.length < 2) return;
          subscription.unsubscribe();
          resolve();
        },
        error: reject,
      });
    });
    await runJob(
      persistence,
      'restore',
      restoring({ conversations: [conversation('a'), conversation('b')] }),
    );
    await seen;
    expect(started).to.have.length(1);
  });

  it('passes on the pieces of a file in order, which outlive the worker', async () => {
    const persistence = freshPersistence();
    const title = 'ü'.repeat(1000);
    await persistence.saveConversations(
      Array.from({ length: 3000 }, (_, index) => ({ id: String(index), title, projectId: null })),
    );
    const chunks: Blob[] = [];
    await runJob(persistence, 'exportBackup', everything, {
      onChunk: (chunk) => chunks.push(chunk),
    });
    expect(started).to.have.length(1);
    expect(chunks.length).to.be.greaterThan(2);
    const json = JSON.parse(await new Blob(chunks).text()) as { conversations: unknown[] };
    expect(json.conversations).to.have.length(3000);
  });

  it('tells how far it is, up to the end', async () => {
    const persistence = freshPersistence();
    await persistence.saveSetting('theme', 'dark');
    const told: Progress[] = [];
    await runJob(persistence, 'exportBackup', everything, { onProgress: (is) => told.push(is) });
    expect(told.at(-1)?.done).to.equal(told.at(-1)?.total);
    expect(told.at(-1)?.phase).to.equal('reading');
    expect(started).to.have.length(1);
  });

  it('fails with the code, path and words of the failure in the worker, and changes nothing', async () => {
    const persistence = freshPersistence();
    await persistence.saveConversation({ id: 'here', title: 'Here', projectId: null });
    const job = restoring({ conversations: [{ ...conversation('a'), updatedAt: 'never' }] });
    const error = await rejection(runJob(persistence, 'restore', job), 'record-invalid');
    expect(error.path).to.equal('conversations[0].updatedAt');
    expect(error.message).to.contain('Nothing was changed.');
    expect(error.dataChanged).to.equal(false);
    expect(await persistence.loadConversations()).to.have.length(1);
    expect(allEnded()).to.equal(true);
  });

  it('tells the cause in words', async () => {
    const persistence = freshPersistence();
    workerThat(`postMessage({ type: 'failed', error: {
      code: 'quota-exceeded', message: 'Full. Nothing was changed.', dataChanged: false,
      cause: { name: 'QuotaExceededError', message: 'No room' } } })`);
    const error = await rejection(runJob(persistence, 'restore', restoring({})), 'quota-exceeded');
    expect(error.cause).to.be.instanceOf(Error);
    expect(error.cause).to.include({ name: 'QuotaExceededError', message: 'No room' });
  });

  it('ends with the reason of the signal, and changes nothing', async () => {
    const persistence = freshPersistence();
    const cancel = new AbortController();
    const reason = { why: 'enough' };
    const job = restoring({
      conversations: Array.from({ length: 5000 }, (_, index) => conversation(String(index))),
    });
    const outcome = await runJob(persistence, 'restore', job, {
      signal: cancel.signal,
      onProgress: () => cancel.abort(reason),
    }).catch((error: unknown) => error);
    expect(outcome).to.equal(reason);
    expect(await persistence.loadConversations()).to.have.length(0);
    expect(allEnded()).to.equal(true);
  });

  it('ends with the reason while the worker is still starting', async () => {
    const persistence = freshPersistence();
    await persistence.database.open();
    useWorkers(() => URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));
    const cancel = new AbortController();
    const reason = new Error('enough');
    const outcome = runJob(persistence, 'restore', restoring({}), { signal: cancel.signal }).catch(
      (error: unknown) => error,
    );
    setTimeout(() => cancel.abort(reason));
    expect(await outcome).to.equal(reason);
    expect(allEnded()).to.equal(true);
  });

  it('ends with the reason when the worker does not answer any more', async () => {
    const persistence = freshPersistence();
    workerThat(`if (data.type === 'job') postMessage({ type: 'progress', progress: {} });`);
    const cancel = new AbortController();
    const reason = new Error('enough');
    const waits: unknown[] = [];
    const { setTimeout: realTimeout } = globalThis;
    const outcome = runJob(persistence, 'restore', restoring({}), {
      signal: cancel.signal,
      onProgress: () => {
        // A minute passes at once.
        globalThis.setTimeout = ((call: () => void, wait?: number) => {
          waits.push(wait);
          return realTimeout(call);
        }) as typeof setTimeout;
        cancel.abort(reason);
        globalThis.setTimeout = realTimeout;
      },
    }).catch((error: unknown) => error);
    expect(await outcome).to.equal(reason);
    expect(waits).to.deep.equal([60_000]);
    expect(allEnded()).to.equal(true);
  });

  it('begins nothing when the signal is aborted already', async () => {
    const reason = new Error('enough');
    const outcome = await runJob(freshPersistence(), 'restore', restoring({}), {
      signal: AbortSignal.abort(reason),
    }).catch((error: unknown) => error);
    expect(outcome).to.equal(reason);
    expect(started).to.have.length(0);
  });

  it('goes on when a callback throws, and tells the page of it', async () => {
    const error = new Error('of the caller');
    const told: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (thrown) => told.push(thrown);
    try {
      const persistence = freshPersistence();
      const job = restoring({ conversations: [conversation('a')] });
      await runJob(persistence, 'restore', job, {
        onProgress: () => {
          throw error;
        },
      });
      expect(await persistence.loadConversations()).to.have.length(1);
    } finally {
      globalThis.reportError = reportError;
    }
    expect(told[0]).to.equal(error);
    expect(allEnded()).to.equal(true);
  });

  it('says that all or nothing was done when the worker dies, and does not do the job again', async () => {
    const persistence = freshPersistence();
    workerThat(`throw new Error('out of memory')`);
    const error = await rejection(
      runJob(persistence, 'restore', restoring({ conversations: [conversation('a')] })),
      'database-failed',
    );
    expect(error.message).to.contain('Either all of it was done or nothing');
    expect(error.cause).to.have.property('message').that.contains('out of memory');
    expect(await persistence.loadConversations()).to.have.length(0);
    expect(allEnded()).to.equal(true);
  });

  describe('does the job in the page, once,', () => {
    async function restoresOnce(persistence: Persistence): Promise<void> {
      let writings = 0;
      persistence.database.conversations.hook('creating', () => {
        writings++;
      });
      const job = restoring({ conversations: [conversation('a')] });
      const report = await runJob(persistence, 'restore', job);
      expect(report.counts.conversations).to.equal(1);
      // A hook sees the writes of this page alone.
      expect(writings).to.equal(1);
      expect(allEnded()).to.equal(true);
    }

    it('when workers are forbidden', async () => {
      useWorkers(() => {
        throw new DOMException('A policy forbids it', 'SecurityError');
      });
      await restoresOnce(freshPersistence());
    });

    it('when the script is not there', async () => {
      useWorkers(() => new URL('./no-such-script.js', import.meta.url).href);
      await restoresOnce(freshPersistence());
      expect(started).to.have.length(1);
    });

    it('when the script is a page, as servers of single-page applications answer', async () => {
      useWorkers(() => URL.createObjectURL(new Blob(['<!doctype html>'], { type: 'text/html' })));
      await restoresOnce(freshPersistence());
    });

    it('where there are no workers', async () => {
      Reflect.deleteProperty(globalThis, 'Worker');
      await restoresOnce(freshPersistence());
    });

    it('when the database is in memory', async () => {
      await restoresOnce(new Persistence(await openInMemory()));
      expect(started).to.have.length(0);
    });

    it('when the caller says so', async () => {
      const persistence = freshPersistence();
      const job = restoring({ conversations: [conversation('a')] });
      await runJob(persistence, 'restore', job, { inPage: true });
      expect(await persistence.loadConversations()).to.have.length(1);
      expect(started).to.have.length(0);
    });

    it('when its arguments cannot be sent, as those behind a proxy', async () => {
      const persistence = freshPersistence();
      const job = restoring({ conversations: [conversation('a')] });
      await runJob(persistence, 'restore', { ...job, options: new Proxy(job.options, {}) });
      expect(await persistence.loadConversations()).to.have.length(1);
      expect(started).to.have.length(1);
      expect(allEnded()).to.equal(true);
    });
  });

  it('does not open a database that was closed', async () => {
    const database = freshDatabase();
    await database.open();
    database.close();
    await rejection(
      runJob(new Persistence(database), 'exportBackup', everything),
      'database-closed',
    );
    expect(started).to.have.length(0);
  });
});
